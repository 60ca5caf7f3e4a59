#!/bin/bash
# Says in whose hands the unit is, and changes nothing. $1 kind of the work, $2 its run, $3 its key.
. ./long-work/begin.sh
. ./long-work/decide.sh

answer free
