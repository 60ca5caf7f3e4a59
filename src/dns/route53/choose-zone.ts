export interface Zone {
  /** As the API takes it: without "/hostedzone/". */
  readonly id: string
  /** In lower case, without a dot at the end. */
  readonly name: string
  readonly isPrivate: boolean
}

export type ZoneChoice =
  | { readonly kind: 'zone'; readonly zone: Zone }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly zones: readonly [Zone, Zone, ...Zone[]] }

/** The zone that a name is in: the public zone with the longest name, or the longest private one if no public zone fits. */
export function chooseZone(name: string, zones: readonly Zone[]): ZoneChoice {
  const around = zones.filter((zone) => name === zone.name || name.endsWith(`.${zone.name}`))
  const open = around.filter(({ isPrivate }) => !isPrivate)
  const fitting = open.length > 0 ? open : around
  const longest = Math.max(...fitting.map((zone) => zone.name.length))
  const [first, second, ...others] = fitting.filter((zone) => zone.name.length === longest)
  if (first === undefined) return { kind: 'none' }
  // An account may have several zones of one name, of which the world asks at most one.
  if (second !== undefined) return { kind: 'several', zones: [first, second, ...others] }
  return { kind: 'zone', zone: first }
}
