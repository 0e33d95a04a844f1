import { expect, test } from 'vitest';
import { commandLines } from './command-lines.ts';

test('commandLines() keeps what stands in quotes together', () => {
  const command =
    "aws cloudtrail lookup-events --lookup-attributes 'AttributeKey=Username,AttributeValue=a  b'";
  expect(commandLines(command, '  ', 60)).toEqual([
    '  aws cloudtrail lookup-events --lookup-attributes \\',
    "    'AttributeKey=Username,AttributeValue=a  b'",
  ]);
});
