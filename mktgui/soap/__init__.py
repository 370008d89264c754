"""Speaks SOAP to Marketo: our requests as envelopes, its envelopes as our values."""
