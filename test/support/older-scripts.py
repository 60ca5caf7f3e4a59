"""What the older deployment scripts would put on a machine, by their rules and with their own libraries.

Written from what they do, for comparison. Input: the folder of the scripts, the flock's folder, a machine and
values for RANDOM0 to RANDOM9 as JSON. Output: a JSON list of files, as they are on the machine at the end.
"""

import base64
import csv
import io
import json
import os.path
import sys

import chevron
import filetype

scripts, flock, machine, user, domain = sys.argv[1:6]
values = {"nginx_root_options": "", "hostname": machine, "domain": domain, **json.loads(sys.argv[6])}


def find(name):
    places = [
        os.path.join(flock, "config", machine, name),
        os.path.join(flock, "config", machine, name + ".base"),
        os.path.join(flock, "config", name),
        os.path.join(scripts, "config", name),
    ]
    return next((place for place in places if os.path.exists(place)), None)


def rows(name):
    """The lists as they are meant: with comments, and commas between quotes."""
    path = find(name)
    if path is None:
        return
    with open(path, encoding="utf-8-sig") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                yield next(csv.reader([line.strip()]))


def content(path):
    ends = (".js", ".css", ".ttf", ".ogg", ".jpg", ".png", ".webm", ".mp4")
    media = filetype.audio_matchers + filetype.image_matchers + filetype.video_matchers
    if path.endswith(ends) or filetype.guess(path) in media:
        with open(path, "rb") as file:
            return file.read()
    with open(path, encoding="utf-8") as file:
        return io.BytesIO(chevron.render(file, values).encode("utf-8")).read()


def place(remote):
    home = "/root" if user == "root" else "/home/" + user
    return os.path.normpath(os.path.join(home, remote.replace("~", home, 1) if remote[:1] == "~" else remote))


files = {}
for name in ("sync.csv", "uploads.csv"):
    for local, owner, permissions, remote, _ in rows(name):
        who, _, group = owner.partition(":")
        files[place(remote.format(**values))] = {
            "owner": who,
            "group": group or user,
            "mode": permissions,
            "content": base64.b64encode(content(find(local))).decode(),
        }
print(json.dumps(files))
