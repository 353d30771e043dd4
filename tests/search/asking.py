"""What the page of results says."""

from django.test import Client


def found(client: Client, path: str) -> list[str]:
    """Return the titles of the results at *path*, in order."""
    response = client.get(path)
    return [result.item.title for result in response.context.get("results", [])]


def heading(client: Client, path: str) -> str:
    """Return what the page at *path* says about how much was found."""
    return client.get(path).text.partition('<h2 id="hasil">')[2].partition("</h2>")[0].strip()
