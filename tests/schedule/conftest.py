"""What the tests of deliveries share."""

from tests.rendering.conftest import brief

__all__ = ["brief"]
