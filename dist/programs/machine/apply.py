"""Carries out a change: one process that holds the lock, listens to the runner, does each step and decides how it
ends."""

import os

import files
from ends import commit, undo
from forward import work
from listener import Listener, Lost
from lock import take_lock
from receive import receive
from recover import recover_other, remove_stale
from voice import Voice

SILENCE = 10


def apply(marker, length, archive):
    """`archive` is a file that holds what would else come on standard input. Gives the exit status."""
    voice = Voice(marker.decode())
    voice.say(f='hello')
    listener = Listener(SILENCE)
    try:
        chunks = listener.read_exactly(length) if archive is None else read_archive(archive)
        transaction = receive(chunks, voice, listener)
    except (OSError, ValueError, Lost) as error:
        voice.say(f='end', kind='failed', why='receive', output=str(error))
        return 1
    return decide(transaction)


def read_archive(path):
    with open(path, 'rb') as file:
        while True:
            chunk = file.read(1 << 18)
            if not chunk:
                return
            yield chunk


def decide(transaction):
    try:
        has_lock = take_lock(transaction)
    except Lost:
        has_lock = False
    if not has_lock:
        files.remove_tree(transaction.folder)
        return 75
    transaction.listener.ignore()
    recover_other(transaction)
    remove_stale(transaction)
    transaction.listener.heed()
    why, limit = go_forward(transaction)
    transaction.listener.ignore()
    if why is None:
        commit(transaction)
    elif not undo(transaction, why, limit):
        return 1
    return 0


def go_forward(transaction):
    """Why the change is to be undone, and how long what follows that may take; None when it is confirmed."""
    try:
        failed = work(transaction)
        if failed is not None:
            return failed, 'follow-up' if failed == 'after' else 'last-follow-up'
        return wait_for_confirmation(transaction), 'last-follow-up'
    except Lost:
        return 'lost', 'last-follow-up'
    except Exception as error:
        # A bug of ours must not leave the machine between two versions.
        os.write(2, ('drover: %s: %s\n' % (type(error).__name__, error)).encode('utf-8', 'replace'))
        return 'killed', 'last-follow-up'


def wait_for_confirmation(transaction):
    transaction.point('confirm')
    transaction.voice.say(f='confirm')
    expected = b'confirmed %s' % transaction.id.encode()
    if transaction.listener.wait_for(expected, transaction.plan.seconds['confirm']):
        return None
    return 'unconfirmed'
