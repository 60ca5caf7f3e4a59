/** The permission (IAM action) that each call to Route 53 needs. No other call is made. */
export const route53Actions = {
  listZones: 'route53:ListHostedZones',
  listSets: 'route53:ListResourceRecordSets',
  changeSets: 'route53:ChangeResourceRecordSets',
  getChange: 'route53:GetChange',
} as const

export type Route53Call = keyof typeof route53Actions
