"""What this program can be asked for."""

import os

from listener import Listener
from transaction import read_transaction


def run_verb(verb, words):
    """Gives the exit status."""
    os.umask(0o077)
    os.environb[b'PATH'] = b'/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
    close_descriptors(4 if verb == 'validators' else 3)
    return VERBS[verb](*words)


def close_descriptors(first):
    for name in os.listdir('/proc/self/fd'):
        if int(name) >= first:
            try:
                os.close(int(name))
            except OSError:
                pass


def apply(marker, length, archive=None):
    from apply import apply

    return apply(marker, int(length), archive)


def with_transaction(does):
    """For one that lies on the disk. Nobody is heard any more."""

    def verb(folder, *words):
        listener = Listener(0)
        listener.ignore()
        return does(read_transaction(folder, listener), *words) or 0

    return verb


def undo(transaction, why):
    from ends import undo

    return 0 if undo(transaction, why.decode(), 'last-follow-up') else 1


def unstage(transaction):
    from back import unstage

    unstage(transaction)


def boot(transaction):
    from ends import boot

    boot(transaction)


def watch(transaction):
    from recover import watch

    return watch(transaction)


def validators(transaction):
    from validate import validators

    validators(transaction)


def settle():
    """Right after it came: all of it is compiled, and on the disk, before anything is done by it."""
    import apply
    import validate
    from files import flush_all

    assert apply and validate
    flush_all(os.path.dirname(os.path.abspath(__file__)))
    return 0


def points():
    from points import POINTS

    print('\n'.join(POINTS))
    return 0


VERBS = {
    'apply': apply,
    'boot': with_transaction(boot),
    'points': points,
    'settle': settle,
    'undo': with_transaction(undo),
    'unstage': with_transaction(unstage),
    'validators': with_transaction(validators),
    'watch': with_transaction(watch),
}
