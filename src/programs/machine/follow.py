"""What follows a change, and what has to hold after it."""

from time import monotonic

from paths import show
from voice import Output

# Room for the line about the exit within what a step tells.
TRY_KEPT = 16000


def follow(transaction):
    for name, argv in transaction.plan.follow_ups:
        transaction.point('follow')
        if not transaction.step('follow-up', show(name), follower(transaction, argv, 'follow-up'), show(name)):
            return False
    return True


def follower(transaction, argv, limit):
    seconds = transaction.plan.seconds[limit]

    def does(output):
        status = transaction.run(argv, seconds, output)
        if status == 124:
            output.tell('not done within %d s' % seconds)
        return status == 0

    return does


def check(transaction):
    for name, command in transaction.plan.checks:
        transaction.point('check')
        if not transaction.step('trial', 'check ' + show(name), checker(transaction, command), show(name)):
            return False
    return True


def checker(transaction, command):
    """A service may need a moment to answer. What the last try said is told."""
    seconds = transaction.plan.seconds

    def does(output):
        patience = monotonic() + seconds['check-retry']
        while True:
            tried = Output(most=TRY_KEPT)
            status = transaction.run([b'sh', b'-c', command], seconds['check'], tried)
            if status == 0 or monotonic() >= patience:
                output.take(tried.kept)
                if status != 0:
                    output.tell('"%s" exited with %d' % (show(command), status))
                return status == 0
            transaction.listener.pause(0.5)

    return does
