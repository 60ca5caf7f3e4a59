import { defaultDnsProvider, dnsProviders } from '../../src/dns/dns-providers.ts'
import { defaultProvider, providers } from '../../src/providers/providers.ts'
import { code, table } from './markdown.ts'

/** What the tables need of a provider's or DNS's definition. */
interface Adapter {
  readonly name: string
  readonly settings: Readonly<Record<string, { readonly meaning: string; readonly byDefault?: string }>>
}

/** Tables of the providers of machines and of DNS, from their own definitions. */
export async function adapterTables(): Promise<readonly (readonly [string, string])[]> {
  const machines = await definitionsOf(providers)
  const dns = await definitionsOf(dnsProviders)
  return [
    [
      'providers',
      table(
        ['Provider', 'Its settings'],
        machines.map((one) => [
          nameOf(one, defaultProvider),
          Object.keys(one.settings).map(code).join(', ') || '-',
        ]),
      ),
    ],
    ...machines.map(
      ({ name, settings }) =>
        [`settings-${name}`, table(['Setting', 'Meaning', 'By default'], settingRows(settings))] as const,
    ),
    [
      'dns',
      table(
        ['DNS', 'Variable of the environment', 'Meaning', 'By default'],
        dns.flatMap((one) => {
          const rows = settingRows(one.settings)
          return (rows.length > 0 ? rows : [['-', '-', '-']]).map((row) => [
            nameOf(one, defaultDnsProvider),
            ...row,
          ])
        }),
      ),
    ],
  ]
}

async function definitionsOf(
  list: Readonly<Record<string, () => Promise<{ readonly definition: Adapter }>>>,
): Promise<readonly Adapter[]> {
  return await Promise.all(
    Object.entries(list).map(async ([name, load]) => {
      const { definition } = await load()
      if (definition.name === name) return definition
      throw new Error(`"${definition.name}" is listed as "${name}": give it one name`)
    }),
  )
}

function nameOf({ name }: Adapter, byDefault: string): string {
  return `${code(name)}${name === byDefault ? ' (the default)' : ''}`
}

function settingRows(settings: Adapter['settings']): readonly (readonly string[])[] {
  return Object.entries(settings).map(([name, { meaning, byDefault }]) => [
    code(name),
    meaning,
    byDefault ?? 'must be given',
  ])
}
