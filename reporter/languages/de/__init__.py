"""German: dates only, and so no language that a user can choose; `reporter.languages.de.dates` holds its tables."""
