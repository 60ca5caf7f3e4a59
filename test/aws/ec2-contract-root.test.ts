import { describeAws } from '../support/aws/describe-aws.ts'
import { describeEc2Provider } from '../support/aws/describe-ec2-provider.ts'

// Each user in a file of its own: they take a minute each, and run side by side.
describeAws('EC2, as moto with real machines', () => describeEc2Provider('root'))
