"""The version of the program, printed in every brief."""

__version__ = "0.1.0"
