import { machineFunctions } from './machine-functions.js'
import { prelude } from './prelude.js'

/** Start of both: arguments are the folder of the flock, name, id. `folder` and `id` are known after it. */
const findMachine = `
folder="$1/$2"
lock "$1/.lock-$2" 120
[ -d "$folder" ] || fail "it does not exist"
id=$(cat "$folder/id")
[ "$id" = "$3" ] || fail "it has another id: \\"$id\\", not \\"$3\\""
`

/**
 * Stops the machine in an orderly way: half a minute for its services, then for certain. What
 * stays is its disk and its address.
 */
export const stopScript = `${prelude}${machineFunctions}${findMachine}
for pid in $(running_pids); do kill -TERM "$pid" 2>/dev/null || :; done
wait_gone 1500 || stop_machine
`

/**
 * Presses Ctrl-Alt-Del, which systemd takes for a reboot: SIGINT to the machine's first process, the
 * child of systemd-nspawn.
 */
export const rebootScript = `${prelude}${machineFunctions}${findMachine}
is_running || fail "it does not run"
children() { cat "/proc/$1/task"/*/children 2>/dev/null || :; }
for pid in $(running_pids); do
  for nspawn in $(children "$pid"); do
    [ "$(cat "/proc/$nspawn/comm" 2>/dev/null)" = systemd-nspawn ] || continue
    for init in $(children "$nspawn"); do
      [ "$(cat "/proc/$init/comm" 2>/dev/null)" = systemd ] || continue
      kill -INT "$init"
      exit 0
    done
  done
done
fail "its first process is not to be found"
`
