#!/bin/bash
# A folder for the checks, which goes with them. $1 is the id that stands before each line of our own.

id=$1
shift
tx=$(mktemp -d) || exit 1
trap 'rm -rf -- "$tx"' EXIT
