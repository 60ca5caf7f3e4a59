"""The way back. Everything here is idempotent: it may be cut off and done again, by another process too."""

import os

import files
from paths import Foreign, is_same_file, open_folder, split, stat_in, unlink_in


def revert(transaction, output):
    """Links go back before files: what they led to stays whole as long as they lead there."""
    point = 'revert'
    used = {}
    try:
        for is_link, back in ((True, revert_link), (False, revert_file)):
            for file in transaction.plan.files:
                if file.is_link != is_link:
                    continue
                transaction.point(point)
                point = 'revert-next'
                fd = folder_of(transaction, file, (used, output))
                if fd is not None:
                    back(transaction, file, (fd, split(file.target)[1]))
        for fd in used.values():
            os.fsync(fd)
    finally:
        close_all(used)
    remove_made(transaction)
    transaction.point('reverted')
    return True


def folder_of(transaction, file, around):
    """The folder that holds what is to return: where it is now, or, for the process that made the change, where it
    was."""
    used, output = around
    path = split(file.target)[0]
    if path in used:
        return used[path]
    held = transaction.folders.open.get(path)
    if held is not None:
        used[path] = os.dup(held)
        return used[path]
    try:
        used[path] = open_folder(path)
        return used[path]
    except FileNotFoundError:
        if os.path.lexists(transaction.path(b'old') + file.target):
            raise
    except Foreign as error:
        # Whoever made it has taken our files away, too: nothing of ours is below it.
        output.tell(str(error))
    return None


def revert_link(transaction, file, there):
    fd, name = there
    staged = transaction.beside(name)
    old = staged + b'.old'
    before = None if file.seen == b'-' else file.seen[len(b'to:') :]
    # A staged link that is still beside its target was not swapped.
    if file.op == 'link' and stat_in(fd, staged) is not None:
        unlink_in(fd, staged)
        unlink_in(fd, old)
    elif before is None:
        if files.link_target(name, fd) is not None:
            os.unlink(name, dir_fd=fd)
    elif files.link_target(name, fd) == before:
        unlink_in(fd, old)
    elif files.link_target(old, fd) is not None:
        os.rename(old, name, src_dir_fd=fd, dst_dir_fd=fd)
    else:
        back = staged + b'.back'
        unlink_in(fd, back)
        os.symlink(before, back, dir_fd=fd)
        os.rename(back, name, src_dir_fd=fd, dst_dir_fd=fd)


def revert_file(transaction, file, there):
    fd, name = there
    staged = transaction.beside(name)
    old = staged + b'.old'
    kept = transaction.path(b'old') + file.target
    found_old = stat_in(fd, old)
    if file.op == 'put' and stat_in(fd, staged) is not None:
        unlink_in(fd, staged)
        unlink_in(fd, old)
    elif is_same_file(found_old, stat_in(fd, name)):
        unlink_in(fd, old)
    elif found_old is not None:
        os.rename(old, name, src_dir_fd=fd, dst_dir_fd=fd)
    elif os.path.lexists(kept):
        put_back(kept, staged + b'.back', there)
    elif file.seen in (b'-', b'?'):
        unlink_in(fd, name)


def put_back(kept, back, there):
    """The same inode where that can be: on a full disk a copy would not fit."""
    fd, name = there
    folder = os.open(os.path.dirname(kept), os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        own = os.path.basename(kept)
        if files.is_alike((own, folder), (name, fd)):
            return
        unlink_in(fd, back)
        try:
            os.link(own, back, src_dir_fd=folder, dst_dir_fd=fd, follow_symlinks=False)
        except OSError:
            files.copy_file(own, folder, back, fd)
        os.rename(back, name, src_dir_fd=fd, dst_dir_fd=fd)
    finally:
        os.close(folder)


def unstage(transaction):
    """Takes away what lies beside targets. A folder that cannot be walked to any more holds nothing of ours."""
    transaction.point('unstage')
    take_staged(transaction)
    remove_made(transaction)


def take_staged(transaction):
    used = {}
    try:
        for file in transaction.plan.files:
            path, name = split(file.target)
            try:
                if path not in used:
                    held = transaction.folders.open.get(path)
                    used[path] = open_folder(path) if held is None else os.dup(held)
            except (OSError, Foreign):
                continue
            for suffix in (b'', b'.old', b'.back'):
                unlink_in(used[path], transaction.beside(name) + suffix)
    finally:
        close_all(used)


def remove_made(transaction):
    """Folders that this change made, when nothing is in them."""
    for path in reversed(files.read_small(transaction.path(b'made')).split(b'\0')[:-1]):
        try:
            folder, name = split(path)
            fd = open_folder(folder)
        except (OSError, Foreign):
            continue
        try:
            os.rmdir(name, dir_fd=fd)
        except OSError:
            pass
        finally:
            os.close(fd)


def close_all(used):
    for fd in used.values():
        os.close(fd)
