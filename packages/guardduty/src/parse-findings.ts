import { jsonErrorPlace } from '@firebreak/problem';
import { FindingNotJson, NotAFinding } from './errors.ts';
import { Fields, isObject } from './fields.ts';
import type { Finding, FindingShape } from './finding.ts';
import { readFinding } from './read-finding.ts';

/**
 * Reads every finding of a JSON text: an EventBridge event, a GetFindings answer (of the SDK, the CLI or raw HTTP), a
 * bare finding, or a list of these. The shape is detected.
 *
 * @param source What to call the text in errors, such as the file's path.
 * @throws {FindingNotJson} with line and column when the text is not JSON.
 * @throws {NotAFinding} when it holds something else, naming the field that is missing.
 */
export function parseFindings(text: string, source: string): Finding[] {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new FindingNotJson('Cannot read finding: the text is not JSON', {
      where: `${source}:${jsonErrorPlace(text, cause as SyntaxError)}`,
      remedy: 'Save the finding as JSON, for example: aws guardduty get-findings … > finding.json',
      cause,
    });
  }
  const findings = [...unwrap(value, source)];
  if (findings.length > 0) return findings;
  throw new NotAFinding('Cannot read finding: the JSON holds no finding', {
    where: source,
    remedy: 'Give a GuardDuty finding: an EventBridge event, a GetFindings answer or the finding itself.',
  });
}

function* unwrap(value: unknown, where: string): Generator<Finding> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* unwrap(item, `${where} [${index}]`);
    return;
  }
  const envelope = new Fields(value);
  const list = envelope.value('findings');
  if (Array.isArray(list)) {
    for (const [index, item] of list.entries())
      yield read(item, 'get-findings', `${where} findings[${index}]`);
  } else if (isObject(value) && isObject(envelope.value('detail'))) {
    yield read(envelope.value('detail'), 'eventbridge', `${where} detail`);
  } else {
    yield read(value, 'bare', where);
  }
}

function read(value: unknown, shape: FindingShape, where: string): Finding {
  if (isObject(value)) return readFinding(value, shape, where);
  throw new NotAFinding('Cannot read finding: it is not a JSON object', {
    where,
    remedy: 'Give a GuardDuty finding: an EventBridge event, a GetFindings answer or the finding itself.',
  });
}
