#!/bin/sh
# Prints the certificate $1 and its chain, or nothing when there is none.

[ ! -e "$1" ] || exec cat "$1"
