"""Tests of the REST side of the practice server."""
