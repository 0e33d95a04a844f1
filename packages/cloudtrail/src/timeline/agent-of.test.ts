import { expect, test } from 'vitest';
import { agentOf } from './agent-of.ts';

test.each([
  [
    'aws-cli/2.31.4 md/awscrt#0.27.6 ua/2.1 os/linux#6.1.0 m/E,N cfg/retry-mode#standard md/installer#exe md/command#s3.ls',
    'aws-cli/2.31.4 md/awscrt#0.27.6 ua/2.1 os/linux#6.1.0 md/installer#exe',
  ],
  [
    '[Boto3/1.26.165 Python/3.10.6 Botocore/1.29.165 Resource]',
    'Boto3/1.26.165 Python/3.10.6 Botocore/1.29.165',
  ],
  ['console.ec2.amazonaws.com', 'AWS console'],
  ['console.amazonaws.com', 'AWS console'],
  ['signin.amazonaws.com', 'AWS console'],
  ['[S3Console/0.4, aws-internal/3 aws-sdk-java/1.12.488]', 'AWS console'],
  ['cloudformation.amazonaws.com', 'cloudformation.amazonaws.com'],
  ['console.example.com', 'console.example.com'],
  ['', ''],
])('%s', (userAgent, agent) => {
  expect(agentOf(userAgent)).toBe(agent);
});
