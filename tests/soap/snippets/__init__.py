"""A call as code."""
