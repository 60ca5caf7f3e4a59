import { mountDisk, nameMachine, passAptProxy } from './disk-steps.js'
import { machineFunctions } from './machine-functions.js'
import { networkFunctions } from './network-functions.js'
import { prelude } from './prelude.js'
import { startFunction } from './start-function.js'

/**
 * Makes the machine if it is not there, starts it if it does not run.
 * Arguments: folder of the flock, name, folder of the network, bridge, prefix, root, new id,
 * identity as JSON (kept if the machine is new), user, outer script, inner script.
 * Standard input: authorized keys, a line each, then the line `end of keys`. Prints `copied` if it made the disk as a copy instead of an overlay.
 */
export const launchScript = `${prelude}${networkFunctions}${machineFunctions}${startFunction}
flock=$1 name=$2 netdir=$3 bridge=$4 prefix=$5 root=$6 id=$7 identity=$8 user=$9
shift 9
outer=$1 inner=$2
folder="$flock/$name"
keys=$(cat)
# A maker that was killed before it had said all must not leave a machine that lets nobody in.
case $keys in
*'
end of keys') keys=\${keys%end of keys} ;;
*) fail 'its authorized keys did not arrive' ;;
esac

# Runs in a mount namespace of its own: what is mounted here is gone with it.
fill='
set -eu
umask 022
new=$1 root=$2 name=$3 address=$4 gateway=$5 user=$6
${mountDisk}${nameMachine}ssh-keygen -q -t ed25519 -N "" -C "$name" -f "$tree/etc/ssh/ssh_host_ed25519_key" </dev/null
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

${passAptProxy}'

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
