"""What of an answer would act: run in a browser, break out of its place, or deceive a reader."""

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, Final
from xml.etree import ElementTree

ELEMENTS: Final = re.compile(
    "a|abbr|address|area|article|aside|audio|b|base|bdi|blockquote|body|br|button|"
    "caption|cite|code|col|colgroup|data|datalist|dd|del|details|dfn|div|dl|dt|em|"
    "fieldset|figcaption|figure|footer|form|h1|h2|h3|h4|h5|h6|head|header|hgroup|hr|html|"
    "i|img|input|ins|kbd|label|legend|li|link|main|map|mark|meta|meter|nav|noscript|"
    "object|ol|optgroup|option|output|p|path|picture|pre|progress|q|rect|s|samp|script|"
    "search|section|select|small|source|span|strong|style|sub|summary|sup|svg|table|"
    "tbody|td|template|text|textarea|tfoot|th|thead|time|title|tr|track|u|ul|use|var|"
    "video|circle|tspan|line|polygon|polyline|g|defs|symbol|desc"
)
_ADDRESSES: Final = frozenset(
    ["href", "src", "action", "formaction", "data", "poster", "xlink:href", "content"]
)
_MARKS: Final = re.compile("[\u202e\u2066\u200b\u2028]|(?<!^)\ufeff")


def what_acts(address: str, response: Any) -> list[str]:
    """Return "address: what" for each thing in an answer that would run, break out or deceive."""
    kind = response.get("Content-Type", "").partition(";")[0]
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return [f"{address}: {problem}" for problem in _problems(kind, body)]


def _problems(kind: str, body: bytes) -> Iterator[str]:
    if kind.startswith(("image/", "font/")) or kind == "application/pdf" or not body:
        return
    text = body.decode()
    if marks := _MARKS.findall(text.removeprefix("\ufeff")):
        yield f"invisible marks {marks[:3]!a}"
    if "8281" in text:
        yield "a template in a text was rendered"
    for known, problems in _KINDS.items():
        if known in kind:
            yield from problems(text)


class _Acting(HTMLParser):
    """Collect what of a document would act."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._script: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if not ELEMENTS.fullmatch(tag):
            self.found.append(f"<{tag}>")
        if tag == "script" and not given.get("src", "/jahat").startswith("/static/"):
            self._script = given.get("type", "none")
        for name, value in given.items():
            plain = re.sub(r"[\s\0-\x20]", "", value).casefold()
            if name.startswith("on") or name == "srcdoc":
                self.found.append(f"{name}={value[:40]}")
            if name in _ADDRESSES and plain.startswith(("javascript:", "vbscript:", "data:text")):
                self.found.append(f"<{tag} {name}={value[:40]}>")

    def handle_data(self, data: str) -> None:
        if self._script is None:
            return
        if "json" in self._script:
            json.loads(data)
        elif "alert(1)" in data:
            self.found.append(f"script {data[:60]}")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._script = None

    def handle_comment(self, data: str) -> None:
        if "alert(1)" in data:
            self.found.append(f"comment {data[:60]}")


def _in_html(text: str) -> Iterator[str]:
    reader = _Acting()
    reader.feed(text)
    reader.close()
    yield from reader.found


def _in_xml(text: str) -> Iterator[str]:
    for element in ElementTree.fromstring(text.encode()).iter():  # noqa: S314 -- our own answer
        for part in element if element.tag.endswith(("item", "entry")) else ():
            if part.tag.endswith(("description", "encoded", "content", "summary")):
                yield from _in_html(part.text or "")


def _in_json(text: str) -> Iterator[str]:
    yield from _in_json_value("", json.loads(text))


def _in_json_value(name: str, value: Any) -> Iterator[str]:
    for key, part in value.items() if isinstance(value, dict) else ():
        yield from _in_json_value(key, part)
    for part in value if isinstance(value, list) else ():
        yield from _in_json_value(name, part)
    if name.endswith(("html", "body", "evidence")) and isinstance(value, str):
        yield from _in_html(value)
    if name.endswith("url") and isinstance(value, str) and value.startswith("javascript:"):
        yield f"{name}: {value[:40]}"


def _in_csv(text: str) -> Iterator[str]:
    for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
        for cell in row:
            for part in (cell, *cell.split(";")[1:]):
                if (
                    part.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
                    and not cell.isdigit()
                ):
                    yield f"cell {cell[:40]}"


_NAMES: Final = re.compile(
    "BEGIN|END|PRODID|VERSION|CALSCALE|NAME|X-WR-CALNAME|DESCRIPTION|X-WR-CALDESC|"
    "X-WR-TIMEZONE|REFRESH-INTERVAL|X-PUBLISHED-TTL|SOURCE|TZID|DTSTART|TZOFFSETFROM|"
    "TZOFFSETTO|TZNAME|UID|SEQUENCE|DTSTAMP|LAST-MODIFIED|DTEND|STATUS|TRANSP|SUMMARY|"
    "LOCATION|URL|CATEGORIES"
)


def _in_calendar(text: str) -> Iterator[str]:
    lines = text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    for line in lines:
        if "\n" in line or "\r" in line or not _NAMES.fullmatch(re.split("[:;]", line)[0]):
            yield f"line {line[:40]!a}"
    if lines.count("END:VCALENDAR") != 1:
        yield "more than one end"


_KINDS: Final = {
    "html": _in_html,
    "xml": _in_xml,
    "json": _in_json,
    "csv": _in_csv,
    "calendar": _in_calendar,
}
