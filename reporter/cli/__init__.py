"""The command line: parses, calls one library function, prints."""


def main() -> None:
    """Run the command that was typed. Ends the process with the exit code of what came of it."""
    from reporter.cli.app import run

    run()
