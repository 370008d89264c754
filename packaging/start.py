"""Where the frozen build begins: PyInstaller wants a script, and one inside mktgui would put its folder on the path."""

from mktgui.__main__ import main

if __name__ == "__main__":
    raise SystemExit(main())
