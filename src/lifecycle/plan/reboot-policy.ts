/** When `update` reboots a machine: `auto` is when it needs that to use what is new. */
export const rebootPolicies = ['never', 'auto', 'always'] as const
export type RebootPolicy = (typeof rebootPolicies)[number]
