"""`python -m tests.bench`: prints each figure beside its floor. Exit status 1 where one does not hold."""

import os
import sys
from argparse import ArgumentParser

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt loads

from tests.bench import calls, history, leads, machine, messages, table, windows

START, MEMORY, CALL = 1.3, 1.35, 3.0


def main() -> int:
    """Measure everything in turn."""
    parser = ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--times", type=int, default=15, help="how often each is measured; the median counts")
    times = parser.parse_args().times
    opened = windows.measure(times)
    one = calls.measure(times * 4)
    bare, ours = opened["bare"], opened["mktgui"]
    start, memory = ours.seconds / bare.seconds, ours.mebibytes / bare.mebibytes
    more = one.window - one.bytes_alone
    rest_more = one.rest_window - one.rest_bytes_alone
    held: tuple[bool, ...] = (
        start <= START,
        memory <= MEMORY,
        more <= CALL and one.window < one.plain_zeep,
        rest_more <= CALL,
    )
    rows = [
        ("start to first paint", _milliseconds(ours.seconds), f"bare window {_milliseconds(bare.seconds)}"),
        ("memory when idle", f"{ours.mebibytes:.0f} MiB", f"bare window {bare.mebibytes:.0f} MiB"),
        (
            "one call, click to painted result",
            f"{one.window:.1f} ms",
            f"same bytes by http.client {one.bytes_alone:.1f} ms, plain zeep {one.plain_zeep:.1f} ms",
        ),
        (
            "the same over REST, read back",
            f"{one.rest_window:.1f} ms",
            f"the bytes of both requests by http.client {one.rest_bytes_alone:.1f} ms",
        ),
    ]
    found = (f"{start:.2f} times", f"{memory:.2f} times", f"{more:+.1f} ms", f"{rest_more:+.1f} ms")
    to_hold = (
        f"at most {START} times",
        f"at most {MEMORY} times",
        f"at most {CALL:+.1f} ms, and below zeep",
        f"at most {CALL:+.1f} ms",
    )
    sys.stdout.write(
        f"{machine.description()}\n\n| figure | mktgui | floor | found | to hold |\n|---|---|---|---|---|\n"
    )
    for row, what, limit, ok in zip(rows, found, to_hold, held, strict=True):
        sys.stdout.write(f"| {' | '.join((*row, what, limit))} |{'' if ok else ' NOT HELD'}\n")
    held = (*held, *_tell_of_table(table.measure(max(5, times // 2))), *_tell_of_history(history.measure(times)))
    held = (*held, *_tell_of_messages(messages.measure()), *_tell_of_leads(leads.measure()))
    return 0 if all(held) else 1


def _tell_of_table(figures: dict[int, table.Figures]) -> list[bool]:
    """The attribute table's own table; whether each figure holds."""
    lines, held = table.judged(figures)
    sys.stdout.write("\n| attribute table, until painted | " + " | ".join(f"{size:,}" for size in figures))
    sys.stdout.write(" | growth | to hold |\n|---|" + "---|" * (len(figures) + 2) + "\n")
    for line, ok in zip(lines, held, strict=True):
        sys.stdout.write(f"| {' | '.join(line)} |{'' if ok else ' NOT HELD'}\n")
    return held


def _tell_of_history(figures: history.Figures) -> list[bool]:
    """The history's own table; whether each figure holds."""
    lines, held = history.judged(figures)
    sys.stdout.write(f"\n| history of {history.MANY:,} calls | found | beside it | to hold |\n|---|---|---|---|\n")
    for line, ok in zip(lines, held, strict=True):
        sys.stdout.write(f"| {' | '.join(line)} |{'' if ok else ' NOT HELD'}\n")
    return held


def _tell_of_messages(figures: messages.Figures) -> list[bool]:
    """The message view's own table; whether each figure holds."""
    lines, held = messages.judged(figures)
    sys.stdout.write("\n| big messages | found | beside it | to hold |\n|---|---|---|---|\n")
    for line, ok in zip(lines, held, strict=True):
        sys.stdout.write(f"| {' | '.join(line)} |{'' if ok else ' NOT HELD'}\n")
    return held


def _tell_of_leads(figures: leads.Figures) -> list[bool]:
    """The table of a lead with very many fields; whether each figure holds."""
    lines, held = leads.judged(figures)
    sys.stdout.write(f"\n| longest stall with 50,000 fields | {' | '.join(figures)} | to hold |\n")
    sys.stdout.write("|---|" + "---|" * (len(figures) + 1) + "\n")
    for line, ok in zip(lines, held, strict=True):
        sys.stdout.write(f"| {' | '.join(line)} |{'' if ok else ' NOT HELD'}\n")
    return held


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


if __name__ == "__main__":
    raise SystemExit(main())
