"""Beside order.py, imported by it: remembers an order on the machine's disk.

From before it is placed until certbot has saved what came of it, so that a certbot that was ended goes on with the
same order. The key of the certificate is kept too, since a finished order fits no other.

certbot's and acme's own classes speak with the server. What is put around them: `ClientV2._post` answers a
new order with the one that is kept, and the finalisation of one that has been finalised with the order itself, which
is what RFC 8555, 7.4, has for it; `make_key` gives the kept key; `Client.obtain_certificate` decides first
whether what is kept will do. Failed authorizations are noted as they are seen, each once by its URL.
"""

import contextlib
import datetime
import glob
import json
import os
import re
import shutil
import time

from machine_notes import Failures, has_bytes, read_text, sync_folder, write_whole

PARTS = ('cert', 'chain', 'fullchain', 'privkey')
LIVE = ('pending', 'ready', 'processing', 'valid')
# After a challenge was answered, for so many seconds.
LONGEST_LOOK = 10
# acme's own makes two of each: certbot that gives up takes the answer to a challenge away while the server looks
# for it.
POSTS = 4


class FailedBefore(Exception):
    """The order of an earlier attempt came to nothing because of a name: it is not repeated at once."""


class TooManyFailures(Exception):
    pass


class KeptOrder:
    def __init__(self, request, number, problems):
        self.request, self.number, self.problems = request, number, problems
        self.path, self.letsencrypt = request['keptOrder'], request['letsencrypt']
        self.client, self.kept, self.answer, self.status, self.finalize = None, {}, None, None, None
        self.resumed, self.has_answered, self.failures = False, False, Failures(request['failures'])
        # Of this attempt, and of an order that an earlier one left.
        self.invalid, self.earlier = [], []

    def install(self):
        import acme.challenges
        import acme.client
        import acme.messages
        import certbot._internal.client
        import certbot.crypto_util

        network, keys, certbot_client = acme.client.ClientV2, certbot.crypto_util, certbot._internal.client.Client
        post, make_key, obtain = network._post, keys.make_key, certbot_client.obtain_certificate

        def obtain_kept(client, domains, old_keypath=None):
            # A lineage that keeps its key is as certbot has it: nothing of it is ours to keep.
            if old_keypath is None:
                self.begin(client.acme)
            return obtain(client, domains, old_keypath)

        def make_kept_key(*args, **kwargs):
            if self.client is None:
                return make_key(*args, **kwargs)
            if 'key' not in self.kept:
                self.keep(key=make_key(*args, **kwargs).decode())
            return self.kept['key'].encode()

        def send(client, *args, **kwargs):
            for number in range(1, POSTS + 1):
                try:
                    return post(client, *args, **kwargs)
                except acme.messages.Error as error:
                    # RFC 8555, 6.5: nothing was done, and a new nonce came with the refusal.
                    if error.code != 'badNonce' or number == POSTS:
                        raise

        def post_kept(client, url, obj, *args, **kwargs):
            if client is self.client:
                if 'key' in self.kept and url == client.directory['newOrder']:
                    return self.place(lambda: send(client, url, obj, *args, **kwargs))
                if url == self.finalize and self.resumed and self.status in ('processing', 'valid'):
                    return client._post_as_get(self.kept['order'])
            self.has_answered = self.has_answered or isinstance(obj, acme.challenges.ChallengeResponse)
            try:
                answer = send(client, url, obj, *args, **kwargs)
            except acme.messages.Error as error:
                if url == self.finalize and error.code in ('badCSR', 'badPublicKey'):
                    self.drop()
                raise
            self.see(url, answer)
            return answer

        network._post, keys.make_key, certbot_client.obtain_certificate = post_kept, make_kept_key, obtain_kept

    def begin(self, client):
        """Takes up what is kept if it is what is asked for and can be gone on with; all else is dropped."""
        self.client = client
        about = {name: self.request[name] for name in ('acme', 'keyType', 'lineage')}
        about.update(names=sorted(self.request['names']), account=client.net.account.uri)
        kept = self.read()
        was = kept.get('about')
        # Also of one that was for other names: what failed of it counts.
        answer = self.fetch(kept['order']) if 'order' in kept and is_same(was, about, 'acme', 'account') else None
        if was != about or self.is_saved(kept.get('key')) or ('order' in kept and answer is None):
            kept = {}
        if 'order' in kept:
            self.answer, self.resumed = answer, True
        self.earlier, self.invalid = self.invalid, []
        if not kept:
            self.drop()
        self.kept = kept or {'about': about}
        if self.resumed:
            return
        if self.earlier and self.number > 1:
            raise FailedBefore('a name could not be proved')
        full = self.failures.full(self.request['names'], self.request['maxFailures'])
        if full:
            raise TooManyFailures(', '.join(f'"{name}"' for name in full))

    def fetch(self, url):
        """The answer of the server, or None for an order that cannot be gone on with."""
        import acme.errors
        import acme.messages

        before = len(self.problems)
        try:
            answer = self.client._post_as_get(url)
            order = acme.messages.Order.from_json(answer.json())
        except acme.errors.Error:
            if any(is_gone(problem) for problem in self.problems[before:]):
                return None
            raise
        self.status = answer.json()['status']
        is_over = order.expires is not None and order.expires <= datetime.datetime.now(datetime.timezone.utc)
        if self.status in LIVE and not is_over:
            return answer
        for authorization in order.authorizations or ():
            self.client._post_as_get(authorization)
        return None

    def place(self, post):
        if self.answer is None:
            answer = post()
            self.keep(order=answer.headers['Location'])
        else:
            answer, self.answer = self.answer, None
            answer.headers['Location'] = self.kept['order']
        self.finalize = answer.json().get('finalize')
        return answer

    def see(self, url, answer):
        try:
            said = answer.json()
        except ValueError:
            return
        if not isinstance(said, dict) or not isinstance(said.get('identifier'), dict):
            return
        if said.get('status') == 'pending' and self.resumed and not self.has_answered:
            self.clear_answers(said)
        if said.get('status') != 'invalid':
            return
        error = next((one['error'] for one in said.get('challenges', []) if one.get('error')), None)
        if error is None:
            return
        name = ('*.' if said.get('wildcard') else '') + str(said['identifier'].get('value', ''))
        if self.failures.note(re.sub('[^A-Za-z0-9.*_-]', '', name), re.sub(r'\s', '', url)):
            self.invalid.append({'name': name, 'type': error.get('type', ''), 'detail': error.get('detail', '')})

    def clear_answers(self, authorization):
        """certbot does not write over the answer that an earlier one left."""
        for challenge in authorization.get('challenges', []):
            token = str(challenge.get('token', ''))
            if 'webroot' in self.request and re.fullmatch('[A-Za-z0-9_-]+', token):
                with contextlib.suppress(FileNotFoundError):
                    os.remove(os.path.join(self.request['webroot'], '.well-known/acme-challenge', token))

    def look_after_failure(self):
        """What the server decides of names although certbot ended by something else counts as well."""
        until = time.time() + LONGEST_LOOK
        while self.client is not None and 'order' in self.kept and not self.invalid:
            with contextlib.suppress(Exception):
                order = self.client._post_as_get(self.kept['order']).json()
                found = [self.client._post_as_get(url).json()['status'] for url in order['authorizations']]
                if 'pending' not in found or not self.has_answered:
                    return
            if time.time() > until:
                return
            time.sleep(1)

    def clear_half_saved(self):
        """certbot begins a new lineage with an empty file and ends by filling it; beside one that it did not end
        it would make another, of another name."""
        name, key = self.request['lineage'], self.read().get('key')
        renewal = os.path.join(self.letsencrypt, 'renewal', name + '.conf')
        archive, live = (os.path.join(self.letsencrypt, folder, name) for folder in ('archive', 'live'))
        if key is None or not os.path.isfile(renewal) or has_bytes(renewal):
            return
        there = os.listdir(archive) if os.path.isdir(archive) else []
        if set(there) <= {part + '1.pem' for part in PARTS} and key.startswith(read_text(archive + '/privkey1.pem')):
            shutil.rmtree(archive, ignore_errors=True)
            shutil.rmtree(live, ignore_errors=True)
            os.remove(renewal)

    def is_saved(self, key):
        for path in glob.glob(
            os.path.join(glob.escape(self.letsencrypt), 'archive', self.request['lineage'], 'privkey*.pem')
        ):
            folder, name = os.path.split(path)
            if key is not None and read_text(path) == key:
                return all(has_bytes(os.path.join(folder, name.replace('privkey', part, 1))) for part in PARTS)
        return False

    def read(self):
        try:
            kept = json.loads(read_text(self.path))
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) and isinstance(kept.get('about'), dict) else {}

    def keep(self, **more):
        self.kept.update(more)
        write_whole(self.path, json.dumps(self.kept) + '\n')

    def finish(self):
        """What certbot saved is on the disk before what it could be had from again is forgotten."""
        os.sync()
        self.drop()

    def drop(self):
        with contextlib.suppress(FileNotFoundError):
            os.remove(self.path)
            sync_folder(os.path.dirname(self.path))


def is_same(one, other, *names):
    return all(one.get(name) == other[name] for name in names)


def is_gone(problem):
    kind = str(problem['type']).rsplit(':', 1)[-1]
    return 400 <= problem['status'] < 500 and problem['status'] != 429 and kind not in ('badNonce', 'rateLimited')
