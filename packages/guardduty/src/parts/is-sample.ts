import { Fields, objectInText } from '../fields.ts';
import type { RemoteParty } from '../finding.ts';
import type { AccessKeyDetails } from './finding-parts.ts';

/**
 * Whether GuardDuty made the finding up. Any one sign is enough, since real containment is refused on a sample; each is
 * a place that an intruder cannot write to, so that nobody can pass for a sample by choosing a name.
 * Source: GuardDuty User Guide, "Sample findings".
 */
export function looksLikeSample(
  title: string | undefined,
  key: AccessKeyDetails | undefined,
  remote: RemoteParty | undefined,
): boolean {
  return (
    title?.startsWith('[SAMPLE]') === true ||
    key?.accessKeyId?.startsWith(GENERATED) === true ||
    key?.principalId?.startsWith(GENERATED) === true ||
    remote?.country?.startsWith(GENERATED) === true ||
    remote?.ip === SAMPLE_ADDRESS
  );
}

/**
 * Whether `service.additionalInfo` says so: EventBridge gives an object, at times with `value` beside its own keys; the
 * SDK gives `{ Type, Value }` with JSON text in Value; Security Hub gives text.
 */
export function isMarkedSample(additionalInfo: unknown): boolean {
  if (typeof additionalInfo === 'string') return textSaysSample(additionalInfo);
  const info = new Fields(additionalInfo);
  if (info.object === undefined) return false;
  return info.flag('sample') === true || textSaysSample(info.text('value') ?? info.text('Value'));
}

function textSaysSample(text: string | undefined): boolean {
  return text?.includes('"sample"') === true && new Fields(objectInText(text)).flag('sample') === true;
}

const GENERATED = 'GeneratedFinding';
/** The address of a documentation network itself, which no host can have. */
const SAMPLE_ADDRESS = '198.51.100.0';
