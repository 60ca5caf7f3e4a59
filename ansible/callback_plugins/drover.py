"""Prints what a playbook does as JSON, one object a line, for src/recipes/baseline/read-events.ts.

For ansible-core 2.14 and later, with Python 3.9 and later. Chosen with
ANSIBLE_CALLBACK_PLUGINS=.../callback_plugins ANSIBLE_STDOUT_CALLBACK=drover ANSIBLE_NOCOLOR=1.
Warnings of Ansible are no JSON and may stand between the lines.

    {"event": "begin", "protocol": 1, "ansible": "2.14.18", "check": false}
    {"event": "start", "role": "common", "task": "Set the time zone", "handler"?: true}
    {"event": "task",  "role": "common", "task": "Set the time zone", "handler"?: true,
                       "status": "ok|changed|failed|skipped|unreachable", "seconds": 0.41,
                       "ignored"?: true, "censored"?: true, "item"?: "one of a loop", "msg"?: "...",
                       "rc"?: 1, "stdout"?: "...", "stderr"?: "...", "diff"?: "..."}
    {"event": "end",   "ok": 12, "changed": 3, "failed": 0, "skipped": 4, "unreachable": 0,
                       "ignored": 0, "rescued": 0, "seconds": 8.2}

* `begin` is first, `end` last. An output without `end` was cut off: nothing is known of what came after.
* `start` says that a task begins. For each `start` one `task` without "item" follows, unless the run is cut off.
* A task with a loop prints a `task` with "item" for each item that changed or failed, then one without for all of
  them together. "seconds" counts from the start of the task.
* "role" is absent outside roles. It is the role that the task or handler was written in.
* "ignored": it failed, and the playbook goes on because it says so (`ignore_errors`).
* "msg" is there for failed, skipped and unreachable ones, and for `debug`; "rc", "stdout" and "stderr" (their ends) for
  failed ones only; "diff" for changed ones under --diff, at most 20 kB.
* With `no_log` there are no details: "censored" stands instead, and "item" is empty.
* `end` counts tasks as Ansible does: "ok" includes "changed".
"""

from __future__ import annotations

import json
import re
import sys
import time

from ansible import context
from ansible.plugins.callback import CallbackBase
from ansible.release import __version__ as ansible_version

DOCUMENTATION = """
    name: drover
    type: stdout
    short_description: JSON, one object a line
    description:
      - Prints each event of a playbook as a JSON object on a line of its own.
"""

DIFF_BYTES = 20_000
TEXT_BYTES = 4_000
# Where a template was rendered to: another folder each time.
RENDERED_IN = re.compile(r"(?m)^([-+]{3} \w+: )/\S*/ansible-local-[^/\s]+/[^/\s]+/")


class CallbackModule(CallbackBase):
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "stdout"
    CALLBACK_NAME = "drover"

    def __init__(self):
        super().__init__()
        self._began = time.monotonic()
        self._started = {}

    def v2_playbook_on_start(self, playbook):
        check = bool(context.CLIARGS.get("check"))
        _emit("begin", protocol=1, ansible=ansible_version, check=check)

    def v2_playbook_on_task_start(self, task, is_conditional):
        self._start(task)

    def v2_playbook_on_handler_task_start(self, task):
        self._start(task, handler=True)

    def v2_playbook_on_cleanup_task_start(self, task):
        self._start(task)

    def v2_runner_on_ok(self, result):
        self._finish(result, "ok")

    def v2_runner_on_failed(self, result, ignore_errors=False):
        self._finish(result, "failed", ignored=ignore_errors)

    def v2_runner_on_skipped(self, result):
        self._finish(result, "skipped")

    def v2_runner_on_unreachable(self, result):
        self._finish(result, "unreachable")

    def v2_runner_item_on_ok(self, result):
        if _values(result).get("changed"):
            self._finish(result, "ok", is_item=True)

    def v2_runner_item_on_failed(self, result):
        self._finish(result, "failed", is_item=True)

    def v2_playbook_on_stats(self, stats):
        names = {
            "ok": "ok",
            "changed": "changed",
            "failed": "failures",
            "skipped": "skipped",
            "unreachable": "dark",
            "ignored": "ignored",
            "rescued": "rescued",
        }
        counts = {name: sum(getattr(stats, of).values()) for name, of in names.items()}
        _emit("end", **counts, seconds=_since(self._began))

    def _start(self, task, handler=False):
        # The name is a finished text only now: results come with the template again.
        head = _head(task, handler)
        self._started[task._uuid] = (head, time.monotonic())
        _emit("start", **head)

    def _finish(self, result, status, is_item=False, ignored=False):
        values = _values(result)
        task = _task(result)
        head, started = self._started.get(task._uuid) or (_head(task, False), time.monotonic())
        if status == "ok" and values.get("changed"):
            status = "changed"
        event = {**head, "status": status, "seconds": _since(started)}
        if ignored:
            event["ignored"] = True
        if task.no_log or values.get("_ansible_no_log") or "censored" in values:
            event["censored"] = True
        else:
            if is_item:
                event["item"] = str(self._get_item_label(values))
            event.update(self._details(task, status, values))
        # An item without its name would be taken for the whole task.
        if is_item and "item" not in event:
            event["item"] = ""
        _emit("task", **event)

    def _details(self, task, status, values):
        if status in ("failed", "unreachable"):
            names = ("msg", "rc", "stdout", "stderr", "module_stderr", "exception")
        elif status == "skipped":
            names = ("msg", "skip_reason")
        else:
            names = ("msg",) if task.action.split(".")[-1] == "debug" else ()
        found = {name: values[name] for name in names if values.get(name) not in (None, "")}
        details = {}
        message = found.get("msg", found.get("skip_reason", found.get("exception")))
        if message is not None:
            details["msg"] = _head_of(_text(message), TEXT_BYTES)
        if isinstance(found.get("rc"), int):
            details["rc"] = found["rc"]
        for name, value in (
            ("stdout", found.get("stdout")),
            ("stderr", found.get("stderr", found.get("module_stderr"))),
        ):
            if value is not None:
                details[name] = _tail_of(_text(value), TEXT_BYTES)
        diff = self._diff(task, status, values)
        return {**details, "diff": diff} if diff else details

    def _diff(self, task, status, values):
        # Some modules give a diff that nobody asked for; some tasks switch theirs off because it holds secrets.
        if status != "changed" or not context.CLIARGS.get("diff") or task.diff is False:
            return ""
        diff = self._get_diff(values.get("diff") or []).strip("\n")
        return _head_of(RENDERED_IN.sub(r"\1", diff), DIFF_BYTES)


def _head(task, handler):
    role = getattr(task, "_role", None)
    head = {} if role is None else {"role": role.get_name().split(".")[-1]}
    head["task"] = task.name or task.action
    return {**head, "handler": True} if handler else head


def _values(result):
    # ansible-core 2.19 has the first name, and warns of the second.
    return result.result if hasattr(result, "result") else result._result


def _task(result):
    return result.task if hasattr(result, "task") else result._task


def _since(moment):
    return round(time.monotonic() - moment, 3)


def _text(value):
    return value if isinstance(value, str) else json.dumps(value, default=str)


def _head_of(text, limit):
    data = text.encode("utf-8", "surrogateescape")
    if len(data) <= limit:
        return text
    return f"{data[:limit].decode('utf-8', 'ignore')}\n... ({len(data) - limit} bytes more)"


def _tail_of(text, limit):
    data = text.encode("utf-8", "surrogateescape")
    if len(data) <= limit:
        return text
    return f"({len(data) - limit} bytes before) ...\n{data[-limit:].decode('utf-8', 'ignore')}"


def _emit(event, **fields):
    # ASCII only, so that no locale and no byte of a machine's file can break the line.
    sys.stdout.write(json.dumps({"event": event, **fields}, default=str) + "\n")
    sys.stdout.flush()
