import type { AdapterList } from '../base/adapter-list.js'
import { DroverError } from '../base/errors.js'

interface Choices<Definition> {
  readonly kind: 'provider' | 'dns'
  readonly list: AdapterList<Definition>
}

/** The definition of this name, loaded when it is asked for; throws `invalid-flock` for one that is not in the list. */
export async function loadDefinition<Definition>(
  name: string,
  { kind, list }: Choices<Definition>,
): Promise<Definition> {
  const load = Object.hasOwn(list, name) ? list[name] : undefined
  if (load === undefined) {
    throw new DroverError(`${kind}: "${name}" is not one`, {
      reason: 'invalid-flock',
      hint: `Use one of ${Object.keys(list).join(', ')}.`,
      at: { file: 'flock.yml' },
    })
  }
  return (await load()).definition
}
