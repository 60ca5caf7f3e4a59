"""Folders by descriptor. No path is given to the kernel whole: each component is opened below the one before, and
one that is a symbolic link counts only when root made it."""

import errno
import os
import pwd
import stat

AS_LINK = os.O_PATH | os.O_NOFOLLOW | os.O_CLOEXEC
FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
MOST_LINKS = 40


class Foreign(Exception):
    """A component is a symbolic link that somebody other than root made."""

    def __init__(self, path, uid):
        try:
            owner = pwd.getpwuid(uid).pw_name
        except KeyError:
            owner = str(uid)
        Exception.__init__(self, '%s is a symbolic link that "%s" made' % (show(path), owner))


def show(path):
    return path.decode('utf-8', 'replace')


def split(target):
    """The folder and the name of an absolute path."""
    folder, _, name = target.rpartition(b'/')
    return folder or b'/', name


def open_folder(path, make=None):
    """A descriptor of the folder, to be closed by the caller. `make(fd, name)` is called for one that is not there."""
    here = os.open(b'/', AS_LINK | os.O_DIRECTORY)
    try:
        parts = path.split(b'/')[::-1]
        links = 0
        while parts:
            part = parts.pop()
            if part in (b'', b'.'):
                continue
            there = _open_part(here, part, make)
            try:
                found = os.fstat(there)
                if stat.S_ISLNK(found.st_mode):
                    links += 1
                    to = _read_link(there, found, (_path_of(here), part, links))
                    parts += to.split(b'/')[::-1]
                    if to.startswith(b'/'):
                        here = _replace(here, os.open(b'/', AS_LINK | os.O_DIRECTORY))
                elif stat.S_ISDIR(found.st_mode):
                    here, there = there, here
                else:
                    raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), show(path))
            finally:
                os.close(there)
        return os.open(b'.', FOLDER, dir_fd=here)
    finally:
        os.close(here)


def _open_part(here, part, make):
    try:
        return os.open(part, AS_LINK, dir_fd=here)
    except FileNotFoundError:
        if make is None:
            raise
        make(here, part)
        return os.open(part, AS_LINK | os.O_DIRECTORY, dir_fd=here)


def _read_link(link, found, around):
    folder, part, count = around
    if found.st_uid != 0:
        raise Foreign(join(folder, part), found.st_uid)
    if count > MOST_LINKS:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), show(join(folder, part)))
    return os.readlink(b'', dir_fd=link)


def _replace(old, new):
    os.close(old)
    return new


def _path_of(fd):
    return os.readlink(b'/proc/self/fd/%d' % fd)


def join(folder, name):
    return folder.rstrip(b'/') + b'/' + name


def path_in(fd, name):
    """Where a name in a folder is now, without any link."""
    return join(_path_of(fd), name)


def stat_in(fd, name):
    """What is there, links not followed; None when nothing is."""
    try:
        return os.stat(name, dir_fd=fd, follow_symlinks=False)
    except FileNotFoundError:
        return None


def unlink_in(fd, name):
    try:
        os.unlink(name, dir_fd=fd)
    except FileNotFoundError:
        pass


def is_same_file(one, other):
    return one is not None and other is not None and (one.st_dev, one.st_ino) == (other.st_dev, other.st_ino)


class Folders:
    """Open folders of targets, each opened once."""

    def __init__(self):
        self.open = {}
        self.names = {}

    def of(self, target, make=None):
        folder, name = split(target)
        if folder not in self.open:
            self.open[folder] = open_folder(folder, make)
        return self.open[folder], name

    def staged_names(self, fd):
        """What lay beside its place in a folder when it was first asked for."""
        if fd not in self.names:
            self.names[fd] = [name for name in map(os.fsencode, os.listdir(fd)) if name.startswith(b'.drover-')]
        return self.names[fd]

    def flush(self):
        for fd in self.open.values():
            os.fsync(fd)

    def close(self):
        for fd in self.open.values():
            os.close(fd)
        self.open = {}
