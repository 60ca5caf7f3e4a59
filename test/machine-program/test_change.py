import os
import pwd
import sys
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from machine import Machine, end_of, steps_of, tree  # noqa: E402

CHANGED = ('end', 'changed', '')


class Change(unittest.TestCase):
    def setUp(self):
        self.machine = Machine()
        self.top = self.machine.path('tree')

    def tearDown(self):
        self.machine.remove()

    def at(self, name):
        return os.path.join(self.top, name)

    def write(self, name, text='old\n'):
        os.makedirs(os.path.dirname(self.at(name)), exist_ok=True)
        with open(self.at(name), 'w') as file:
            file.write(text)

    def read(self, name):
        with open(self.at(name)) as file:
            return file.read()

    def put(self, name, text='new\n', **more):
        return dict({'op': 'put', 'target': self.at(name), 'data': text.encode()}, **more)

    def test_puts_replaces_removes_and_links(self):
        self.write('a')
        self.write('gone')
        os.symlink('/old', self.at('link'))
        files = [
            self.put('a', mode=0o600),
            self.put('deep/er/b c\n,:d', owner='daemon', group='daemon'),
            {'op': 'link', 'target': self.at('link'), 'to': self.top},
            {'op': 'remove', 'target': self.at('gone')},
        ]
        frames = self.machine.apply(files)
        self.assertEqual(end_of(frames), CHANGED, frames)
        self.assertEqual(self.read('a'), 'new\n')
        self.assertEqual(os.stat(self.at('a')).st_mode & 0o777, 0o600)
        deep = os.stat(self.at('deep/er'))
        self.assertEqual((deep.st_uid, deep.st_mode & 0o777), (pwd.getpwnam('daemon').pw_uid, 0o755))
        self.assertEqual(os.readlink(self.at('link')), self.top)
        self.assertFalse(os.path.exists(self.at('gone')))
        self.assertEqual(self.machine.leftovers(), [])
        [undo] = os.listdir(self.machine.path('lib/undo'))
        self.assertEqual(sorted(os.listdir(self.machine.path('lib/undo', undo))), ['old', 'undo.json'])
        with open(self.machine.path('lib/last')) as last:
            self.assertEqual(last.read(), '%016x changed\n' % self.machine.number)

    def test_large_files_arrive_whole(self):
        text = ''.join('line %d\n' % number for number in range(200000))
        self.machine.hold('receive')
        run = self.machine.start(self.machine.plan([self.put('a', text), self.put('b', text * 2)]))
        self.assertTrue(run.reach('receive'))
        self.machine.let_go()
        self.assertEqual(end_of(run.finish()), CHANGED)
        self.assertEqual((self.read('a'), self.read('b')), (text, text * 2))

    def test_a_name_that_another_one_ends_with_is_not_taken_for_something_stale(self):
        frames = self.machine.apply([self.put('my-conf'), self.put('conf')])
        self.assertEqual(end_of(frames), CHANGED, frames)
        self.assertEqual((self.read('conf'), self.read('my-conf')), ('new\n', 'new\n'))

    def test_what_is_not_what_the_look_saw_is_left_alone(self):
        self.write('a')
        frames = self.machine.apply([self.put('a', seen='0' * 64)])
        self.assertEqual(end_of(frames), ('end', 'failed', 'before'))
        self.assertIn('is not what Drover saw any more', steps_of(frames)['recheck']['output'])
        self.assertEqual(self.read('a'), 'old\n')
        self.assertEqual(self.machine.leftovers(), [])

    def test_nobody_confirms_and_all_is_as_it_was(self):
        self.write('a')
        os.symlink('/old', self.at('link'))
        before = tree(self.top)
        files = [self.put('a'), self.put('x/y'), {'op': 'link', 'target': self.at('link'), 'to': '/usr'}]
        frames = self.machine.apply(files, answer=False)
        self.assertEqual(end_of(frames), ('end', 'rolled-back', 'unconfirmed'))
        self.assertEqual(tree(self.top), before)
        self.assertEqual(self.machine.leftovers(), [])

    def test_validators_see_the_new_file_and_nobody_else_does(self):
        for folder in ('plain', 'a:b,c d\\e\nf'):
            self.write(folder + '/conf')
            path = self.at(folder + '/conf')
            quoted = "'%s'" % path
            live = '/proc/%d/root%s' % (os.getpid(), path)
            command = "grep -q new %s && grep -q old '%s'" % (quoted, live)
            frames = self.machine.apply([self.put(folder + '/conf')], validations=[command])
            self.assertEqual(end_of(frames), CHANGED, frames)
            self.assertEqual(steps_of(frames)['validate']['status'], 'ok')

    def test_a_validator_that_exits_as_the_kernel_would_is_a_refusal(self):
        self.write('a')
        for status in (1, 125, 126, 124):
            frames = self.machine.apply([self.put('a')], validations=['true', 'echo why; exit %d' % status])
            self.assertEqual(end_of(frames), ('end', 'failed', 'before'))
            step = steps_of(frames)['validate']
            self.assertEqual((step['status'], step['subject']), ('failed', 'echo why; exit %d' % status))
            self.assertIn('why\n"echo why; exit %d" exited with %d' % (status, status), step['output'])
            self.assertEqual(self.read('a'), 'old\n')

    def test_a_follow_up_that_fails_takes_the_change_back_and_runs_again(self):
        self.write('a')
        seen = self.machine.path('seen')
        follow = 'cat %s >>%s; grep -q old %s' % (self.at('a'), seen, self.at('a'))
        frames = self.machine.apply([self.put('a')], follow_ups=[('command x', follow)])
        self.assertEqual(end_of(frames), ('end', 'rolled-back', 'after'))
        self.assertEqual(self.read('a'), 'old\n')
        with open(seen) as file:
            self.assertEqual(file.read(), 'new\nold\n')

    def test_what_is_started_runs_as_a_service_would_and_leaves_nothing(self):
        out = self.machine.path('out')
        follow = '{ umask; pwd; ls /proc/self/fd | wc -l; env | sort; } >%s; (setsid sleep 987 &); sleep 987 &' % out
        frames = self.machine.apply([self.put('a')], follow_ups=[('command x', follow)])
        self.assertEqual(end_of(frames), CHANGED, frames)
        with open(out) as file:
            said = file.read().split('\n')
        self.assertEqual(said[:3], ['0022', '/', '4'])
        names = {line.split('=')[0] for line in said[3:] if line}
        self.assertLessEqual(names, {'HOME', 'LANG', 'PATH', 'INVOCATION_ID', 'PWD', 'OLDPWD', 'SHLVL', '_'})
        self.assertEqual(count('sleep\x00987'), 0)

    def test_a_deadline_ends_what_it_is_for_and_all_of_it(self):
        follow = 'trap "" TERM; (setsid sleep 986 &); sleep 986'
        started = time.time()
        frames = self.machine.apply([self.put('a')], follow_ups=[('command x', follow)], seconds={'follow-up': 1})
        self.assertLess(time.time() - started, 20)
        self.assertEqual(end_of(frames), ('end', 'rolled-back', 'after'))
        self.assertEqual(count('sleep\x00986'), 0)

    def test_output_is_bounded_and_cannot_speak_for_us(self):
        shout = 'yes "%s 9 {}" | head -c 3000000; printf "\\377\\000\\""' % ('f00d' * 8)
        frames = self.machine.apply([self.put('a')], follow_ups=[('command x', shout)])
        self.assertEqual(end_of(frames), CHANGED)
        step = steps_of(frames)['command x']
        self.assertTrue(step['truncated'])
        self.assertLessEqual(len(step['output']), 16384)

    def test_a_runner_that_goes_away_is_noticed_while_something_runs(self):
        self.write('a')
        run = self.machine.start(self.machine.plan([self.put('a')], follow_ups=[('command x', 'sleep 985')]))
        self.assertTrue(run.reach('follow'))
        time.sleep(0.2)
        started = time.time()
        run.hang_up()
        frames = run.finish()
        self.assertLess(time.time() - started, 8)
        self.assertEqual(end_of(frames), ('end', 'rolled-back', 'lost'))
        self.assertEqual(self.read('a'), 'old\n')
        self.assertEqual(count('sleep\x00985'), 0)

    def test_a_contender_waits_and_says_for_whom(self):
        self.machine.hold('stage')
        first = self.machine.start(self.machine.plan([self.put('a')], holder='the first'))
        self.assertTrue(first.reach('stage'))
        frames = self.machine.apply([self.put('b')], seconds={'lock-wait': 1})
        self.assertEqual(frames[-1], {'f': 'busy', 'holder': 'the first'})
        self.machine.let_go()
        self.assertEqual(end_of(first.finish()), CHANGED)
        self.assertEqual(self.machine.leftovers(), [])

    def test_a_change_of_another_generation_is_refused(self):
        frames = self.machine.apply([self.put('a')], generation=' somebody else')
        self.assertEqual(end_of(frames), ('end', 'failed', 'before'))
        self.assertIn('another run has changed', steps_of(frames)['recheck']['output'])

    def test_a_transfer_that_is_cut_off_changes_nothing(self):
        identity, data = self.machine.plan([self.put('a', 'x' * 1000)])
        for _ in range(4):
            run = self.machine.start((identity, data))
            run.kill()
        run = self.machine.start((identity, data[:-10]))
        run.hang_up()
        self.assertEqual(end_of(run.finish()), ('end', 'failed', 'receive'))
        self.assertFalse(os.path.exists(self.at('a')))
        self.assertEqual(self.machine.leftovers(), [])

    def test_undo_of_a_kept_change_goes_with_what_it_undid(self):
        self.machine.apply([self.put('a')])
        [name] = os.listdir(self.machine.path('lib/undo'))
        frames = self.machine.apply([{'op': 'remove', 'target': self.at('a')}], undoes=name)
        self.assertEqual(end_of(frames), CHANGED)
        self.assertEqual(os.listdir(self.machine.path('lib/undo')), [])


def count(argv):
    found = 0
    for pid in filter(str.isdigit, os.listdir('/proc')):
        try:
            with open('/proc/%s/cmdline' % pid) as file:
                found += argv in file.read()
        except OSError:
            pass
    return found


if __name__ == '__main__':
    unittest.main()
