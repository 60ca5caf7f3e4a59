#!/bin/bash
# Runs checks by themselves, one after another, all of them whatever one gives. $1 is the id that stands before each
# line of our own; a name and a command for each check follow.
. ./checks/begin.sh
. ./configure/base.sh
. ./configure/check.sh

while [ "$#" -gt 0 ]; do
  step "check $1" check_patiently "$2"
  shift 2
done
exit 0
