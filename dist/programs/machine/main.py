"""Drover's program on a machine: `python3 -I -S FOLDER/main.py VERB …`. Standard library of 3.6 and newer, and of that
only what python3-minimal of Debian has: there is no json, ctypes or subprocess."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from verbs import run_verb  # noqa: E402

sys.exit(run_verb(sys.argv[1], [os.fsencode(word) for word in sys.argv[2:]]))
