import { PassThrough } from 'node:stream';
import { configText, parseConfig } from '@firebreak/aws';
import { expect, test } from 'vitest';
import { LineReader } from '../plain/line-reader.ts';
import { askConfig } from './ask-config.ts';
import { AnswersEnded, asker } from './ask-lines.ts';
import { configOf, type InitFlags } from './init-flags.ts';

const FLAGS: InitFlags = { file: 'firebreak.yaml', accounts: [], production: [], regions: [], input: true };

/** Answers the questions with these lines; returns the flags that come of it, and what was said. */
async function answered(flags: InitFlags, lines: readonly string[]) {
  const input = new PassThrough();
  input.end(lines.map((line) => `${line}\n`).join(''));
  const reader = new LineReader(input as unknown as NodeJS.ReadStream);
  let said = '';
  const write = (text: string) => {
    said += text;
  };
  try {
    return {
      flags: await askConfig(flags, asker(reader, new AbortController().signal, write)),
      said: () => said,
    };
  } finally {
    reader.close();
  }
}

test('answers make a configuration; what cannot be is asked for again', async () => {
  const lines = [
    ...['', '1111', '111111111111', 'hub', ''],
    ...['222222222222', 'shop', 'yes', ''],
    ...['Frankfurt', 'eu-central-1', 'us-east-1', ''],
    ...['FirebreakResponder', 'stay-away', 'o-11111111', '111111111111'],
    ...['amzn-s3-demo-bucket', '', '2026-01-01'],
    ...['', 'security', '', '10GB', '222222222222'],
  ];
  const { flags, said } = await answered(FLAGS, lines);
  const config = await parseConfig('firebreak.yaml', await configText(configOf(flags)));
  expect(config).toEqual({
    version: 1,
    organisation: { id: 'o-11111111', management: '111111111111' },
    access: { role: 'FirebreakResponder', externalId: 'stay-away' },
    accounts: [
      { id: '111111111111', name: 'hub', production: false },
      { id: '222222222222', name: 'shop', production: true },
    ],
    regions: { home: 'eu-central-1', all: ['us-east-1'] },
    logs: { bucket: 'amzn-s3-demo-bucket', since: '2026-01-01' },
    athena: { database: 'security', maxScan: '10GB' },
    guardduty: { administrator: '222222222222' },
  });
  expect(said()).toContain('"1111" cannot be: an account id has 12 digits');
  expect(said()).toContain('This one is needed.');
});

test('what a flag says is not asked', async () => {
  const flags = { ...FLAGS, accounts: ['111111111111=hub'], home: 'eu-central-1', role: 'Responder' };
  const { said } = await answered(flags, Array(20).fill(''));
  expect(said()).not.toMatch(/account:|Home region|Role to assume/);
  expect(said()).toContain('External id of these roles:');
});

test('answers that end before the questions make nothing', async () => {
  await expect(answered(FLAGS, ['111111111111', 'hub'])).rejects.toThrow(AnswersEnded);
});
