/** Where Drover keeps what it needs on a machine. */
export const places = {
  /** Only root looks in here. */
  library: '/var/lib/drover',
  /** A folder for each transaction that is under way. */
  transactions: '/var/lib/drover/tx',
  /** The last few changes, newest last, as they can be undone. */
  undo: '/var/lib/drover/undo',
  /** Link to the transaction that has begun to change files and is not confirmed. Its removal is what makes a change last. */
  current: '/var/lib/drover/current',
  /** How the newest transaction ended: `ID changed` or `ID rolled-back WHY`. */
  last: '/var/lib/drover/last',
  /** Every path that Drover put here, one a line, see `encodeManaged`. */
  files: '/var/lib/drover/files',
  /** `ROLE DIGEST` a line: the roles that this machine has, as they were when they ran. */
  baseline: '/var/lib/drover/baseline',
  /** A folder for each kind of long work: what it needs, what it prints, how it ended. */
  transient: '/var/lib/drover/transient',
  /** `NAME/SHA256`: what links of artifacts lead to. */
  artifacts: '/var/lib/drover/artifacts',
  /** A folder for each version of the program that carries out changes, named by its digest. */
  program: '/var/lib/drover/program',
  stamp: '/etc/drover/stamp.json',
  stampEnv: '/etc/drover/stamp.env',
  lock: '/run/drover/lock',
  holder: '/run/drover/holder',
  /** Id of the transaction that may write. */
  token: '/run/drover/token',
  /** A file here with the name of a point holds a transaction at that point until it is removed: for whoever wants to look, and for tests. */
  hold: '/run/drover/hold',
  recoverUnit: '/etc/systemd/system/drover-recover.service',
} as const

/**
 * How long things take on a machine, in seconds. The sums matter: a machine
 * that nobody confirms is back to the old files within 35 s, and a lock whose
 * holder died is free within 20 s.
 */
export const seconds = {
  /** Silence of the holder after which it counts as dead; it speaks every 3 s. */
  heartbeat: 10,
  confirm: 20,
  validation: 120,
  followUp: 300,
  check: 60,
  /** How long a check that fails is tried again, every half second: a service may need a moment to answer. */
  checkRetry: 10,
  /** For what follows a revert when nobody listens any more: the lock must come free. */
  lastFollowUp: 5,
  /** After the swap begins, how soon the machine looks whether its transaction still has somebody who cares. */
  watch: 5,
} as const
