#!/bin/bash
# A transaction as it lies on the machine, before the lists of what it does.
: "${has_validations:?}" "${undoes?}" "${seen_generation:?}" "${hard_limit:?}"
. ./configure/base.sh
. ./configure/symlinks.sh
. ./configure/check.sh
. ./configure/work.sh
. ./configure/supervise.sh
