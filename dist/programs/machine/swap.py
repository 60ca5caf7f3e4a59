"""The new files take their places, each by one rename in the folder in which it was staged."""

import os

import files
from paths import open_folder, show, split, stat_in, unlink_in
from transaction import Refused


def swap(transaction, _output):
    point = 'swap'
    for file in transaction.plan.files:
        # One that lost the lock must not write.
        if files.read_small(transaction.places['token']).strip() != transaction.id.encode():
            raise Refused('another run has taken the lock')
        transaction.point(point)
        point = 'swap-next'
        if file.is_link:
            transaction.point('swap-link')
        swap_file(transaction, file)
    transaction.folders.flush()
    transaction.point('swapped')
    return True


def swap_file(transaction, file):
    folder, name = transaction.folders.of(file.target)
    if not is_still(folder, split(file.target)[0]):
        raise Refused('the folder of %s is another one now' % show(file.target))
    if not file.puts:
        unlink_in(folder, name)
        return
    staged = transaction.beside(name)
    found, mine = stat_in(folder, staged), transaction.staged[file.number]
    if found is None or (found.st_dev, found.st_ino, found.st_size) != (mine.st_dev, mine.st_ino, mine.st_size):
        raise Refused('what was to become %s has been taken away' % show(file.target))
    os.rename(staged, name, src_dir_fd=folder, dst_dir_fd=folder)


def is_still(folder, path):
    fd = open_folder(path)
    try:
        return os.path.samestat(os.fstat(fd), os.fstat(folder))
    finally:
        os.close(fd)
