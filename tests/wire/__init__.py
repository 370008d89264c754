"""The wire: a scripted server on a real socket, in the clear and over TLS."""
