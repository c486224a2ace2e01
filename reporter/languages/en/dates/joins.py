"""Two expressions that are one: "Friday" + "evening", "Monday" + "Oct. 26", "July" + "last year"."""

from reporter.dates.joining import coarse_possessive, coarse_then_fine, fine_in_coarse, weekday_and_date
from reporter.dates.rules import Join

_TIMEX = "TIMEX3 guidelines, extent of an expression"

CARRIES = r" (?:and|or|to|through|until|&) |, |,? and | ?[-–/] ?"

JOINS = (
    Join(
        name="day-and-part",
        between=r"(?:,? )",
        makes=coarse_then_fine,
        source=_TIMEX,
        examples=(
            ("2015-11-03", "They met [Friday evening].", "2015-10-30TEV", "2015-10-30T18:00:00", "2015-10-31T00:00:00"),
            (
                "2015-11-03",
                "They meet [tomorrow night].",
                "2015-11-04TNI",
                "2015-11-04T18:00:00",
                "2015-11-05T06:00:00",
            ),
        ),
    ),
    Join(
        name="weekday-and-date",
        between=r",? ",
        makes=weekday_and_date,
        source=_TIMEX,
        examples=(
            (
                "2015-11-03",
                "It will open [Monday morning, Nov. 9].",
                "2015-11-09TMO",
                "2015-11-09T00:00:00",
                "2015-11-09T12:00:00",
            ),
        ),
    ),
    Join(
        name="whole-and-part",
        between=r"['’]s ",
        makes=coarse_possessive,
        source=_TIMEX,
        examples=(
            ("2015-11-03", "They compared it with [last year's third quarter].", "2014-Q3", "2014-07-01", "2014-10-01"),
        ),
        nothing=("Last year's third guest left.",),
    ),
    Join(
        name="part-of-whole",
        between=r" (?:of |in |on )?(?:the )?|, ",
        makes=fine_in_coarse,
        source=_TIMEX,
        examples=(
            ("2015-11-03", "He quit in [July last year].", "2014-07", "2014-07-01", "2014-08-01"),
            (
                "2015-11-03",
                "The quake struck at [9 a.m. Tuesday].",
                "2015-11-03T09:00",
                "2015-11-03T09:00:00",
                "2015-11-03T09:01:00",
            ),
            ("2015-11-03", "He left on [Monday of last week].", "2015-10-26", "2015-10-26", "2015-10-27"),
            (
                "2015-11-03",
                "They came on [the night of May 13].",
                "2015-05-13TNI",
                "2015-05-13T18:00:00",
                "2015-05-14T06:00:00",
            ),
        ),
    ),
)
