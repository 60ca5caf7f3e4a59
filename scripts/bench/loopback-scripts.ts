/**
 * Starts the machines and keeps them until its input ends, which happens however
 * the bench ends. It is the first process of a PID namespace: when it is gone, the
 * kernel kills all machines and takes their mounts away.
 *
 * Arguments: script of a machine, count, root, folder, prefix of the addresses, port, authorized key.
 */
export const keeperScript = `
machine=$1 count=$2
shift 2
for number in $(seq "$count"); do
  unshare --mount --propagation private --pid --fork --kill-child \\
    sh -c "$machine" drover "$number" "$@" </dev/null &
done
cat >/dev/null
`

/**
 * One machine: the Debian root of local machines with a layer of its own in memory,
 * and sshd as the first process of a PID namespace. So each has its own locks, stamp
 * and processes, and no disk is shared that fifty real machines would not share.
 * There is no systemd in it.
 *
 * Arguments: number, root, folder, prefix, port, authorized key. Writes its host key to FOLDER/NUMBER.pub.
 */
export const machineScript = `
set -eu
umask 022
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export PATH
number=$1 root=$2 folder=$3 address=$4.$1 port=$5 key=$6
# The same place for all: each has its own mounts.
place="$folder/place"
mount -t tmpfs -o size=128m,mode=755 drover "$place"
mkdir "$place/upper" "$place/work" "$place/tree"
tree="$place/tree"
mount -t overlay -o "lowerdir=$root,upperdir=$place/upper,workdir=$place/work" drover "$tree"
mount -t proc proc "$tree/proc"
mount --rbind /dev "$tree/dev"
mount -t tmpfs -o mode=755 drover "$tree/run"
mkdir "$tree/run/sshd" "$tree/run/lock"
mkdir -p -m 700 "$tree/root/.ssh"
printf '%s\\n' "$key" >"$tree/root/.ssh/authorized_keys"
ssh-keygen -q -t ed25519 -N '' -C '' -f "$tree/etc/ssh/ssh_host_ed25519_key"
cat >"$tree/etc/ssh/bench_config" <<END
ListenAddress $address
Port $port
HostKey /etc/ssh/ssh_host_ed25519_key
PidFile /run/sshd.pid
UsePAM no
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
Subsystem sftp internal-sftp
END
cut -d ' ' -f 1,2 "$tree/etc/ssh/ssh_host_ed25519_key.pub" >"$folder/$number.new"
mv "$folder/$number.new" "$folder/$number.pub"
exec chroot "$tree" /usr/sbin/sshd -D -e -f /etc/ssh/bench_config 2>"$tree/var/log/sshd.log"
`
