"""What a transaction is to do, as the runner wrote it: records of fields, each field ended by NUL. A record begins with
`KIND COUNT`; COUNT fields follow. Paths and commands are bytes."""


class File:
    """`op` is put, remove, link or unlink. `seen` is the SHA-256 of what the look saw (for links `to:` and where it
    led), `-` for nothing, `?` for what is replaced whatever it is."""

    def __init__(self, number, fields):
        op, self.target, self.owner, self.group, mode, self.seen, self.to, size = fields
        self.number = number
        self.op = op.decode()
        self.mode = int(mode, 8)
        self.size = int(size)
        self.is_link = self.op in ('link', 'unlink')
        self.puts = self.op in ('put', 'link')


class Plan:
    def __init__(self, data):
        self.data = data
        self.files = []
        self.validations = []
        self.follow_ups = []
        self.checks = []
        self.places = {}
        self.seconds = {}
        self.words = {}
        for kind, fields in read_records(data):
            self._take(kind, fields)
        self.id = self.words['id'].decode()
        self.generation = self.words['generation']
        self.undoes = self.words['undoes']
        self.holder = self.words['holder']

    def _take(self, kind, fields):
        if kind == 'file':
            self.files.append(File(len(self.files), fields))
        elif kind == 'validation':
            self.validations.append(fields[0])
        elif kind == 'follow':
            self.follow_ups.append((fields[0], fields[1:]))
        elif kind == 'check':
            self.checks.append((fields[0], fields[1]))
        elif kind == 'place':
            self.places[fields[0].decode()] = fields[1]
        elif kind == 'seconds':
            self.seconds[fields[0].decode()] = int(fields[1])
        else:
            self.words[kind] = fields[0]

    def bytes_behind(self):
        """How many bytes of files come behind the plan, in their order."""
        return sum(file.size for file in self.files)


def read_records(data):
    fields = data.split(b'\0')
    if fields.pop() != b'':
        raise ValueError('the plan is cut off')
    at = 0
    while at < len(fields):
        kind, count = fields[at].decode().split(' ')
        found = fields[at + 1 : at + 1 + int(count)]
        if len(found) != int(count):
            raise ValueError('the plan is cut off')
        yield kind, found
        at += 1 + int(count)
