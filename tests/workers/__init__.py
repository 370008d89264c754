"""The runner, with real threads, real sockets and a real event loop."""
