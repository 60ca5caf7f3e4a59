import { programText } from '../../../src/programs/program.js'

const prelude = programText('local/prelude.sh')
const functions = ['prelude', 'network', 'machine', 'start']
  .map((name) => programText(`local/${name}.sh`))
  .join('')

/** What a cloud image is and a plain Debian is not: no host key, no login, cloud-init with one source. */
const cloudConfig = `datasource_list: [ NoCloud ]
network: { config: disabled }
apt: { preserve_sources_list: true }
growpart: { mode: "off" }
locale: false
resize_rootfs: false
`

/** Runs in a mount namespace of its own. Arguments: folder of the machine, root, name, address, gateway, folder of the seed. */
export const fillDiskScript = `${programText('local/disk.sh')}
set -eu
umask 022
new=$1 root=$2 name=$3 address=$4 gateway=$5 seed=$6
mount_disk
name_machine
pass_apt_proxy
mkdir -p -m 700 "$tree/var/lib/cloud/seed/nocloud"
cp "$seed/user-data" "$seed/meta-data" "$tree/var/lib/cloud/seed/nocloud/"
cat >"$tree/etc/cloud/cloud.cfg.d/95-rig.cfg" <<END
${cloudConfig}END
printf "policy: enabled\\n" >"$tree/etc/cloud/ds-identify.cfg"
`

/**
 * Makes the machine of an instance if it is not there, starts it if it does not run. As in a cloud,
 * only its user data makes it one that lets anybody in.
 * Arguments: folder of the flock, instance id, folder of the network, bridge, prefix, root, new
 * id, address, folder with user-data and meta-data, and the programs outer, inner and the one above.
 */
export const bootScript = `${functions}
flock=$1 name=$2 netdir=$3 bridge=$4 prefix=$5 root=$6 id=$7 address=$8 seed=$9
shift 9
outer=$1 inner=$2 fill=$3
folder="$flock/$name"

make_machine() {
  new="$flock/.new-$name"
  rm -rf "$new"
  mkdir -p "$new"
  mkdir -m 700 "$new/disk"
  mkdir -m 755 "$new/disk/upper" "$new/disk/work" "$new/disk/root"
  printf '%s\\n' "$address" >"$new/address"
  printf '%s\\n' "$id" >"$new/id"
  printf '%s\\n' "$root" >"$new/root"
  printf '{"id":"%s"}\\n' "$id" >"$new/identity.json"
  : >"$new/host-key"
  unshare --mount --propagation private sh -c "$fill" \\
    sh "$new" "$root" "$name" "$address" "$prefix.0.1" "$seed" 2>"$new/errors" ||
    fail "its disk could not be made: $(tail -n 1 "$new/errors")"
  rm "$new/errors"
  mv -T "$new" "$folder"
}

lock "$flock/.lock-$name" 120
[ -d "$folder" ] || make_machine
id=$(cat "$folder/id")
if ! is_running; then
  wait_gone 50 || stop_machine
  start_machine
fi
`

/** Stops a machine; its disk stays. Arguments: folder of the flock, instance id. */
export const stopScript = `${functions}
folder="$1/$2"
lock "$1/.lock-$2" 120
[ -d "$folder" ] || exit 0
id=$(cat "$folder/id")
stop_machine
`

/**
 * What a machine wrote on its console: these have none, and cloud-init writes to its log what it
 * would write there. Arguments: folder of the flock, instance id.
 */
export const consoleScript = `${prelude}
for disk in upper root; do
  log="$1/$2/disk/$disk/var/log/cloud-init-output.log"
  if [ -e "$log" ]; then tail -c 65536 "$log"; exit; fi
done
`
