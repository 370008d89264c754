"""Reads what a spreadsheet puts on the clipboard: rows of cells, parted by tabs."""

import re

# A cell is quoted only where its closing quote is followed by the end of the cell: spreadsheets leave a cell that
# merely begins with a quote as it is. Possessive repeats keep a missing closing quote from costing quadratic time.
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"(?=\t|\r|\n|\Z)')
_PLAIN = re.compile(r"[^\t\r\n]*+")
_ROW_END = re.compile(r"\r\n|\r|\n")


def read_cells(text: str) -> list[list[str]]:
    """The rows of a pasted table, cells exactly as they were, line breaks within quoted cells included.

    A line break at the very end ends the last row; it does not begin an empty one.
    """
    if '"' not in text:  # most tables, and five times as quick
        return _read_plain(text)
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        cell, at = _read_cell(text, at)
        rows[-1].append(cell)
        if at >= len(text):
            return [row for row in rows if row != [""] or len(rows) > 1]
        if text[at] == "\t":
            at += 1
            continue
        at += len(_end_of_row(text, at))
        if at >= len(text):
            return rows
        rows.append([])


def _read_plain(text: str) -> list[list[str]]:
    lines = _ROW_END.split(text)
    if not lines[-1]:
        lines.pop()
    return [line.split("\t") for line in lines]


def _read_cell(text: str, at: int) -> tuple[str, int]:
    quoted = _QUOTED.match(text, at)
    if quoted:
        return quoted.group(1).replace('""', '"'), quoted.end()
    plain = _PLAIN.match(text, at)
    end = plain.end() if plain else at
    return text[at:end], end


def _end_of_row(text: str, at: int) -> str:
    return "\r\n" if text.startswith("\r\n", at) else text[at]


def write_cells(rows: list[list[str]]) -> str:
    """The same the other way round: a cell is quoted where it holds a tab, a line break or a leading quote."""
    return "\n".join("\t".join(_write_cell(cell) for cell in row) for row in rows)


def _write_cell(cell: str) -> str:
    if cell.startswith('"') or _ROW_END.search(cell) or "\t" in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell
