"""Keep secrets that stand in addresses out of the logs."""

import logging
import re
from collections.abc import Iterable


class MaskAddresses(logging.Filter):
    """Write "…" for what follows one of *prefixes* in a message, to the end of the address's path."""

    def __init__(self, prefixes: Iterable[str]) -> None:
        super().__init__()
        known = "|".join(re.escape(prefix) for prefix in prefixes)
        self._secret = re.compile(rf"({known})[^\s?\"']+")

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = self._secret.sub(r"\1…", record.getMessage()), ()
        return True
