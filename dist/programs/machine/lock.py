"""The lock of the machine: one that holds it may change things. The descriptor is no child's."""

import fcntl
import os
import time

import files

OPEN = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC


def open_lock(places):
    files.make_folders(os.path.dirname(places['lock']))
    return os.open(places['lock'], OPEN, 0o600)


def try_lock(fd):
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    except BlockingIOError:
        return False


def take_lock(transaction):
    """False when another one has held it for too long."""
    places, voice, listener = transaction.places, transaction.voice, transaction.listener
    fd = open_lock(places)
    until = time.monotonic() + transaction.plan.seconds['lock-wait']
    told = 0
    while not try_lock(fd):
        holder = b' '.join(files.read_small(places['holder'])[:300].split(b'\n')).decode('utf-8', 'replace').strip()
        if time.monotonic() >= until:
            voice.say(f='busy', holder=holder)
            return False
        if time.monotonic() - told >= 1:
            voice.say(f='waiting', holder=holder)
            told = time.monotonic()
        listener.wait(0.05)
    transaction.point('lock')
    files.put_text(places['holder'], transaction.plan.holder + b'\n')
    files.put_text(places['token'], transaction.id.encode() + b'\n')
    return True


def wait_for_lock(fd, seconds, listener):
    """False when it was not free in time, or somebody wants us to end."""
    until = time.monotonic() + seconds
    while not try_lock(fd):
        if listener.is_lost or time.monotonic() >= until:
            return False
        time.sleep(0.2)
    return True
