"""Takes a transaction from the runner and lays it down in a folder of its own."""

import os
import sys

import files
from plan import Plan
from transaction import PROGRAM, Transaction

# For a version of shell that comes upon a transaction of this one: it sources this file to undo it, and so does the
# unit that such a version has installed for a boot.
SHIM = """drover_program() { '%s' -I -S '%s/main.py' "$@"; }
undo() { drover_program undo "$tx" "$1"; }
unstage() { drover_program unstage "$tx"; }
revert_files() { drover_program boot "$tx"; }
put_verdict() { :; }
"""


def read_plan(chunks):
    """The plan, and the bytes that came behind it in its last chunk."""
    data = b''
    length = None
    for chunk in chunks:
        data += chunk
        if length is None and b'\n' in data:
            first, _, data = data.partition(b'\n')
            length = int(first)
        if length is not None and len(data) >= length:
            return Plan(data[:length]), data[length:]
    raise ValueError('the plan is cut off')


def receive(chunks, voice, listener):
    plan, rest = read_plan(chunks)
    transaction = Transaction(plan, voice, listener)
    # What comes is the change; signs of life come behind it.
    listener.ignore()
    try:
        files.make_folders(transaction.folder)
        files.put_text(transaction.path(b'supervisor'), b'%d\n' % os.getpid())
        transaction.point('receive')
        lay_down(transaction)
        receive_files(transaction, rest, chunks)
        files.unlink_own(transaction.path(b'archive'))
        listener.open_events(transaction.path(b'events'))
    except BaseException:
        files.remove_tree(transaction.folder)
        raise
    listener.heed()
    return transaction


def lay_down(transaction):
    plan = transaction.plan
    files.put_link(transaction.path(b'program'), PROGRAM)
    shim = SHIM % (sys.executable, os.fsdecode(PROGRAM))
    for name, data in ((b'plan', plan.data), (b'undo.json', plan.words['undo']), (b'script.sh', shim.encode())):
        files.put_text(transaction.path(name), data)


def receive_files(transaction, rest, chunks):
    os.mkdir(transaction.path(b'new'), 0o700)
    for file in transaction.plan.files:
        if file.op != 'put':
            continue
        fd = os.open(new_path(transaction, file), files.NEW, 0o600)
        try:
            left = file.size
            while left:
                if not rest:
                    rest = next(chunks, b'')
                    if not rest:
                        raise ValueError('a file is cut off')
                files.write_all(fd, rest[:left])
                left, rest = left - len(rest[:left]), rest[left:]
        finally:
            os.close(fd)


def new_path(transaction, file):
    return transaction.path(b'new/%d' % file.number)
