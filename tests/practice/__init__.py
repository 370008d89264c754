"""The practice server, asked over real sockets."""
