import { machineFunctions } from './machine-functions.js'
import { networkFunctions } from './network-functions.js'
import { prelude } from './prelude.js'

/**
 * Makes the machine if it is not there, starts it if it does not run.
 * Arguments: folder of the flock, name, folder of the network, bridge, prefix, root, new id,
 * identity as JSON (kept if the machine is new), user, outer script, inner script.
 * Standard input: authorized keys. Prints `copied` if it made the disk as a copy instead of an overlay.
 */
export const launchScript = `${prelude}${networkFunctions}${machineFunctions}
flock=$1 name=$2 netdir=$3 bridge=$4 prefix=$5 root=$6 id=$7 identity=$8 user=$9
shift 9
outer=$1 inner=$2
folder="$flock/$name"
keys=$(cat)

# Runs in a mount namespace of its own: what is mounted here is gone with it.
fill='
set -eu
umask 022
new=$1 root=$2 name=$3 address=$4 gateway=$5 user=$6
disk="$new/disk"
tree="$disk/root"
kind=overlay
if ! mount -t overlay -o "lowerdir=$root,upperdir=$disk/upper,workdir=$disk/work" drover "$tree" 2>/dev/null; then
  # This file system cannot hold the upper layer of an overlay.
  kind=copy
  cp -a --reflink=auto "$root/." "$tree/"
fi
printf "%s\\n" "$kind" >"$new/kind"
printf "%s\\n" "$name" >"$tree/etc/hostname"
printf "127.0.0.1 localhost\\n127.0.1.1 %s\\n::1 localhost\\n" "$name" >"$tree/etc/hosts"
tr -d - </proc/sys/kernel/random/uuid >"$tree/etc/machine-id"
# Sorts before the 80-container-host0.network of systemd, which asks for an address by DHCP.
printf "[Match]\\nName=host0\\n\\n[Network]\\nAddress=%s/16\\nGateway=%s\\nLinkLocalAddressing=no\\nIPv6AcceptRA=no\\n" \\
  "$address" "$gateway" >"$tree/etc/systemd/network/10-host0.network"

ssh-keygen -q -t ed25519 -N "" -C "$name" -f "$tree/etc/ssh/ssh_host_ed25519_key" </dev/null
cut -d " " -f 1,2 "$tree/etc/ssh/ssh_host_ed25519_key.pub" >"$new/host-key"

home=/root
if [ "$user" != root ]; then
  home="/home/$user"
  chroot "$tree" id "$user" >/dev/null 2>&1 || chroot "$tree" useradd --create-home --shell /bin/bash "$user"
  printf "%s ALL=(ALL) NOPASSWD: ALL\\n" "$user" >"$tree/etc/sudoers.d/drover"
  chmod 440 "$tree/etc/sudoers.d/drover"
fi
mkdir -p -m 700 "$tree$home/.ssh"
cat >"$tree$home/.ssh/authorized_keys"
chmod 600 "$tree$home/.ssh/authorized_keys"
chroot "$tree" chown -R "$user:" "$home/.ssh"

proxy=
eval "$(apt-config shell proxy Acquire::http::Proxy 2>/dev/null || :)"
if [ -n "$proxy" ] && [ "$proxy" != DIRECT ]; then
  # A proxy on this computer is, for the machine, at its gateway.
  proxy=$(printf %s "$proxy" | sed -E "s,//(localhost|127[.0-9]+)([:/]|$),//$gateway\\2,")
  (umask 077 && printf "Acquire::http::Proxy \\"%s\\";\\n" "$proxy" >"$tree/etc/apt/apt.conf.d/90drover")
fi
'

make_machine() {
  new="$flock/.new-$name"
  rm -rf "$new"
  mkdir -p "$new"
  mkdir -m 700 "$new/disk"
  mkdir -m 755 "$new/disk/upper" "$new/disk/work" "$new/disk/root"
  lock_network
  allocate "$folder"
  unlock_network
  printf '%s\\n' "$address" >"$new/address"
  printf '%s\\n' "$id" >"$new/id"
  printf '%s\\n' "$root" >"$new/root"
  printf '%s\\n' "$identity" >"$new/identity.json"
  printf '%s\\n' "$keys" | unshare --mount --propagation private sh -c "$fill" \\
    sh "$new" "$root" "$name" "$address" "$prefix.0.1" "$user" 2>"$new/errors" ||
    fail "its disk could not be made: $(tail -n 1 "$new/errors")"
  rm "$new/errors"
  if [ "$(cat "$new/kind")" = copy ]; then echo copied; fi
  mv -T "$new" "$folder"
}

start_machine() {
  lock_network
  printf '%s\\n' "$folder" >"$netdir/$(cat "$folder/address")"
  network_up
  ip neigh flush to "$(cat "$folder/address")" dev "$bridge" 2>/dev/null || :
  unlock_network
  root=$(cat "$folder/root")
  [ -d "$root" ] || [ "$(cat "$folder/kind")" = copy ] || fail "the Debian root of its disk is gone: $root"
  # As files, because systemd-run reads a "$" in an argument in its own way.
  printf '%s' "$outer" >"$folder/run.new" && mv "$folder/run.new" "$folder/run"
  printf '%s' "$inner" >"$folder/inside.new" && mv "$folder/inside.new" "$folder/inside"
  # A clean environment: the runner of Actions ends, by a variable in it, what a job leaves behind.
  set -- env -i PATH="$PATH" LC_ALL=C \\
    sh "$folder/run" "drover-local:$id" "$folder" "$root" "$name" "dr-\${id#local-}" "$bridge"
  if [ -d /run/systemd/system ]; then
    systemd-run --quiet --collect --unit="drover-$id" --description="Drover machine $name" \\
      --property=Delegate=yes --property=KillMode=mixed --property=TimeoutStopSec=3 \\
      --property=TasksMax=16384 -- "$@"
  else
    setsid "$@" >/dev/null 2>&1 </dev/null 7>&- 9>&- &
  fi
  tries=250
  while ! is_running; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || fail "its process did not start"
    sleep 0.02
  done
}

lock "$flock/.lock-$name" 120
[ -d "$folder" ] || make_machine
id=$(cat "$folder/id")
if is_running; then
  lock_network
  network_up
else
  wait_gone 50 || stop_machine
  start_machine
fi
`
