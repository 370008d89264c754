"""Access tokens: given to a client, good for an hour by the clock of this Marketo (facts sheet 6.1)."""

import uuid
from datetime import datetime, timedelta
from threading import Lock

from mktgui.practice.rest.errors import RestError
from mktgui.practice.rest.users import ApiUser

_REGION = "ab"


class Tokens:
    """Every token of this instance. Thread-safe."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._issued: dict[str, tuple[ApiUser, datetime]] = {}
        self._current: dict[str, str] = {}

    def issue(self, user: ApiUser, now: datetime, seconds: float) -> tuple[str, int]:
        """The token of a client and the whole seconds it has left: the same one until it has expired."""
        with self._lock:
            text = self._current.get(user.client_id, "")
            if text not in self._issued or self._issued[text][1] <= now:
                text = f"{uuid.uuid4()}:{_REGION}"
                self._issued[text] = user, now + timedelta(seconds=seconds)
                self._current[user.client_id] = text
            return text, int((self._issued[text][1] - now).total_seconds())

    def holder(self, text: str, now: datetime) -> ApiUser:
        """Whose token it is. Raises RestError 601 and 602."""
        with self._lock:
            if text not in self._issued:
                raise RestError("601")
            user, end = self._issued[text]
            if end <= now:
                raise RestError("602")
            return user

    def expire(self, text: str, now: datetime) -> None:
        """Let its time be over, if there is such a token."""
        with self._lock:
            if text in self._issued:
                self._issued[text] = self._issued[text][0], now

    def forget(self, text: str) -> None:
        """Let there be no such token."""
        with self._lock:
            self._issued.pop(text, None)
