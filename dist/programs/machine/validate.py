"""Validators see the new files in place of the old ones, and nobody else does: the staged tree lies over the real
folders in a mount namespace of its own. That is made by a process that lives as long as they do (`validators`);
what it says comes over a pipe that no validator has, so no status of theirs can be taken for the kernel's."""

import os
import stat

import files
from paths import open_folder, show, split
from receive import new_path
from transaction import program_argv


def covered_folders(transaction):
    """Folders to lie under: the deepest that are there, for each target, none within another. None when that is the
    root."""
    own = (transaction.places['library'], os.path.dirname(transaction.places['stamp']))
    found = set()
    for file in transaction.plan.files:
        if file.puts:
            folder = split(file.target)[0]
            while not is_folder(folder):
                folder = os.path.dirname(folder)
            found.add(folder)
    outer = []
    for folder in sorted(found - set(own)):
        if folder == b'/':
            return None
        if not any(folder.startswith(above + b'/') for above in outer):
            outer.append(folder)
    return outer


def is_folder(path):
    try:
        os.close(open_folder(path))
        return True
    except FileNotFoundError:
        return False


def make_trees(transaction):
    """What lies over each folder. Names of ours in between, so that no character of a path means anything to
    mount(8)."""
    covered = covered_folders(transaction) or []
    os.mkdir(transaction.path(b'over'), 0o700)
    os.mkdir(transaction.path(b'under'), 0o700)
    for number, folder in enumerate(covered):
        top = transaction.path(b'over/%d' % number)
        os.mkdir(transaction.path(b'under/%d' % number), 0o700)
        make_like(top, folder)
        for file in transaction.plan.files:
            if file.puts and file.target.startswith(folder + b'/'):
                put_in_tree(transaction, file, (top, folder))
    return covered


def put_in_tree(transaction, file, tree):
    top, folder = tree
    at = len(folder)
    for part in split(file.target)[0][at:].split(b'/')[1:]:
        at += 1 + len(part)
        make_like(top + file.target[len(folder) : at], file.target[:at])
    place = top + file.target[len(folder) :]
    if file.op == 'link':
        os.symlink(file.to, place)
    else:
        os.link(new_path(transaction, file), place)


def make_like(path, real):
    """A folder of the tree lies over the real one: it must look the same."""
    if os.path.isdir(path):
        return
    os.mkdir(path, 0o755)
    os.chmod(path, 0o755)
    try:
        fd = open_folder(real)
    except FileNotFoundError:
        return
    try:
        found = os.fstat(fd)
        os.chown(path, found.st_uid, found.st_gid)
        os.chmod(path, stat.S_IMODE(found.st_mode))
    finally:
        os.close(fd)


def validate(transaction, output):
    """True or False, None where the kernel gives no such namespace."""
    transaction.point('validate')
    covered = covered_folders(transaction)
    if covered is None:
        output.tell('a file lies in the root folder: it is validated in place')
        return None
    told, telling = os.pipe()
    argv = [b'unshare', b'--mount', b'--propagation', b'private', b'--'] + program_argv(
        b'validators', transaction.folder
    )
    limit = transaction.plan.seconds['validation'] * len(transaction.plan.validations) + 30
    try:
        status = transaction.run(argv, limit, output, keeps=[telling])
        os.set_blocking(told, False)
        said = read_said(told)
    finally:
        os.close(told)
        os.close(telling)
    return judge(said, output, status)


def judge(said, output, status):
    if not said.startswith(b'mounted\n'):
        output.tell('no mount namespace of its own: it is validated in place')
        return None
    lines = said.split(b'\n')
    if lines[1:2] == [b'valid']:
        return True
    if lines[1:2] == [b'invalid']:
        output.subject = show(b'\n'.join(lines[2:])).rstrip('\0')
    else:
        output.tell('the validation was cut off: exited with %d' % status)
    return False


def read_said(fd):
    try:
        return os.read(fd, 65536)
    except BlockingIOError:
        return b''


def validators(transaction):
    """Runs in the namespace, with descriptor 3 to say how it went."""
    os.set_inheritable(3, False)
    for number, folder in enumerate(covered_folders(transaction) or []):
        under, over = transaction.path(b'under/%d' % number), transaction.path(b'over/%d' % number)
        layers = b'ro,lowerdir=' + over + b':' + under
        for argv in (
            [b'mount', b'--bind', folder, under],
            [b'mount', b'-t', b'overlay', b'-o', layers, b'drover', folder],
        ):
            if transaction.run(argv, 30, Passing()) != 0:
                return
    os.write(3, b'mounted\n')
    failed = run_all(transaction, Passing())
    os.write(3, b'valid\n' if failed is None else b'invalid\n' + failed)


class Passing:
    """An Output that is the next one's."""

    def take(self, data):
        files.write_all(1, data)

    def tell(self, text):
        self.take(text.encode('utf-8', 'replace') + b'\n')


def run_all(transaction, output):
    """The command that failed; None when all went well."""
    limit = transaction.plan.seconds['validation']
    for command in transaction.plan.validations:
        status = transaction.run([b'sh', b'-c', command], limit, output)
        if status != 0:
            late = ': not done within %d s' % limit if status == 124 else ''
            output.tell('"%s" exited with %d%s' % (show(command), status, late))
            return command
    return None


def validate_in_place(transaction, output):
    failed = run_all(transaction, output)
    if failed is None:
        return True
    output.subject = show(failed)
    return False
