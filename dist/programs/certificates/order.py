"""Runs certbot in its own interpreter, up to five times, and says how each run ended.

It tells by the types of certbot's errors and by what the ACME server answered (RFC 8555, 6.7), which
certbot's own words hide: its version in Debian 12 fails with "can't set attribute" on any refusal. certbot's
library logs each answer with its parts, and those are what is read here; no text is taken apart. What one run
began the next goes on with (kept_order.py), also when certbot or the machine was ended meanwhile.

It is started in a folder with order.json and the two modules. Names that are to be proved over Route 53 are
looked up there before anything is ordered, by the one call with which certbot's plugin begins each change.
Prints `MARK attempt JSON` for each run, and exits with 0 only when certbot has what was asked for.
"""

import json
import logging
import os
import random
import subprocess
import sys
import time

from kept_order import FailedBefore, KeptOrder, TooManyFailures


class Listener(logging.Handler):
    def __init__(self):
        super().__init__(logging.DEBUG)
        self.problems, self.orders, self.retry_after = [], set(), None

    def emit(self, record):
        args = record.args
        if not isinstance(args, tuple) or len(args) != 3 or not isinstance(args[0], int):
            return
        status, headers, body = args
        try:
            said = json.loads(body)
        except (TypeError, ValueError):
            said = {}
        if not isinstance(said, dict):
            return
        fields = dict(line.split(': ', 1) for line in str(headers).split('\n') if ': ' in line)
        fields = {name.lower(): value.strip() for name, value in fields.items()}
        if status == 201 and 'finalize' in said:
            self.orders.add(fields.get('location', said['finalize']))
        if status >= 400:
            self.retry_after = fields.get('retry-after', self.retry_after)
            self.problems.append({'status': status, 'type': said.get('type', ''), 'detail': said.get('detail', '')})


class NoZone(Exception):
    pass


def find_zones(names):
    import boto3

    zones = []
    for page in boto3.client('route53').get_paginator('list_hosted_zones').paginate():
        zones += ['.' + zone['Name'].rstrip('.') for zone in page['HostedZones'] if not zone['Config']['PrivateZone']]
    without = [name for name in names if not ('.' + name.lower()).endswith(tuple(zones))]
    if without:
        raise NoZone(', '.join(without))


def dns_failure(error):
    """What boto3 raised, also where certbot's plugin raised another error of it; None when it was something else."""
    # boto3 is there only for a challenge that needs it.
    exceptions = sys.modules.get('botocore.exceptions')
    if exceptions is None:
        return None
    for one in causes(error):
        if isinstance(one, exceptions.ClientError):
            said = one.response.get('Error', {})
            return {'code': said.get('Code', ''), 'text': said.get('Message', '')}
        if isinstance(one, (exceptions.BotoCoreError, NoZone)):
            return {'code': type(one).__name__, 'text': str(one)}


def causes(error):
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def kind_of(error):
    import acme.errors
    import acme.messages
    import certbot.errors
    import requests

    def has(*types):
        return any(isinstance(one, types) for one in causes(error))

    if isinstance(error, SystemExit):
        return 'certbot'
    if has(certbot.errors.LockError):
        return 'busy'
    if has(TooManyFailures):
        return 'limit'
    if has(FailedBefore):
        return 'challenge'
    if has(acme.messages.Error, acme.errors.BadNonce, acme.errors.MissingNonce):
        return 'refused'
    if has(requests.exceptions.SSLError):
        return 'untrusted'
    if has(requests.exceptions.ConnectionError, requests.exceptions.Timeout):
        return 'unreachable'
    if has(certbot.errors.AuthorizationError):
        return 'challenge'
    if has(acme.errors.TimeoutError):
        return 'slow'
    if has(acme.errors.ClientError, requests.exceptions.RequestException):
        return 'no-directory'
    return 'certbot'


def attempt(order, number):
    listener = Listener()
    logging.getLogger('acme.client').addHandler(listener)
    kept = KeptOrder(order, number, listener.problems)
    import certbot.main

    ended = {'kind': 'done'}
    try:
        if order['zonesFor']:
            find_zones(order['zonesFor'])
        kept.clear_half_saved()
        kept.install()
        said = certbot.main.main(order['arguments'])
        if said:
            ended = {'kind': 'certbot', 'text': str(said)}
    except BaseException as error:
        last = listener.problems[-1] if listener.problems else {}
        ended = {'kind': kind_of(error), 'text': str(error) or type(error).__name__, **last}
        dns = dns_failure(error)
        if dns is not None:
            # Debian's botocore gives its errors the types of requests, which would be the ACME server's.
            ended = {'kind': 'dns', 'code': dns['code'], 'text': ' '.join(dns['text'].split())[:300]}
    if ended['kind'] == 'done':
        kept.finish()
    else:
        kept.look_after_failure()
        # Whatever certbot met last: an order with such a name comes to nothing.
        if kept.invalid:
            ended['kind'] = 'challenge'
    ended.update(orders=len(listener.orders), resumed=kept.resumed, invalid=kept.invalid, earlier=kept.earlier)
    if listener.retry_after is not None:
        ended['retryAfter'] = listener.retry_after
    with open('ended.json', 'w') as out:
        json.dump(ended, out)
    sys.stdout.flush()
    # certbot leaves behind what would tell its last error again.
    os._exit(0)


def wait_before_next(ended, number, longest):
    """Seconds, or None when another try would end as this one did."""
    retry_after = ended.get('retryAfter')
    try:
        asked = float(retry_after) if retry_after is not None else None
    except ValueError:
        asked = longest + 1
    kind, problem, status = ended['kind'], ended.get('type', '').rsplit(':', 1)[-1], ended.get('status', 0)
    transient = (
        kind in ('busy', 'slow')
        or (kind == 'unreachable' and (number == 1 or ended['orders'] > 0 or ended['resumed']))
        or (kind in ('refused', 'no-directory') and (problem in ('badNonce', 'serverInternal') or status >= 500))
        or (kind == 'refused' and (problem == 'rateLimited' or status == 429))
    )
    if not transient or (asked is not None and asked > longest):
        return None
    return max(asked or 0, 2**number * (0.5 + random.random()))


def main(order):
    for number in range(1, order['attempts'] + 1):
        if os.path.exists('ended.json'):
            os.remove('ended.json')
        ran = subprocess.run([sys.executable, __file__, 'attempt', str(number)], stdin=subprocess.DEVNULL)
        try:
            with open('ended.json') as out:
                ended = json.load(out)
        except (OSError, ValueError):
            ended = {'kind': 'certbot', 'text': f'it ended with {ran.returncode} before it said how'}
            ended.update(orders=0, resumed=False, invalid=[], earlier=[])
        wait = None
        if ended['kind'] != 'done' and number < order['attempts']:
            wait = wait_before_next(ended, number, order['maxWaitSeconds'])
        ended['attempt'] = number
        if wait is not None:
            ended['waitSeconds'] = round(wait, 1)
        print(order['mark'], 'attempt', json.dumps(ended, sort_keys=True), flush=True)
        if ended['kind'] == 'done':
            return 0
        if wait is None:
            return 1
        time.sleep(wait)


with open('order.json') as given:
    request = json.load(given)
if sys.argv[1:2] == ['attempt']:
    attempt(request, int(sys.argv[2]))
sys.exit(main(request))
