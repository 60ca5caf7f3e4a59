"""New files appear beside their targets, in folders that are held open until the swap."""

import errno
import os

import files
from paths import path_in, show, stat_in, unlink_in
from receive import new_path
from transaction import Refused


def stage(transaction, _output):
    transaction.point('stage')
    for file in transaction.plan.files:
        transaction.heed()
        if not file.puts:
            continue
        try:
            stage_file(transaction, file)
        except OSError as error:
            raise Refused('%s\n%s cannot be put there' % (error.strerror, show(file.target)))
    transaction.folders.flush()
    return True


def stage_file(transaction, file):
    owner = (b'root', b'root') if file.is_link else (file.owner, file.group)
    folder, name = transaction.folders.of(file.target, lambda fd, part: make_folder(transaction, owner, (fd, part)))
    remove_stale(transaction, folder, name)
    staged = transaction.beside(name)
    if file.op == 'link':
        os.symlink(file.to, staged, dir_fd=folder)
        transaction.staged[file.number] = stat_in(folder, staged)
        return
    source = os.open(new_path(transaction, file), os.O_RDONLY | os.O_CLOEXEC)
    try:
        fd = os.open(staged, files.NEW, 0o600, dir_fd=folder)
        try:
            files.copy_bytes(source, fd)
            os.fchown(fd, *files.find_ids(file.owner, file.group))
            os.fchmod(fd, file.mode)
            os.fsync(fd)
            transaction.staged[file.number] = os.fstat(fd)
        finally:
            os.close(fd)
    finally:
        os.close(source)


def make_folder(transaction, owner, place):
    """A folder on the way to a target; written down, so that it goes again when the change is taken back."""
    parent, name = place
    os.mkdir(name, 0o700, dir_fd=parent)
    fd = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=parent)
    try:
        with open(transaction.path(b'made'), 'ab') as made:
            made.write(path_in(parent, name) + b'\0')
            made.flush()
            os.fsync(made.fileno())
        if os.fstat(fd).st_uid != os.geteuid() or os.listdir(fd):
            raise OSError(errno.EEXIST, 'somebody has put another folder there')
        os.fchown(fd, *files.find_ids(*owner))
        os.fchmod(fd, 0o755)
    finally:
        os.close(fd)
    parent_fd = os.open(b'.', os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC, dir_fd=parent)
    try:
        os.fsync(parent_fd)
    finally:
        os.close(parent_fd)


def remove_stale(transaction, folder, name):
    """What transactions before this one left beside the target, and nobody took away."""
    for found in transaction.folders.staged_names(folder):
        middle = found[len(b'.drover-') :].partition(b'-')
        is_others = middle[0].isalnum() and middle[0] != transaction.id.encode()
        if is_others and middle[2] in (name, name + b'.old', name + b'.back'):
            unlink_in(folder, found)
