"""The REST side of the client, by itself and against the practice server."""
