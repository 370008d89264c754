"""SOAP: real bytes, the practice Marketo, and a scripted server where it is too well-behaved."""
