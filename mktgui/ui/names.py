"""What a label is called where no key is underlined in it: by a screen reader, or in a tip."""


def plain(label: str) -> str:
    """The label without its key."""
    if "(&" in label:  # Chinese labels have their key behind them
        from re import sub  # noqa: PLC0415 - an English window has no such pattern to make before its first paint

        label = sub(r"\s*\(&\w\)", "", label)
    return label.replace("&", "")
