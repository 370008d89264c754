"""Tests of what lies in packaging/: what people install, and the scripts that build and check it."""
