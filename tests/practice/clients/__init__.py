"""SOAP clients that are not ours, each in its own language: what they agree on is not our own mistake made twice."""
