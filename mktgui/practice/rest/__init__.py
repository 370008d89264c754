"""The same Marketo over REST: one world, one lock and one journal with its SOAP side (facts sheet 6)."""
