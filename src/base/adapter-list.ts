/** Adapters of one kind by the names that `flock.yml` has for them. Each is loaded when it is asked for. */
export type AdapterList<Definition> = Readonly<
  Record<string, () => Promise<{ readonly definition: Definition }>>
>

/** One key of an adapter's settings, as the documentation shows it. */
interface Setting {
  readonly meaning: string
  /** Absent where it must be given. */
  readonly byDefault?: string
}

export type Settings = Readonly<Record<string, Setting>>

/** What Node has of a process's environment. */
export type Environment = Readonly<Record<string, string | undefined>>
