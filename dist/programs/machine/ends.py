"""How a transaction ends: it lasts, or is undone."""

import os
import time

import back
import children
import files
from arm import disarm
from follow import follower
from paths import show
from transaction import PROGRAM
from voice import Output

UNDO_KEPT = 3
INCOMING_SECONDS = 3600


def undo(transaction, why, limit):
    """Back to the old files, with so many seconds for each of what follows. False when they cannot all be put back."""
    end_children(transaction)
    is_current = transaction.is_current()
    ended = 'rolled-back ' + why if is_current and why != 'before' else 'failed ' + why
    if is_current:
        if not transaction.step('revert', 'revert', lambda output: back.revert(transaction, output)):
            transaction.voice.say(f='end', kind='failed', why='revert')
            return False
        if why != 'before':
            follow_back(transaction, limit)
    else:
        back.unstage(transaction)
    transaction.put_verdict(ended)
    if is_current:
        remove_current(transaction)
    kind, _, reason = ended.partition(' ')
    transaction.voice.say(f='end', kind=kind, why=reason)
    disarm(transaction)
    files.remove_tree(transaction.folder)
    return True


def follow_back(transaction, limit):
    """What follows runs again for the old files, best effort: a unit that is new has nothing to return to."""
    for name, argv in transaction.plan.follow_ups:
        transaction.step('follow-up', show(name), follower(transaction, argv, limit), show(name))


def remove_current(transaction):
    os.unlink(transaction.places['current'])
    files.flush_folder(transaction.places['library'])


def end_children(transaction):
    """What a process that is dead had started may still be at work."""
    children.end_marked(transaction.mark)


def boot(transaction):
    """The machine went down in the middle."""
    back.revert(transaction, Output())
    transaction.put_verdict('rolled-back boot')
    remove_current(transaction)


def commit(transaction):
    """The removal of the link is the one moment at which a change begins to last."""
    transaction.point('commit')
    transaction.put_verdict('changed')
    remove_current(transaction)
    transaction.point('committed')
    back.take_staged(transaction)
    # Before anybody hears that the change lasts: whoever undoes the last change then finds this one.
    keep_undo(transaction)
    transaction.voice.say(f='end', kind='changed', why='')
    disarm(transaction)
    files.remove_tree(transaction.folder)
    undos = transaction.places['undo']
    for name in list_undos(undos)[:-UNDO_KEPT]:
        files.remove_tree(os.path.join(undos, name))
    remove_programs(transaction.places)


def remove_programs(places):
    """Older programs, but for those that a transaction still names; what comes at this moment is left alone."""
    top, transactions = places['program'], places['transactions']
    needed = {files.read_own_link(os.path.join(transactions, name, b'program')) for name in os.listdir(transactions)}
    for name in os.listdir(top) if os.path.isdir(top) else []:
        path = os.path.join(top, name)
        is_coming = name.startswith(b'incoming-') and time.time() - os.lstat(path).st_mtime < INCOMING_SECONDS
        if path != PROGRAM and path not in needed and not is_coming:
            files.remove_tree(path)


def keep_undo(transaction):
    """The name begins with the second, or with the number after the newest one's: two changes may be made in one
    second, and clocks go back."""
    undos = transaction.places['undo']
    files.make_folders(undos)
    if transaction.plan.undoes:
        files.remove_tree(os.path.join(undos, os.path.basename(transaction.plan.undoes)))
        return
    newest = list_undos(undos)[-1:]
    order = max([int(time.time())] + [number_of(name) + 1 for name in newest])
    for name in os.listdir(transaction.folder):
        path = transaction.path(name)
        if os.path.isdir(path) and not os.path.islink(path):
            if name != b'old':
                files.remove_tree(path)
        elif name != b'undo.json':
            os.unlink(path)
    os.rename(transaction.folder, os.path.join(undos, b'%d-%s' % (order, transaction.id.encode())))


def list_undos(undos):
    """Names of the kept changes, oldest first."""
    names = os.listdir(undos) if os.path.isdir(undos) else []
    return sorted((name for name in names if name.partition(b'-')[0].isdigit()), key=number_of)


def number_of(name):
    return int(name.partition(b'-')[0])
