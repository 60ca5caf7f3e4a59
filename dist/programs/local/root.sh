#!/bin/sh
# Makes a Debian root below a name of its own and gives it its final name when it is whole.
# Arguments: folder of the roots, digest, suite, packages (with commas), mirror, apt sources,
# units to mask (with spaces); then, for a root with more packages than every machine has, the
# digest of the root without them and their names (with spaces): debootstrap knows no virtual
# packages, so apt puts them into a copy. Prints nothing.
. ./local/prelude.sh

roots=$1 digest=$2 suite=$3 packages=$4 mirror=$5 sources=$6 masked=$7 base=$8 extra=$9

mkdir -p "$roots"
lock "$roots/.lock" 900
[ ! -d "$roots/$digest" ] || exit 0
new="$roots/.new-$digest"
rm -rf "$new"
mkdir -m 700 "$new"

# debootstrap takes its proxy from the environment, not from apt.
proxy=
eval "$(apt-config shell proxy Acquire::http::Proxy 2>/dev/null || :)"
if [ -n "$proxy" ] && [ "$proxy" != DIRECT ]; then export http_proxy="$proxy" https_proxy="$proxy"; fi

tree="$new/tree"
# What a machine makes for itself. The package lists are gone, and look old: who asks for fresh ones gets them.
empty_tree() {
  rm -rf "$tree"/etc/ssh/ssh_host_* "$tree"/var/cache/apt/archives/*.deb "$tree"/var/cache/apt/*.bin \
    "$tree"/var/lib/apt/lists/*debian* "$tree"/var/lib/apt/periodic/* "$tree/etc/resolv.conf"
  touch -d 1970-01-02 "$tree/var/lib/apt/lists"
  : >"$tree/etc/machine-id"
}
# Services of packages are not started: nothing that runs in this tree may outlive the script.
if [ -n "$base" ]; then
  cp -a --reflink=auto "$roots/$base/tree" "$tree"
  cp -L /etc/resolv.conf "$tree/etc/resolv.conf"
  printf '#!/bin/sh\nexit 101\n' >"$tree/usr/sbin/policy-rc.d"
  chmod 755 "$tree/usr/sbin/policy-rc.d"
  # shellcheck disable=SC2086,SC2016
  unshare --mount --propagation private --pid --fork --kill-child chroot "$tree" sh -c 'mount -t proc proc /proc
    export DEBIAN_FRONTEND=noninteractive
    apt-get -q update && apt-get -q -y --no-install-recommends install "$@"' sh $extra >"$new/log" 2>&1 </dev/null ||
    fail "apt-get: $(grep -E '^(E|W):' "$new/log" | tail -n 1 || tail -n 1 "$new/log")"
  rm -f "$tree/usr/sbin/policy-rc.d"
  empty_tree
  mv -T "$new" "$roots/$digest"
  exit 0
fi

set -- --variant=minbase --include="$packages"
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
if [ -e "$keyring" ]; then set -- "$@" --force-check-gpg --keyring="$keyring"; fi
set -- "$@" "$suite" "$new/tree"
if [ -n "$mirror" ]; then set -- "$@" "$mirror"; fi

# In namespaces of its own, so that a debootstrap that is cut off leaves no mount and no process.
# It tells its errors on standard output.
unshare --mount --propagation private --pid --fork --kill-child --mount-proc \
  debootstrap "$@" >"$new/log" 2>&1 </dev/null ||
  fail "debootstrap: $(grep -E '^(E|W):' "$new/log" | tail -n 1 || tail -n 1 "$new/log")"

if [ -n "$sources" ]; then printf '%s' "$sources" >"$tree/etc/apt/sources.list"; fi
if ls /usr/local/share/ca-certificates/*.crt >/dev/null 2>&1; then
  cp -L /usr/local/share/ca-certificates/*.crt "$tree/usr/local/share/ca-certificates/"
  chroot "$tree" update-ca-certificates >>"$new/log" 2>&1 </dev/null
fi
empty_tree
rm -f "$tree/etc/hostname"
rm -f "$tree/var/lib/dbus/machine-id"
ln -s /etc/machine-id "$tree/var/lib/dbus/machine-id"

system="$tree/etc/systemd/system"
for unit in $masked; do ln -sf /dev/null "$system/$unit"; done
mkdir -p "$system/multi-user.target.wants"
ln -sf /lib/systemd/system/systemd-networkd.service "$system/multi-user.target.wants/"
cat >"$tree/etc/ssh/sshd_config.d/10-drover.conf" <<'END'
UseDNS no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
HostKey /etc/ssh/ssh_host_ed25519_key
MaxStartups 100:30:200
END
mv -T "$new" "$roots/$digest"
