"""Which addresses are videos of YouTube. Nothing here asks YouTube."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode, urlsplit

_HOSTS = re.compile(r"(?:www\.|m\.|music\.)?youtube(?:-nocookie)?\.com")
_ID = re.compile(r"[A-Za-z0-9_-]{11}")
_SHORT_PATH = re.compile(r"/(?:shorts|live|embed|v)/([^/]+)/?")
_TIME = re.compile(r"(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?")


@dataclass(frozen=True)
class Video:
    """A video and the second at which to begin."""

    key: str
    start: int = 0

    @property
    def watch_url(self) -> str:
        """The address of its page at YouTube."""
        query = {"v": self.key} | ({"t": str(self.start)} if self.start else {})
        return f"https://www.youtube.com/watch?{urlencode(query)}"

    @property
    def player_url(self) -> str:
        """The address of the player that sets no cookie before it plays; it plays at once."""
        query = {"autoplay": "1", "rel": "0"} | ({"start": str(self.start)} if self.start else {})
        return f"https://www.youtube-nocookie.com/embed/{self.key}?{urlencode(query)}"


def video_of(address: str) -> Video | None:
    """Return the video that *address* (with or without scheme) leads to, None for anything else."""
    address = address.strip()
    if address.startswith("//"):
        address = f"https:{address}"
    elif "://" not in address:
        address = f"https://{address}"
    if any(char.isspace() for char in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"}:
        return None
    query = parse_qs(parts.query)
    key = _key(parts.hostname or "", parts.path, query)
    if not _ID.fullmatch(key) or key == "videoseries":
        return None
    return Video(key, _seconds((query.get("t") or query.get("start") or [parts.fragment[2:]])[0]))


def _key(host: str, path: str, query: dict[str, list[str]]) -> str:
    if host == "youtu.be":
        return path.strip("/")
    if not _HOSTS.fullmatch(host):
        return ""
    if path.rstrip("/") == "/watch":
        return query.get("v", [""])[0]
    found = _SHORT_PATH.fullmatch(path)
    return found[1] if found else ""


def _seconds(time: str) -> int:
    """Return the seconds of "90", "90s" or "1h2m3s"; 0 for anything else."""
    found = _TIME.fullmatch(time)
    if not found:
        return 0
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + seconds
