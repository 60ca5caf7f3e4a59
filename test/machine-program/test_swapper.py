"""Somebody who owns a folder puts a link of his own in its place, again and again, while root writes there."""

import os
import signal
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from machine import Machine, end_of  # noqa: E402

USER = 65534
ROUNDS = int(os.environ.get('ROUNDS', '60'))


class Swapper(unittest.TestCase):
    def setUp(self):
        self.machine = Machine()
        self.home = self.machine.path('tree', 'home')
        self.outside = self.machine.path('outside')
        os.mkdir(self.home)
        os.mkdir(os.path.join(self.home, 'app'))
        os.mkdir(self.outside)
        with open(os.path.join(self.outside, 'conf'), 'w') as file:
            file.write('not yours\n')
        for path in (self.home, os.path.join(self.home, 'app')):
            os.chown(path, USER, USER)
        self.swapper = os.fork()
        if self.swapper == 0:
            swap_for_ever(self.home, self.outside)

    def tearDown(self):
        os.kill(self.swapper, signal.SIGKILL)
        os.waitpid(self.swapper, 0)
        self.machine.remove()

    def test_nothing_is_written_read_or_removed_outside(self):
        target = os.path.join(self.home, 'app', 'conf')
        ends = {}
        for number in range(ROUNDS):
            seen = '?' if number % 2 else '-'
            file = {'op': 'put', 'target': target, 'data': b'ours\n', 'owner': 'nobody', 'seen': seen}
            answer = number % 3 > 0
            frames = self.machine.apply([file], answer=answer, seconds={'confirm': 0 if not answer else 3})
            kind = end_of(frames)[1]
            ends[kind] = ends.get(kind, 0) + 1
            self.assertEqual(os.listdir(self.outside), ['conf'], frames)
            with open(os.path.join(self.outside, 'conf')) as file:
                self.assertEqual(file.read(), 'not yours\n')
            found = os.stat(os.path.join(self.outside, 'conf'))
            self.assertEqual((found.st_uid, found.st_mode & 0o777, found.st_nlink), (0, 0o644, 1))
            self.assertFalse(os.path.lexists(self.machine.path('lib/current')), frames)
        self.assertGreater(ends.get('failed', 0), 0, ends)
        print('swapper: %s' % ends, file=sys.stderr)


def swap_for_ever(home, outside):
    os.setgid(USER)
    os.setuid(USER)
    os.chdir(home)
    while True:
        try:
            os.rename('app', 'app.real')
            os.symlink(outside, 'app')
            os.unlink('app')
            os.rename('app.real', 'app')
        except OSError:
            pass


if __name__ == '__main__':
    unittest.main()
