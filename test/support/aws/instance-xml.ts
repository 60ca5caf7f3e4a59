/** What the proxy makes of the instances in an answer of EC2 (DescribeInstances, RunInstances). */
export interface InstanceView {
  /** False for an instance that is not visible yet. */
  readonly isSeen: (id: string) => boolean
  /** The state to show for an instance that moto has in `state`. */
  readonly stateOf: (id: string, state: string) => string
  /** Only these states; undefined for all. */
  readonly states?: readonly string[]
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceState.html */
const codes: Readonly<Record<string, number>> = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
}

/** The XML of an answer with the instances as `view` has them. Reservations without any are left out. */
export function viewInstances(xml: string, view: InstanceView): string {
  const status = (text: string): string =>
    mapItems(text, 'instanceStatusSet', (item) => viewInstance(item, view))
  return status(
    mapItems(xml, 'reservationSet', (reservation) => {
      const kept = mapItems(reservation, 'instancesSet', (item) => viewInstance(item, view))
      return instanceIds(kept).length === 0 ? '' : kept
    }),
  )
}

export function instanceIds(xml: string): readonly string[] {
  return [...xml.matchAll(/<instanceId>(i-[0-9a-f]+)<\/instanceId>/g)].map(([, id = '']) => id)
}

export function instanceStates(xml: string): readonly string[] {
  return [...xml.matchAll(statePattern)].map(([, state = '']) => state)
}

const statePattern = /<instanceState><code>\d+<\/code><name>([a-z-]+)<\/name><\/instanceState>/g

function viewInstance(item: string, { isSeen, stateOf, states }: InstanceView): string {
  const [id = ''] = instanceIds(item)
  if (!isSeen(id)) return ''
  const shown = item.replace(statePattern, (_all, state: string) => {
    const name = stateOf(id, state)
    return `<instanceState><code>${codes[name]}</code><name>${name}</name></instanceState>`
  })
  const [state = ''] = instanceStates(shown)
  return states === undefined || states.includes(state) ? shown : ''
}

/** Changes each `<item>` of the list `tag`, whole; a list that is not there stays away. */
function mapItems(xml: string, tag: string, change: (item: string) => string): string {
  const start = xml.indexOf(`<${tag}>`) + tag.length + 2
  if (start === tag.length + 1) return xml
  const items: string[] = []
  const marks = new RegExp(`<item>|</item>|</${tag}>`, 'g')
  marks.lastIndex = start
  let depth = 0
  let from = start
  for (let mark = marks.exec(xml); mark !== null; mark = marks.exec(xml)) {
    if (mark[0] === '<item>') {
      if (depth === 0) from = mark.index
      depth += 1
    } else if (mark[0] === '</item>') {
      depth -= 1
      if (depth === 0) items.push(xml.slice(from, marks.lastIndex))
    } else {
      return `${xml.slice(0, start)}${items.map(change).join('')}${xml.slice(mark.index)}`
    }
  }
  throw new Error(`"${tag}": not closed in an answer of EC2`)
}
