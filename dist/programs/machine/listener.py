"""Who is heard while a change is under way: the runner on standard input, the confirmation on a named pipe, signals."""

import _signal as signal
import os
import select
import time


class Lost(Exception):
    """Nobody who cares is there any more."""


class Listener:
    def __init__(self, silence):
        self.silence = silence
        self.is_lost = False
        self.confirmed = b''
        self.events = None
        self.heeds = True
        self.heard = time.monotonic()
        self.wake, waker = os.pipe()
        for fd in (self.wake, waker):
            os.set_blocking(fd, False)
        signal.set_wakeup_fd(waker)
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(number, self._end)
        signal.signal(signal.SIGCHLD, lambda *_: None)

    def _end(self, *_):
        self.is_lost = True

    def open_events(self, path):
        os.mkfifo(path, 0o600)
        # For both: a pipe that the only writer has left is at its end.
        self.events = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)

    def read_exactly(self, length):
        """So many bytes of standard input, in chunks. Raises Lost when they do not come."""
        while length:
            if not select.select([0], [], [], self.silence)[0] or self.is_lost:
                raise Lost()
            chunk = os.read(0, min(length, 1 << 18))
            if not chunk:
                raise Lost()
            length -= len(chunk)
            self.heard = time.monotonic()
            yield chunk

    def pause(self, seconds):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.wait(until - time.monotonic())

    def wait(self, seconds, others=()):
        """Waits for any of the others, so long; gives those that have something. Raises Lost."""
        until = time.monotonic() + seconds
        while True:
            if self.heeds:
                self._judge()
            left = max(0, until - time.monotonic())
            ready = self._select(others, left)
            found = [fd for fd in others if fd in ready]
            if self.heeds:
                self._judge()
            if found or self.wake in ready or self.events in ready or time.monotonic() >= until:
                return found

    def _select(self, others, left):
        own = [self.wake] + [fd for fd in (self.events,) if fd is not None]
        runner = [0] if self.heeds and not self.is_lost else []
        if runner:
            left = min(left, max(0, self.heard + self.silence - time.monotonic()))
        ready = select.select(own + runner + list(others), [], [], left)[0]
        if self.wake in ready:
            os.read(self.wake, 4096)
        if 0 in ready:
            self._hear()
        if self.events in ready:
            self.confirmed += os.read(self.events, 4096)
        return ready

    def _hear(self):
        if os.read(0, 65536):
            self.heard = time.monotonic()
        else:
            self.is_lost = True

    def _judge(self):
        if time.monotonic() - self.heard > self.silence:
            # What came while we were at work counts.
            if select.select([0], [], [], 0)[0]:
                self._hear()
            else:
                self.is_lost = True
        if self.is_lost:
            raise Lost()

    def wait_for(self, expected, seconds):
        """Whether this line came in time."""
        until = time.monotonic() + seconds
        while expected not in self.confirmed.split(b'\n')[:-1]:
            if time.monotonic() >= until:
                return False
            self.wait(until - time.monotonic())
        return True

    def ignore(self):
        """Nobody's silence matters."""
        self.heeds = False

    def heed(self):
        """It matters again, from now on; what was said meanwhile counts."""
        self.heeds = True
        self.heard = time.monotonic()
