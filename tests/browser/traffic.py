"""What pages ask of the network, and what the browser has to say about it."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response


class Traffic:
    """Requests, cookies and complaints of everything opened in one browser context."""

    def __init__(self, context: BrowserContext) -> None:
        self.hosts: set[str] = set()
        self.cookie_setters: set[str] = set()
        self.complaints: list[str] = []
        context.on("request", self._note_request)
        context.on("response", self._note_response)
        context.on("console", self._note_message)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _note_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme != "data":
            self.hosts.add(parts.netloc)

    def _note_response(self, response: Response) -> None:
        if "set-cookie" in response.headers:
            self.cookie_setters.add(response.url)
        if response.status >= 400 and not response.request.is_navigation_request():
            self.complaints.append(f"{response.status} {response.url}")

    def _note_message(self, message: ConsoleMessage) -> None:
        # A refused policy is told here too. A missing file is told by the response already,
        # and a page that is meant to be missing is none of ours.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)
