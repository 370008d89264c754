"""The real program, as a process of its own on a screen of its own, driven from outside."""
