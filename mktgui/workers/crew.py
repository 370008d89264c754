"""A few threads that do what is queued, leave Python to the window, and never keep the program from ending."""

from collections.abc import Callable
from functools import cached_property, partial
from threading import Event, Lock, Thread
from time import monotonic, process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from queue import SimpleQueue

Chore = Callable[[], None]

REST_SECONDS = 0.025
GLANCE_SECONDS = 0.005  # to see whether anything is going on, where the rest was had before its turn
MOST_RESTS = 80
BUSY = 0.25  # of a processor: more than that while one rests means that something is being worked out or painted


class Crew:
    """At most `size` threads, each started when it is first needed.

    The threads are daemons: a keyring prompt that nobody answers blocks its thread for ever, and
    `concurrent.futures` would wait for it when the interpreter ends.
    """

    def __init__(self, size: int, name: str, used: Callable[[], float] = process_time) -> None:
        """`used` tells the seconds that all threads of the program together have had a processor."""
        self._used = used
        self._size = size
        self._name = name
        self._lock = Lock()
        self._threads: list[Thread] = []
        self._under_way = 0
        self._closed = False
        self._closing = Event()

    @cached_property
    def _queue(self) -> "SimpleQueue[Chore | None]":
        """Made by the first `submit`, with the lock."""
        from queue import SimpleQueue  # noqa: PLC0415 - not for the first paint

        return SimpleQueue()

    def submit(self, chore: Chore) -> None:
        """Do it on a thread as soon as one is free. `chore` raises nothing. After `close` it is dropped."""
        with self._lock:
            if self._closed:
                return
            self._under_way += 1
            self._queue.put(chore)
            if len(self._threads) < min(self._size, self._under_way):
                self._hire()

    def submit_for_later(self, chore: Chore) -> None:
        """The same, for what must not take Python from those who show something: a moment passes before.

        Another one does, again and again, as long as the program has something else to do, but for two seconds at
        most. Once the crew is closed nothing is waited for.
        """
        self.submit(partial(self._rest_and_do, chore, monotonic() + REST_SECONDS))

    def close(self, wait_seconds: float) -> bool:
        """Finish what is queued, wait no longer than that, and tell whether every thread has ended."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._closing.set()
                for _ in self._threads:
                    self._queue.put(None)
        deadline = monotonic() + wait_seconds
        for thread in self._threads:
            thread.join(max(0.0, deadline - monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _rest_and_do(self, chore: Chore, at: float) -> None:
        pause = max(at - monotonic(), GLANCE_SECONDS)
        for _ in range(MOST_RESTS):
            began, used = monotonic(), self._used()
            if self._closing.wait(pause) or self._used() - used < BUSY * (monotonic() - began):
                break
            pause = REST_SECONDS
        chore()

    def _hire(self) -> None:
        thread = Thread(target=self._labour, name=f"{self._name}-{len(self._threads) + 1}", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _labour(self) -> None:
        from mktgui.workers.turns import stand_back  # noqa: PLC0415 - not for the first paint

        stand_back()
        while (chore := self._queue.get()) is not None:
            chore()
            del chore  # an idle thread must not keep the last chore's objects alive
            with self._lock:
                self._under_way -= 1
