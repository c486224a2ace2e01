"""The built-in detectors: a module a flag or a close family, found by walking this folder.

A module names its detectors in `DETECTORS`. Nothing else is edited to add one, apart from its row in
`catalogue.toml` and its sentences in each language.
"""

from importlib import import_module
from pkgutil import iter_modules

from reporter.verification.catalogue import built_in_rows
from reporter.verification.findings import Detector, FlagPack


def _detectors() -> tuple[Detector, ...]:
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(detector for name in names for detector in import_module(f"{__name__}.{name}").DETECTORS)


BUILT_IN = FlagPack(rows=built_in_rows(), detectors=_detectors())
