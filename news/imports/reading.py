"""Read the rows of an export, CSV or JSON lines, one at a time: nothing here holds the whole file."""

import codecs
import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# Indonesian and usual English names of the keys, beside the contract's own.
_ALIASES = {
    "judul": "title",
    "isi": "body",
    "content": "body",
    "text": "body",
    "tanggal": "date",
    "published_at": "date",
    "nomor_lama": "legacy_id",
    "nomor": "id",
    "kategori": "category",
    "tag": "tags",
    "ringkasan": "summary",
    "gambar": "picture",
    "foto": "picture",
    "penulis": "author",
    "keadaan": "status",
}
KEYS = frozenset({
    "title", "body", "date", "slug", "legacy_id", "id", "category", "tags", "summary", "picture",
    "picture_alt", "picture_caption", "picture_credit", "author", "status",
})  # fmt: skip
_CELL_MAX_CHARS = 20_000_000
_BLOCK_BYTES = 1 << 20


class UnreadableFileError(Exception):
    """The file is not what it says it is; the message says what to do, in Indonesian."""


@dataclass(frozen=True)
class Row:
    """One record: the line it begins on, its values as they stand there, or why it has none."""

    line: int
    values: dict[str, Any] = field(default_factory=dict)
    problem: str = ""


def read_rows(path: Path) -> Iterator[Row]:
    """Return the rows of *path* in their order. Raises UnreadableFileError when it is no such file."""
    readers = {".csv": _csv_rows, ".tsv": _csv_rows, ".jsonl": _json_rows, ".ndjson": _json_rows}
    reader = readers.get(path.suffix.casefold())
    if reader is None:
        raise UnreadableFileError("Pakai berkas .csv atau .jsonl.")
    if not path.is_file():
        raise UnreadableFileError(f"Berkas {path} tidak ada.")
    return reader(path, _encoding(path))


def unknown_keys(row: Row) -> set[str]:
    """Return the keys of *row* that mean nothing to the import."""
    return {name for name in row.values if name not in KEYS}


def _csv_rows(path: Path, encoding: str) -> Iterator[Row]:
    csv.field_size_limit(_CELL_MAX_CHARS)
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        head = file.readline()
        file.seek(0)
        raw = _Lines(file)
        # Indonesian spreadsheets save with semicolons.
        lines = csv.reader(raw, delimiter=max(";,\t", key=head.count))
        header = [_key(name) for name in next(lines, [])]
        if missing := {"title", "body"} - set(header):
            raise UnreadableFileError(
                "Baris pertama harus berisi nama kolom; yang belum ada: "
                f"{', '.join(sorted(missing))}."
            )
        yield from _table_rows(lines, header, raw)


class _Lines:
    """Lines of a file, and whether the quotes of those given since :attr:`quotes` was 0 make pairs."""

    def __init__(self, file: Iterator[str]) -> None:
        self._file = file
        self.quotes = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._file)
        self.quotes += line.count('"')
        return line


def _table_rows(lines: Any, header: list[str], raw: _Lines) -> Iterator[Row]:
    while True:
        line, raw.quotes = lines.line_num + 1, 0
        try:
            cells = next(lines)
        except StopIteration:
            return
        except csv.Error:
            yield Row(line, problem="Baris ini tidak terbaca sebagai CSV. Periksa tanda kutipnya.")
            continue
        if raw.quotes % 2 and lines.line_num > line:
            # A quote without its pair takes what follows into its cell: other articles.
            problem = (
                f"Tanda kutipnya tidak berpasangan; sampai baris {lines.line_num} tidak terbaca."
            )
            yield Row(line, problem=problem)
        elif len(cells) > len(header):
            yield Row(line, problem="Selnya lebih banyak daripada kolom. Periksa tanda kutipnya.")
        elif any(cell.strip() for cell in cells):
            yield Row(line, dict(zip(header, cells, strict=False)))


def _json_rows(path: Path, encoding: str) -> Iterator[Row]:
    with path.open(encoding=encoding, errors="replace", newline="\n") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield _json_row(number, line)


def _json_row(number: int, line: str) -> Row:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        return Row(number, problem="Baris ini bukan JSON yang utuh.")
    if not isinstance(values, dict):
        return Row(number, problem="Baris ini harus berupa objek JSON: {“title”: …}.")
    return Row(number, {_key(name): value for name, value in values.items()})


def _key(name: str) -> str:
    key = "_".join(name.strip().casefold().split())
    return _ALIASES.get(key, key)


def _encoding(path: Path) -> str:
    """Return the encoding of *path*: by its mark, else UTF-8, else that of older Windows programs.

    A text column of a database may end within a character: where most others are whole, it is UTF-8.
    """
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    whole = broken = 0
    with path.open("rb") as file:
        start = file.read(2)
        if start in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
            return "utf-16"
        file.seek(0)
        while block := file.read(_BLOCK_BYTES):
            text = decoder.decode(block)
            if not text.isascii():
                lost = text.count("\ufffd")
                broken += lost
                whole += sum(char > "\x7f" for char in text) - lost
    broken += bool(decoder.decode(b"", final=True))
    return "cp1252" if broken > whole else "utf-8-sig"
