"""What another run left: one that was cut off, and nobody has undone it; no systemd here, or we were faster. Each is
undone by the program that began it, a version of shell included."""

import os

import back
import children
import files
from ends import undo
from lock import open_lock, wait_for_lock
from transaction import PROGRAM, read_transaction
from voice import Output

# Of a version of shell; its worker is in a session of its own.
SOURCE = b'id=$1; tx=$2; . "$tx/script.sh"; '
LIMIT = 300


def recover_other(transaction):
    current = transaction.places['current']
    if not os.path.islink(current):
        return
    other = os.readlink(current)
    if not has_its_program(other):
        os.unlink(current)
    else:
        undo_by_its_program(transaction, other)


def has_its_program(folder):
    return any(os.path.exists(os.path.join(folder, name)) for name in (b'plan', b'script.sh'))


def undo_by_its_program(transaction, other):
    if is_ours(other):
        theirs = read_transaction(other, transaction.listener)
        undo(theirs, 'interrupted', 'last-follow-up')
    else:
        run_shell(transaction, other, b'undo interrupted %d >/dev/null' % transaction.plan.seconds['last-follow-up'])


def is_ours(folder):
    if not os.path.exists(os.path.join(folder, b'plan')):
        return False
    program = files.read_own_link(os.path.join(folder, b'program'))
    return program == PROGRAM or not os.path.exists(os.path.join(program, b'main.py'))


def run_shell(transaction, folder, words):
    argv = [b'bash', b'-c', SOURCE + words, b'drover', os.path.basename(folder), folder]
    return transaction.run(argv, LIMIT, Output())


def remove_stale(transaction):
    folder = transaction.places['transactions']
    for name in os.listdir(folder):
        stale = os.path.join(folder, name)
        if stale == transaction.folder or children.is_drover(files.read_small(os.path.join(stale, b'supervisor'))):
            continue
        children.end_session(files.read_small(os.path.join(stale, b'worker')))
        if is_ours(stale):
            theirs = read_transaction(stale, transaction.listener)
            children.end_marked(theirs.mark)
            back.unstage(theirs)
        elif os.path.exists(os.path.join(stale, b'script.sh')):
            run_shell(transaction, stale, b'unstage')
        files.remove_tree(stale)


def watch(transaction):
    """Started by the timer that was set before the swap. While the process that makes the change lives it holds the
    lock and decides; one that hangs is ended."""
    fd, listener = open_lock(transaction.places), transaction.listener
    if not wait_for_lock(fd, transaction.plan.seconds['hard-limit'], listener):
        if listener.is_lost:
            return 1
        if transaction.is_current():
            children.end_noted(files.read_small(transaction.path(b'supervisor')))
        if not wait_for_lock(fd, 10, listener):
            return 1
    if transaction.is_current():
        undo(transaction, 'watch', 'last-follow-up')
    return 0
