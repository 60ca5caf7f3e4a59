"""A change is killed at each point, then the machine decides without it: all old or all new, and nothing left
behind."""

import os
import random
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from machine import PROGRAM, Machine, end_of, tree  # noqa: E402

POINTS = subprocess.run([sys.executable, '-I', '-S', PROGRAM, 'points'], stdout=subprocess.PIPE).stdout.decode().split()
OWNERS = ('root', 'daemon', 'nobody')


class Trees:
    """A tree by chance, and a change of it by chance."""

    def __init__(self, machine, chance):
        self.machine, self.chance = machine, chance
        self.top = machine.path('tree')
        for name in ('target-a', 'target-b'):
            os.makedirs(machine.path(name), exist_ok=True)
        names = ['a', 'b c', 'd\ne', 'my-a', 'sub/a', 'sub/deep/a', 'o:p,q\\r/a']
        for name in names:
            if chance.random() < 0.6:
                self.write(name)
        for name in ('link-1', 'sub/link-2'):
            if chance.random() < 0.6:
                os.makedirs(os.path.dirname(self.at(name)), exist_ok=True)
                os.symlink(machine.path('target-a'), self.at(name))
        self.files = [file for name in names for file in self.change(name)]
        self.files += [file for name in ('link-1', 'sub/link-2', 'new/link-3') for file in self.change_link(name)]
        turns = ('put', 'link', 'unlink', 'remove')
        self.files.sort(key=lambda file: turns.index(file['op']))
        if not self.files:
            self.files = [self.put('only')]

    def at(self, name):
        return os.path.join(self.top, name)

    def write(self, name):
        os.makedirs(os.path.dirname(self.at(name)), exist_ok=True)
        with open(self.at(name), 'wb') as file:
            file.write(self.bytes())
        os.chown(self.at(name), self.chance.choice([0, 1, 65534]), self.chance.choice([0, 1]))
        os.chmod(self.at(name), self.chance.choice([0o600, 0o644, 0o4755, 0o640]))

    def bytes(self):
        return os.urandom(self.chance.choice([0, 1, 100, 5000]))

    def put(self, name):
        owner = self.chance.choice(OWNERS)
        mode = self.chance.choice([0o600, 0o644, 0o4711])
        return {'op': 'put', 'target': self.at(name), 'data': self.bytes(), 'owner': owner, 'mode': mode}

    def change(self, name):
        chance = self.chance.random()
        if chance < 0.6:
            return [self.put(name)]
        return [{'op': 'remove', 'target': self.at(name)}] if chance < 0.8 and os.path.exists(self.at(name)) else []

    def change_link(self, name):
        chance = self.chance.random()
        if chance < 0.5:
            return [{'op': 'link', 'target': self.at(name), 'to': self.machine.path('target-b')}]
        is_there = os.path.lexists(self.at(name))
        return [{'op': 'unlink', 'target': self.at(name)}] if chance < 0.8 and is_there else []


class Crash(unittest.TestCase):
    def with_machine(self, seed):
        machine = Machine()
        self.addCleanup(machine.remove)
        return machine, Trees(machine, random.Random(seed))

    def test_a_change_that_nobody_confirms_leaves_every_tree_as_it_was(self):
        for seed in range(int(os.environ.get('SEEDS', '15'))):
            machine, trees = self.with_machine(seed)
            before = tree(trees.top)
            frames = machine.apply(trees.files, answer=False, seconds={'confirm': 0})
            self.assertEqual(end_of(frames), ('end', 'rolled-back', 'unconfirmed'), (seed, frames))
            self.assertEqual(tree(trees.top), before, seed)
            self.assertEqual(machine.leftovers(), [], seed)

    def test_a_change_that_is_killed_at_any_point_is_all_old_or_all_new(self):
        for seed in range(int(os.environ.get('SEEDS', '15')) // 5 or 1):
            for point in POINTS:
                for way in ('boot', 'next', 'watch', 'shell'):
                    self.crash(seed, point, way)

    def crash(self, seed, point, way):
        machine, trees = self.with_machine(seed)
        before = tree(trees.top)
        more = {'validations': ['true']}
        if point.startswith('revert'):
            more['follow_ups'] = [('command false', 'false')]
        if point == 'unstage':
            more['validations'] = ['false']
        if point == 'follow':
            more['follow_ups'] = [('command true', 'true')]
        if point == 'check':
            more['checks'] = [('good', 'true')]
        machine.hold(point)
        run = machine.start(machine.plan(trees.files, **more))
        told = '%s at %s, %s' % (seed, point, way)
        if not self.reach(machine, run, point):
            machine.let_go()
            run.finish()
            self.assertIn(point, ('swap-next', 'swap-link'), told)
            return
        run.kill()
        machine.let_go()
        is_current = os.path.islink(machine.path('lib/current'))
        if way == 'boot' and is_current:
            machine.verb('boot', run.folder)
        if way == 'watch' and is_current:
            machine.verb('watch', run.folder)
        if way == 'shell' and is_current:
            shell = 'id=$1; tx=$2; . "$tx/script.sh"; undo interrupted 5'
            subprocess.run(['bash', '-c', shell, 'drover', run.identity, run.folder], check=True)
        if way != 'next' and is_current:
            self.check(trees, before, point, told)
        other = machine.path('other')
        frames = machine.apply([{'op': 'put', 'target': other, 'data': b'x'}])
        self.assertEqual(end_of(frames), ('end', 'changed', ''), told)
        self.check(trees, before, point, told)
        self.assertEqual(machine.leftovers(), [], told)

    def check(self, trees, before, point, told):
        if point == 'committed':
            for file in trees.files:
                if file['op'] == 'put':
                    with open(file['target'], 'rb') as now:
                        self.assertEqual(now.read(), file['data'], told)
        else:
            self.assertEqual(tree(trees.top), before, told)

    def reach(self, machine, run, point):
        """Confirms on the way, as the runner would."""
        if point in ('commit', 'committed'):
            run.asked.wait(20)
            with open(os.path.join(run.folder, 'events'), 'w') as events:
                events.write('confirmed %s\n' % run.identity)
        elif point not in ('swap-next', 'swap-link'):
            return run.reach(point)
        else:
            while run.process.poll() is None and not run.asked.is_set():
                if run.reach_now(point):
                    return True
            if run.asked.is_set():
                with open(os.path.join(run.folder, 'events'), 'w') as events:
                    events.write('confirmed %s\n' % run.identity)
            return False
        return run.reach(point)


if __name__ == '__main__':
    unittest.main()
