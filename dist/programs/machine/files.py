"""Files by descriptor: read, copied, replaced in one go."""

import errno
import grp
import os
import pwd
import stat

from paths import AS_LINK

try:
    from _sha256 import sha256
except ImportError:
    try:
        from _sha2 import sha256
    except ImportError:
        from hashlib import sha256

CHUNK = 1 << 18
READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


def open_plain(name, folder):
    """A descriptor to read from; a link, a folder or a pipe is an error."""
    fd = os.open(name, READ, dir_fd=folder)
    if stat.S_ISREG(os.fstat(fd).st_mode):
        return fd
    os.close(fd)
    raise OSError(errno.EINVAL, 'not a file', name)


def digest_of(name, folder):
    fd = open_plain(name, folder)
    try:
        found = sha256()
        for chunk in chunks(fd):
            found.update(chunk)
        return found.hexdigest().encode()
    finally:
        os.close(fd)


def chunks(fd):
    while True:
        chunk = os.read(fd, CHUNK)
        if not chunk:
            return
        yield chunk


def write_all(fd, data):
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def copy_bytes(source, target):
    for chunk in chunks(source):
        write_all(target, chunk)


def copy_attributes(source, target):
    """Owner, mode, times and what else is known of a file. ACLs and labels are attributes."""
    found = os.fstat(source)
    os.fchown(target, found.st_uid, found.st_gid)
    os.fchmod(target, stat.S_IMODE(found.st_mode))
    try:
        for name in os.listxattr(source):
            os.setxattr(target, name, os.getxattr(source, name))
    except OSError as error:
        if error.errno not in (errno.ENOTSUP, errno.EPERM, errno.ENODATA):
            raise
    os.utime(target, ns=(found.st_atime_ns, found.st_mtime_ns))


def copy_file(source, source_folder, target, folder):
    """A whole copy on the disk under a new name."""
    reading = open_plain(source, source_folder)
    try:
        writing = os.open(target, NEW, 0o600, dir_fd=folder)
        try:
            copy_bytes(reading, writing)
            copy_attributes(reading, writing)
            os.fsync(writing)
        finally:
            os.close(writing)
    finally:
        os.close(reading)


def is_alike(one, other):
    """Same bytes, owner and mode. Each is a name and a folder; the second may be missing."""
    try:
        mine, yours = open_plain(*one), open_plain(*other)
    except OSError:
        return False
    try:
        a, b = os.fstat(mine), os.fstat(yours)
        if (a.st_dev, a.st_ino) == (b.st_dev, b.st_ino):
            return True
        if (a.st_size, a.st_mode, a.st_uid, a.st_gid) != (b.st_size, b.st_mode, b.st_uid, b.st_gid):
            return False
        return digest_of(*one) == digest_of(*other)
    finally:
        os.close(mine)
        os.close(yours)


def read_small(path):
    """A short file of ours; empty when it is not there."""
    try:
        with open(path, 'rb') as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        return b''


def put_text(path, data):
    """Replaces a small file of ours in one go."""
    with open(path + b'.new', 'wb') as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.rename(path + b'.new', path)


def unlink_own(path):
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass


def put_link(path, to):
    """Makes or switches a link of ours in one go."""
    unlink_own(path + b'.new')
    os.symlink(to, path + b'.new')
    os.rename(path + b'.new', path)


def read_own_link(path):
    try:
        return os.readlink(path)
    except OSError:
        return b''


def make_folders(path):
    """Folders of ours, from the first one that is not there."""
    if os.path.isdir(path):
        return
    make_folders(os.path.dirname(path))
    try:
        os.mkdir(path, 0o700)
    except FileExistsError:
        pass


def flush_folder(path):
    fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def flush_all(path):
    """A folder and all that is in it."""
    for folder, _, names in os.walk(path):
        for name in names:
            fd = os.open(os.path.join(folder, name), os.O_RDONLY | os.O_CLOEXEC)
            os.fsync(fd)
            os.close(fd)
        flush_folder(folder)


def remove_tree(path):
    """A folder of ours with all that is in it."""
    try:
        entries = list(os.scandir(path))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            remove_tree(entry.path)
        else:
            os.unlink(entry.path)
    os.rmdir(path)


def find_ids(owner, group):
    """As chown(1): a name, or else a number. Raises LookupError."""
    return _id(owner, lambda name: pwd.getpwnam(name).pw_uid), _id(group, lambda name: grp.getgrnam(name).gr_gid)


def _id(word, find):
    text = word.decode('utf-8', 'replace')
    try:
        return find(text)
    except KeyError:
        if text.isdigit():
            return int(text)
        raise LookupError('there is no user or group "%s"' % text)


def link_target(name, folder):
    """Where a link leads; None when there is none."""
    try:
        fd = os.open(name, AS_LINK, dir_fd=folder)
    except FileNotFoundError:
        return None
    try:
        return os.readlink(b'', dir_fd=fd) if stat.S_ISLNK(os.fstat(fd).st_mode) else None
    finally:
        os.close(fd)
