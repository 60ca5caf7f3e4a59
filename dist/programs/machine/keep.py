"""What is about to be replaced is kept for the way back, on the disk before anything changes."""

import errno
import os
import stat

import files
from paths import show, stat_in
from transaction import Refused


def keep(transaction, _output):
    transaction.point('keep')
    old = transaction.path(b'old')
    made = [transaction.folder, old]
    files.make_folders(old)
    for file in transaction.plan.files:
        transaction.heed()
        folder, name = find_folder(transaction, file.target)
        found = None if folder is None else stat_in(folder, name)
        if file.is_link:
            # The old link stays beside its place: it can return when the disk is full.
            if file.seen != b'-':
                link_beside(transaction, folder, name)
        elif found is not None:
            keep_file(transaction, file, (folder, name, found))
            made.append(os.path.dirname(old + file.target))
    for path in sorted(all_folders(made, old)):
        files.flush_folder(path)
    files.flush_folder(transaction.places['transactions'])
    return True


def find_folder(transaction, target):
    try:
        return transaction.folders.of(target)
    except FileNotFoundError:
        return None, None


def keep_file(transaction, file, there):
    folder, name, found = there
    if not stat.S_ISREG(found.st_mode):
        raise Refused('%s is not a file' % show(file.target))
    place = transaction.path(b'old') + file.target
    files.make_folders(os.path.dirname(place))
    try:
        os.link(name, place, src_dir_fd=folder, follow_symlinks=False)
        return
    except OSError as error:
        if error.errno not in (errno.EXDEV, errno.EMLINK, errno.EPERM, errno.ENOTSUP):
            raise
    # On another file system the old inode stays beside its place too: it can return when that disk is full.
    kept = os.open(os.path.dirname(place), os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        files.copy_file(name, folder, os.path.basename(place), kept)
    finally:
        os.close(kept)
    link_beside(transaction, folder, name)


def link_beside(transaction, folder, name):
    try:
        os.link(name, transaction.beside(name) + b'.old', src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=False)
    except OSError:
        pass


def all_folders(paths, top):
    found = set(paths)
    for path in paths:
        while len(path) > len(top):
            found.add(path)
            path = os.path.dirname(path)
    return found
