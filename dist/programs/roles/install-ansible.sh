#!/bin/bash
# `ansible-core` is all of Ansible that the roles need; it is in the archives of every system that is served.

set -u
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
if ! command -v ansible-playbook >/dev/null; then
  echo 'installing ansible-core'
  if command -v apt-get >/dev/null; then
    apt-get -q -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 update &&
      apt-get -q -y -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 --no-install-recommends install ansible-core python3-apt
  elif command -v dnf >/dev/null; then
    dnf -y install ansible-core
  else
    echo 'ansible-core cannot be installed: neither apt-get nor dnf is there'
    exit 3
  fi || {
    echo 'ansible-core could not be installed'
    exit 3
  }
fi
