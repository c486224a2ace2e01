"""`reporter schema`: the schema of the JSON brief."""

import sys

from reporter.cli.app import Debug, app


@app.command()
def schema(
    debug: Debug = False,  # noqa: ARG001 - its callback acts
) -> None:
    """Print the JSON schema of a brief.

    \b
    Example:
      $ reporter schema
    """
    import json

    from reporter.schema import json_schema

    sys.stdout.write(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")
