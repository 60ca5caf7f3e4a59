import type { ReasonCode } from '../base/reasons.js'

/** A place in a file. Line and column count from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** A problem of a file whose path is not known yet. */
export interface PlacedProblem {
  readonly place: Place
  readonly message: string
  readonly hint?: string
}

export interface ReasonedProblem extends PlacedProblem {
  readonly reason: ReasonCode
}

export type DataPath = readonly (string | number)[]

/** Finds the place of a key or a value in a file, or of the nearest thing around it that exists. */
export type Locate = (path: DataPath, what: 'key' | 'value') => Place
