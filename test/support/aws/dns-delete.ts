import type { AwsCall, RawRequest } from './aws-call.ts'
import { type Answer, errorAnswer } from './aws-faults.ts'

/** moto deletes by name alone; AWS only the very record set that is named. Undefined: nothing is wrong. */
export async function refusedDelete(
  call: AwsCall,
  request: RawRequest,
  forward: (request: RawRequest) => Promise<Answer>,
): Promise<Answer | undefined> {
  if (call.action !== 'ChangeResourceRecordSets' || !request.body.includes('<Action>DELETE</Action>')) return
  const path = request.path.replace(/\/$/, '')
  const listed = await forward({ ...request, method: 'GET', path, body: '' })
  const sets = listed.body.match(/<ResourceRecordSet>.*?<\/ResourceRecordSet>/gs) ?? []
  const named = describe(request.body)
  if (sets.some((set) => describe(set) === named)) return
  const message = `[Tried to delete resource record set [${named}] but it was not found]`
  return errorAnswer(call, { status: 400, code: 'InvalidChangeBatch', message })
}

function describe(xml: string): string {
  const all = (tag: string): string =>
    [...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map((found) => found[1]).join(' ')
  return ['Name', 'Type', 'TTL', 'Value'].map(all).join(', ')
}
