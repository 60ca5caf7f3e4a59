/**
 * Every call to AWS that this provider makes, with the IAM actions that it requires. The one function
 * that sends calls (`ec2-calls.ts`) takes its command from here, and a test compares the list with the
 * policy in docs/aws/policy.json.
 */
export const apiCalls = {
  DescribeInstances: { service: 'ec2', actions: ['ec2:DescribeInstances'] },
  DescribeInstanceAttribute: { service: 'ec2', actions: ['ec2:DescribeInstanceAttribute'] },
  DescribeImages: { service: 'ec2', actions: ['ec2:DescribeImages'] },
  DescribeSubnets: { service: 'ec2', actions: ['ec2:DescribeSubnets'] },
  DescribeSecurityGroups: { service: 'ec2', actions: ['ec2:DescribeSecurityGroups'] },
  GetConsoleOutput: { service: 'ec2', actions: ['ec2:GetConsoleOutput'] },
  RunInstances: { service: 'ec2', actions: ['ec2:RunInstances', 'ec2:CreateTags', 'iam:PassRole'] },
  StartInstances: { service: 'ec2', actions: ['ec2:StartInstances'] },
  StopInstances: { service: 'ec2', actions: ['ec2:StopInstances'] },
  RebootInstances: { service: 'ec2', actions: ['ec2:RebootInstances'] },
  TerminateInstances: { service: 'ec2', actions: ['ec2:TerminateInstances'] },
  ModifyInstanceAttribute: { service: 'ec2', actions: ['ec2:ModifyInstanceAttribute'] },
  CreateTags: { service: 'ec2', actions: ['ec2:CreateTags'] },
  DeleteTags: { service: 'ec2', actions: ['ec2:DeleteTags'] },
  GetParameter: { service: 'ssm', actions: ['ssm:GetParameter'] },
} as const satisfies Record<string, { readonly service: 'ec2' | 'ssm'; readonly actions: readonly string[] }>

export type ApiCall = keyof typeof apiCalls
