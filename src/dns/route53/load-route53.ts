import type { Route53Client } from '@aws-sdk/client-route-53'

type Sdk = typeof import('@aws-sdk/client-route-53')

export interface LoadedRoute53 {
  readonly sdk: Sdk
  readonly client: Route53Client
}

/** The one place that loads the SDK. Credentials, region and endpoint come from its default chain. */
export async function loadRoute53({ answerMs }: { readonly answerMs: number }): Promise<LoadedRoute53> {
  const sdk = await import('@aws-sdk/client-route-53')
  const settings = {
    // Drover retries by itself, with a deadline.
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: answerMs, throwOnRequestTimeout: true },
  }
  const client = new sdk.Route53Client(settings)
  // Route 53 is the same for all regions of a partition, but the SDK must know which partition.
  const region = await client.config.region().catch(() => undefined)
  return {
    sdk,
    client: region === undefined ? new sdk.Route53Client({ ...settings, region: 'us-east-1' }) : client,
  }
}
