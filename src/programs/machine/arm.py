"""From here on the machine itself undoes what nobody confirms: this process, or the watch if that is dead, or the
unit at boot if the machine went down."""

import os
import sys

import files
from transaction import Refused, has_systemd, program_argv
from voice import Output

# A machine that went down in the middle of a change comes back with the old files, before any service reads them. No
# compiled file is trusted there: it may be half written.
UNIT = """[Unit]
Description=Put back what a change by Drover left half done
DefaultDependencies=no
After=local-fs.target
Before=sysinit.target
ConditionPathIsSymbolicLink=%(current)s

[Service]
Type=oneshot
ExecStart=/bin/sh -c 'tx=$$(readlink %(current)s) && exec %(python)s -I -S -B -X pycache_prefix=/run/drover/none \
"$$tx/program/main.py" boot "$$tx"'
"""
WANTS = b'sysinit.target.wants'


def arm(transaction, output):
    transaction.point('arm')
    places = transaction.places
    if has_systemd():
        install_recovery(places)
    files.put_link(places['current'], transaction.folder)
    files.flush_folder(places['library'])
    if not has_systemd():
        output.tell('systemd does not run here: only the next run would undo a change that is cut off')
        return True
    watch = [
        b'systemd-run',
        b'--quiet',
        b'--collect',
        b'--unit=' + unit_of(transaction),
        b'--on-active=%d' % transaction.plan.seconds['watch'],
        b'--timer-property=AccuracySec=100ms',
        b'--',
    ]
    argv = watch + program_argv(b'watch', transaction.folder)
    status = transaction.run(argv, 60, output)
    if status != 0:
        raise Refused('systemd-run exited with %d' % status)
    return True


def unit_of(transaction):
    return b'drover-watch-' + transaction.id.encode()


def disarm(transaction):
    """After the end: best effort, a watch that finds nothing to do does nothing."""
    if has_systemd():
        transaction.run([b'systemctl', b'stop', b'--no-block', unit_of(transaction) + b'.timer'], 20, Output())


def install_recovery(places):
    """For the next boot; systemd need not know of it before."""
    unit = places['recover-unit']
    text = (UNIT % {'current': os.fsdecode(places['current']), 'python': sys.executable}).encode()
    if files.read_small(unit) != text:
        with open(unit + b'.new', 'wb') as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(unit + b'.new', 0o644)
        os.rename(unit + b'.new', unit)
    folder = os.path.join(os.path.dirname(unit), WANTS)
    link = os.path.join(folder, os.path.basename(unit))
    if files.read_own_link(link) != unit:
        if not os.path.isdir(folder):
            os.mkdir(folder)
            os.chmod(folder, 0o755)
        files.put_link(link, unit)
        files.flush_folder(folder)
        files.flush_folder(os.path.dirname(unit))
