import type { Command } from '../../base/command.js'
import { places } from '../../transaction/places.js'
import type { ArchiveFile } from '../../transaction/transaction.js'
import { endedScript, spareSeconds, unitScript } from './unit-script.js'

/** Kinds of long work. A machine does one of each kind at a time, and one of all at a time. */
type TransientKind = 'baseline' | 'certificate' | 'code' | 'update'

/** Long work on a machine, done by a systemd unit of its own. */
export interface Transient {
  readonly kind: TransientKind
  /** `[0-9a-z]+`: what the work is. A unit with the same key does the same, so it can be joined. */
  readonly key: string
  /** Hexadecimal digits; new for each attempt. */
  readonly run: string
  /** bash, run in the folder of the files. */
  readonly script: string
  /** Taken away when the work has ended: they may hold secrets. */
  readonly files: readonly ArchiveFile[]
  readonly timeoutSeconds: number
  readonly lockWaitSeconds: number
  /** One line that tells a contender who holds the lock. */
  readonly holder: string
}

/** In whose hands the unit of a kind is. */
export type TransientState =
  | { readonly kind: 'free' }
  /** It does, or has done, what was asked for: `run` can be followed. */
  | { readonly kind: 'ours'; readonly run: string }
  | { readonly kind: 'other'; readonly holder: string }
  | { readonly kind: 'no-systemd' }

const beginScript = String.raw`set -u
umask 077
LC_ALL=C; PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH
kind=$1; run=$2; key=$3; base=${places.transient}/$1; dir=$base/now; unit=drover-$1.service
answer() { printf '%s\n' "$*"; exit 0; }
[ -d /run/systemd/system ] && command -v systemd-run >/dev/null || answer no-systemd
mkdir -p "$dir" /run/drover || exit 1
`

/** A transfer may hang with its link, so it holds nothing up, and has a folder of its own. */
const receiveScript = `
find "$base" -mindepth 1 -maxdepth 1 -name 'incoming-*' -mmin +60 -exec rm -rf -- {} +
incoming=$(mktemp -d "$base/incoming-XXXXXX") && trap 'rm -rf -- "$incoming"' EXIT || exit 1
mkdir "$incoming/files" && head -c "$4" | tar -x -f - -C "$incoming" && [ -f "$incoming/complete" ] || exit 1
`

/*
 * Two runs may look at the same moment, so what is decided is decided under a lock of the folder. A
 * unit that is ending still has its folder.
 */
const decideScript = String.raw`
exec 8>>"$base/starting" && flock -w 60 8 || exit 1
text() { [ ! -f "$dir/$1" ] || head -c 300 "$dir/$1" | tr '\n' ' ' | sed 's/ *$//'; }
[ "$(text run)" != "$run" ] || answer ours "$run"
state=$(systemctl show -p ActiveState --value "$unit") && [ -n "$state" ] || exit 1
case $state in
  inactive | failed) ;;
  *) [ "$(text key)" != "$key" ] || answer ours "$(text run)"
    answer other "$(text holder)" ;;
esac
`

/** Says in whose hands the unit is, and changes nothing. */
export function stateCommand({ kind, run, key }: Pick<Transient, 'kind' | 'run' | 'key'>): Command {
  return bash(`${beginScript}${decideScript}answer free`, [kind, run, key])
}

/**
 * Receives the archive (`bytes` of it) on standard input and starts the unit, if the unit is free. Answers
 * as `stateCommand` does; `ours` when it runs. May be sent again when its answer was lost.
 */
export function startCommand(transient: Transient, bytes: number): Command {
  const script = String.raw`${beginScript}${receiveScript}${decideScript}
systemctl reset-failed "$unit" 2>/dev/null
# What the last one left stays for whoever still reads it.
rm -rf -- "$base/before" "$dir/files" "$dir/script.sh" && mv -T -- "$dir" "$base/before" && mv -T -- "$incoming" "$dir" || exit 1
printf '%s\n' "$key" >"$dir/key" && printf '%s\n' "$5" >"$dir/holder" && : >"$dir/output" && printf '%s\n' "$run" >"$dir/run" || exit 1
systemd-run --quiet --collect --no-ask-password --unit="$unit" --description="Drover: $kind" \
  -p KillMode=control-group -p RuntimeMaxSec="$(($6 + $7 + ${spareSeconds}))" -p TimeoutStopSec=15 -p IgnoreSIGPIPE=no \
  -p "ExecStopPost=/bin/bash $dir/ended.sh $dir" \
  /bin/bash -c 'id=$1; tx=$2; . "$tx/unit.sh"; work_alone "$3" "$4"' drover "$run" "$dir" "$6" "$7" </dev/null 8>&- || { status=$?; rm -f "$dir/run"; exit "$status"; }
answer ours "$run"`
  const { kind, run, key, holder, lockWaitSeconds, timeoutSeconds } = transient
  return bash(script, [
    kind,
    run,
    key,
    String(bytes),
    holder,
    String(Math.ceil(lockWaitSeconds)),
    String(timeoutSeconds),
  ])
}

/** What is sent. `complete` is last: an archive that was cut off lacks it. */
export function transientArchive({
  script,
  files,
}: Pick<Transient, 'script' | 'files'>): readonly ArchiveFile[] {
  const text = (path: string, content: string): ArchiveFile => ({
    path,
    mode: 0o600,
    bytes: Buffer.from(content),
  })
  return [
    text('unit.sh', unitScript),
    text('ended.sh', endedScript),
    text('script.sh', script),
    ...files.map((file) => ({ ...file, path: `files/${file.path}` })),
    text('complete', ''),
  ]
}

/** Undefined when the answer is none. */
export function parseState(answer: string): TransientState | undefined {
  const [, word, rest = ''] = /^(\S+) ?(.*)$/.exec(answer.trim()) ?? []
  if (word === 'free' || word === 'no-systemd') return { kind: word }
  if (word === 'ours' && rest !== '') return { kind: 'ours', run: rest }
  return word === 'other' ? { kind: 'other', holder: rest } : undefined
}

function bash(script: string, words: readonly string[]): Command {
  return { argv: ['bash', '-c', script, 'drover', ...words] }
}
