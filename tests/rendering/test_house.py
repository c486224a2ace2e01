"""A newsroom's own look: logo, colour, typefaces, footer, sections."""

import re
from pathlib import Path

import outloud
import pikepdf
import pytest
from pypdfium2 import PdfDocument

from reporter.errors import UsageError
from reporter.languages import language_pack
from reporter.model import Brief, House, Settings
from reporter.rendering.house import LARGEST_LOGO, SECTIONS, contrast, style_of
from reporter.rendering.mail import MailBody, mail_body
from tests.rendering.conftest import rendered
from tests.rendering.test_mail import Elements

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><rect width="9" height="3" fill="#7a1f2b"/></svg>'
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c49444154789c63a8900f07000271012bc1a5c46a0000000049454e44ae426082"
)


def settings(**given: object) -> Settings:
    return Settings(house=House(**given))  # type: ignore[arg-type]


def sections_in(page: str) -> list[str]:
    return [name for name in re.findall(r'<h2 id="(\w+)"', page) if name != "summary"]


def mail_with(logo: bytes | None, brief: Brief, folder: Path, **given: object) -> MailBody:
    path = folder / "logo"
    if logo is not None:
        path.write_bytes(logo)
        given["logo"] = str(path)
    return mail_body(brief, language_pack("en").brief, settings(name="The <Karsa> Courier", **given))


def test_a_mail_shows_the_logo_that_goes_with_it(brief: Brief, tmp_path: Path) -> None:
    mail = mail_with(PNG, brief, tmp_path)

    assert mail.logo is not None
    assert (mail.logo.data, mail.logo.kind, mail.logo.width) == (PNG, ("image", "png"), 1)
    assert re.search(rf'<img[^>]* src="cid:{mail.logo.cid}"', mail.html)
    assert ("img", "The <Karsa> Courier") in [(tag, known.get("alt")) for tag, known in Elements(mail.html).all]
    assert mail.text.startswith("The <Karsa> Courier\n")


@pytest.mark.parametrize("data", [SVG, None])
def test_a_mail_names_the_house_where_no_logo_can_be_shown(data: bytes | None, brief: Brief, tmp_path: Path) -> None:
    mail = mail_with(data, brief, tmp_path, colour="#7a1f2b")

    assert mail.logo is None
    assert "<img" not in mail.html
    assert re.search(r'class="house"[^>]*color: #7a1f2b[^>]*>The &lt;Karsa&gt; Courier<', mail.html)


def test_a_mail_as_a_file_names_the_house(brief: Brief, tmp_path: Path) -> None:
    (tmp_path / "logo").write_bytes(PNG)
    page = rendered(brief, "mail", settings(name="The Courier", logo=str(tmp_path / "logo"))).decode()

    assert "cid:" not in page
    assert "The Courier" in page


def test_a_picture_that_is_none_is_told_before_it_is_mailed(brief: Brief, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no picture that can be read"):
        mail_with(PNG[:20], brief, tmp_path)


@pytest.mark.parametrize(("data", "kind"), [(SVG, "image/svg+xml"), (PNG, "image/png")])
def test_the_logo_stands_in_the_page(data: bytes, kind: str, brief: Brief, tmp_path: Path) -> None:
    logo = tmp_path / "logo"
    logo.write_bytes(data)
    page = rendered(brief, "html", settings(logo=str(logo), name="The <Karsa> Courier")).decode()

    assert f'<img class="logo" src="data:{kind};base64,' in page
    assert 'alt="The &lt;Karsa&gt; Courier"' in page


@pytest.mark.parametrize("data", [SVG, PNG])
def test_the_logo_is_on_paper_and_can_be_heard(data: bytes, brief: Brief, tmp_path: Path) -> None:
    (tmp_path / "logo").write_bytes(data)
    path = tmp_path / "brief.pdf"
    path.write_bytes(rendered(brief, "pdf", settings(logo=str(tmp_path / "logo"), name="The Karsa Courier")))
    with pikepdf.open(path) as document:
        alternatives = [
            str(one.Alt)
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure" and "/Alt" in one
        ]

    assert "The Karsa Courier" in alternatives
    assert [one for one in outloud.check(str(path)).findings if one.severity == "error"] == []


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"GIF89a", "is no PNG, JPEG or SVG"),
        (b"<html></html>", "is no PNG, JPEG or SVG"),
        (b"\x89PNG\r\n\x1a\n" + bytes(LARGEST_LOGO), "has 200 kB"),
        (None, "cannot be read"),
    ],
)
def test_a_bad_logo_is_told(data: bytes | None, problem: str, brief: Brief, tmp_path: Path) -> None:
    logo = tmp_path / "logo"
    if data is not None:
        logo.write_bytes(data)

    with pytest.raises(UsageError, match=problem):
        rendered(brief, "html", settings(logo=str(logo), name="x"))


def test_the_colour_is_used_on_light_and_dark(brief: Brief) -> None:
    page = rendered(brief, "html", settings(colour="#7a1f2b")).decode()
    light, dark = re.findall(r"--brand: (#\w{6});", page)

    assert light == "#7a1f2b"
    assert contrast([int(dark[place : place + 2], 16) for place in (1, 3, 5)], (0x11, 0x15, 0x1A)) >= 4.5


def test_a_colour_that_nobody_can_read_is_told() -> None:
    with pytest.raises(UsageError, match=r"too light to be read on white \(contrast 1\.2"):
        style_of(House(colour="#ffee99"))


def test_the_footer_is_at_the_foot_of_each_page(brief: Brief, tmp_path: Path) -> None:
    footer = 'The "Courier\'s" desk; } body { display: none · \\2022'
    page = rendered(brief, "html", settings(footer=footer)).decode()
    document = PdfDocument(rendered(brief, "pdf", settings(footer=footer)))
    feet = ["".join(one.get_textpage().get_text_range().split()) for one in document]

    assert "<footer>The &#34;Courier&#39;s&#34; desk; } body { display: none · \\2022</footer>" in page
    assert all("".join(footer.split()) in foot for foot in feet)


def test_a_typeface_of_ones_own_goes_first(brief: Brief) -> None:
    page = rendered(brief, "html", settings(serif="DejaVu Serif", sans="DejaVu Sans")).decode()
    fonts = PdfDocument(rendered(brief, "pdf", settings(serif="DejaVu Serif")))

    assert "font-family: 'DejaVu Serif', 'Brief Serif'" in page
    assert "font-family: 'DejaVu Sans', 'Brief Sans'" in page
    assert len(fonts) > 0


def test_sections_come_in_the_order_that_is_wanted(brief: Brief) -> None:
    page = rendered(brief, "html", settings(sections=("claims", "check", "method"))).decode()
    links = set(re.findall(r'href="#([\w-]+)"', page))
    targets = set(re.findall(r'id="([\w-]+)"', page))

    assert sections_in(page) == ["claims", "check", "method"]
    assert links <= targets


def test_all_sections_come_without_a_choice(brief: Brief) -> None:
    assert sections_in(rendered(brief, "html").decode()) == list(SECTIONS)


def test_a_section_of_ones_own_stands_among_them(brief: Brief, tmp_path: Path) -> None:
    (tmp_path / "brief").mkdir()
    (tmp_path / "brief" / "calls.html.j2").write_text('<section><h2 id="calls">Calls made</h2></section>')
    house = House(sections=("check", "calls", "claims", "method"))
    page = rendered(brief, "html", Settings(templates=str(tmp_path), house=house)).decode()

    assert sections_in(page) == ["check", "calls", "claims", "method"]


@pytest.mark.parametrize(
    ("sections", "problem"),
    [
        (("claims", "method", "weather"), "there is no section 'weather'"),
        (("claims", "method", "../mail/mail"), "there is no section"),
        (("claims", "claims", "method"), "stands twice"),
        (("check", "method"), "'claims' cannot be left out"),
        (("check", "claims"), "'method' cannot be left out"),
    ],
)
def test_a_wrong_choice_of_sections_is_told(sections: tuple[str, ...], problem: str, brief: Brief) -> None:
    with pytest.raises(UsageError, match=re.escape(problem)):
        rendered(brief, "html", settings(sections=sections))


@pytest.mark.parametrize("template", ["brief", "one-page", "checklist"])
def test_every_layout_has_the_look(template: str, brief: Brief, tmp_path: Path) -> None:
    (tmp_path / "logo").write_bytes(SVG)
    house = House(logo=str(tmp_path / "logo"), name="Courier", colour="#7a1f2b", footer="The desk")
    page = rendered(brief, "html", Settings(template=template, house=house)).decode()

    assert 'class="logo"' in page
    assert "--brand: #7a1f2b" in page
    assert "<footer>The desk</footer>" in page
