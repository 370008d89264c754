"""Fix one Marketo lead by hand: see what will happen, send it, see what did."""

__version__ = "0.1.0"
