import { jsonErrorPlace } from '@firebreak/problem';
import { FindingNotJson, FindingTooLarge } from '../errors.ts';
import { MAX_DEPTH } from './json-scanner.ts';

/** @param line Where in the source the text begins, counted from 1. */
export function notJson(source: string, line: number, text: string, cause: SyntaxError): FindingNotJson {
  const [row = '1', column = '1'] = jsonErrorPlace(text, cause).split(':');
  return new FindingNotJson('Cannot read finding: the text is not JSON', {
    where: `${source}:${line + Number(row) - 1}:${column}`,
    remedy: 'Save the finding as JSON, for example: aws guardduty get-findings … > finding.json',
    cause,
  });
}

export function tooDeep(where: string): FindingNotJson {
  return new FindingNotJson(`Cannot read finding: the JSON is nested more than ${MAX_DEPTH} levels deep`, {
    where,
    remedy: 'Save the finding as AWS delivers it: findings nest some ten levels deep.',
  });
}

export function tooLarge(where: string, maxLength: number): FindingTooLarge {
  const millions = Math.round(maxLength / 1024 / 1024);
  return new FindingTooLarge(
    `Cannot read finding: one JSON document has more than ${millions} Mi characters`,
    {
      where,
      remedy: 'Save many findings as JSON lines, one finding a line, for example: jq -c ".Findings[]"',
    },
  );
}
