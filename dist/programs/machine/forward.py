"""Everything up to the moment at which the machine waits for the confirmation. Each step gives whether it went well."""

import os
import stat

import files
from arm import arm
from follow import check, follow
from keep import keep
from paths import show, stat_in
from receive import new_path
from stage import stage
from swap import swap
from transaction import Refused, generation
from validate import make_trees, validate, validate_in_place


def work(transaction):
    """Where it failed: `before` any target changed, `after` that; None when all went well."""
    plan = transaction.plan

    def step(name, does):
        return transaction.step(name, name, lambda output: does(transaction, output))

    if not step('prepare', prepare) or not step('recheck', recheck):
        return 'before'
    in_place = False
    if plan.validations:
        validated = step('validate', validate)
        if validated is False:
            return 'before'
        in_place = validated is None
    for name, does in (('stage', stage), ('keep', keep), ('arm', arm)):
        if not step(name, does):
            return 'before'
    if not step('swap', swap):
        return 'after'
    if in_place and not transaction.step(
        'validate', 'validate in place', lambda output: validate_in_place(transaction, output)
    ):
        return 'after'
    return None if follow(transaction) and check(transaction) else 'after'


def prepare(transaction, _output):
    transaction.point('prepare')
    for file in transaction.plan.files:
        open_target(transaction, file)
        if file.op == 'put':
            path = new_path(transaction, file)
            try:
                owner, group = files.find_ids(file.owner, file.group)
                os.chown(path, owner, group)
                os.chmod(path, file.mode)
            except (LookupError, OSError) as error:
                raise Refused('%s\n%s cannot have this owner, group or mode' % (error, show(file.target)))
        elif file.op == 'link' and not os.path.exists(file.to):
            raise Refused('%s would lead to %s, which is not there' % (show(file.target), show(file.to)))
    if transaction.plan.validations:
        make_trees(transaction)
    return True


def open_target(transaction, file):
    try:
        transaction.folders.of(file.target)
    except FileNotFoundError:
        pass


def recheck(transaction, _output):
    plan = transaction.plan
    if plan.generation not in (b'?', generation(plan.places)):
        raise Refused('another run has changed the machine since Drover looked')
    for file in plan.files:
        transaction.heed()
        recheck_file(transaction, file)
    return True


def recheck_file(transaction, file):
    if file.seen == b'?':
        return
    try:
        folder, name = transaction.folders.of(file.target)
        found = stat_in(folder, name)
    except FileNotFoundError:
        folder, name, found = None, None, None
    if file.seen == b'-':
        if found is not None:
            raise Refused('%s was not there when Drover looked, and is there now' % show(file.target))
    elif file.is_link:
        to = None if found is None else files.link_target(name, folder)
        if to is None or b'to:' + to != file.seen:
            raise Refused('%s is not the link that Drover saw any more' % show(file.target))
    else:
        is_plain = found is not None and stat.S_ISREG(found.st_mode)
        if not is_plain or files.digest_of(name, folder) != file.seen:
            raise Refused('%s is not what Drover saw any more' % show(file.target))
