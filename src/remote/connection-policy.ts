/**
 * How long machines are waited for: to connect, to be reached again, to boot, to come free. Each of these numbers
 * stands here and nowhere else; those of the machine's own side stand in `transaction/places.ts`.
 */

/** One try to open a connection. */
export interface ConnectLimits {
  /** TCP connect, handshake and authentication together. */
  readonly timeoutMs: number
  /**
   * TCP connect alone. It is answered by the kernel, however busy the machine is: silence means that the machine is
   * not there.
   */
  readonly reachMs: number
}

/** The first connection of a task, and OpenSSH's own in `connect`: enough for a machine far away that is busy. */
export const connectLimits: ConnectLimits = { timeoutMs: 30_000, reachMs: 10_000 }

/** Three answers in a row missing and a connection counts as lost: 30 s, well before a TCP stack gives up. */
export const keepalive = { intervalMs: 10_000, maxMissed: 3 } as const

/** One look or capture: how long it may take, and how long it may be silent. */
export const observeLimits = { timeoutMs: 60_000, idleMs: 30_000 } as const

/** How a machine that does not answer is tried again. Pauses are random, up to a limit that doubles. */
export interface ReopenPolicy {
  readonly limits: ConnectLimits
  /** Longest pause before the second try. */
  readonly baseMs: number
  /** No pause is longer. */
  readonly maxMs: number
  /** No try starts later than this. */
  readonly deadlineMs: number
  /** What the deadline counts from: the first try, or whatever the machine said last. */
  readonly since: 'start' | 'answer'
}

/** A machine that was there a moment ago: it may be busier than before, and no farther away. */
const againLimits: ConnectLimits = { timeoutMs: 20_000, reachMs: 5000 }
/** Shorter, where the machine itself waits for us: more tries before it gives up. */
const promptLimits: ConnectLimits = { timeoutMs: 10_000, reachMs: 5000 }
const prompt = { limits: promptLimits, baseMs: 200, maxMs: 1000, since: 'start' } as const

export const reopenPolicies = {
  /** A connection that was lost in the middle of work: the machine may be silent for longer than a boot takes. */
  loss: { limits: againLimits, baseMs: 500, maxMs: 8000, deadlineMs: 120_000, since: 'answer' },
  /**
   * A machine that starts: a large one of metal takes its time, and so does an image that brings itself up to date at
   * its first boot. Gently: newer versions of sshd punish those who knock too often (PerSourcePenalties).
   */
  boot: { limits: againLimits, baseMs: 2000, maxMs: 8000, deadlineMs: 15 * 60_000, since: 'start' },
  /** Confirming a change: less than the machine waits for it (`seconds.confirm`). sshd may just be starting again. */
  confirmation: { ...prompt, deadlineMs: 12_000 },
  /** Coming back under a new host key: less than the machine waits before the old key returns. */
  nextHostKey: { ...prompt, deadlineMs: 15_000 },
  /** Asking how a change ended: the machine is back to the old files within 35 s; a little more for its boot. */
  verdict: { limits: promptLimits, baseMs: 2000, maxMs: 2000, deadlineMs: 45_000, since: 'start' },
} as const satisfies Readonly<Record<string, ReopenPolicy>>

/** How often a transaction hears from us: the machine gives up after `seconds.heartbeat` of silence. */
export const beatMs = 3000

/** How long the units of a machine that answers again may still be starting. */
export const startingUnitsSeconds = 120

/** How long a contender waits for the lock of a machine. */
export const lockPatienceSeconds = {
  /** A change of files takes seconds, and whoever waits for one sits before it: soon told whose the machine is. */
  change: 2 * 60,
  /** Long work is asked for with time at hand: others that change the machine may take as long as this. */
  longWork: 15 * 60,
} as const
