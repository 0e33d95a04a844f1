import type {
  CheckedFile,
  GapReason,
  IntegrityChain,
  IntegrityGap,
  IntegrityReport,
} from '@firebreak/cloudtrail';
import { safeText } from '@firebreak/untrusted';
import { fetchLines } from './fetch-commands.ts';

const WHY_GAP: Readonly<Record<GapReason, string>> = {
  restarted: 'the chain begins anew: logging or validation was off, or digests are gone',
  'digest-missing': 'a digest is missing',
  'digest-unusable': 'digests cannot be used',
  'before-chain': 'the chain begins later',
  'after-chain': 'no digest that late is here',
};

/** Without keys all digests are like that, and one reason is theirs. */
const SHOWN_UNSIGNED = 5;

/** What verifying a folder showed, for people; the verdict is the last line before what is to be fetched. */
export function integrityLines(report: IntegrityReport): string[] {
  const { chains, files, gaps } = report;
  const flawed = files.filter(({ result }) => result !== 'valid' && result !== 'signature-unchecked');
  const unsigned = files.filter(({ result }) => result === 'signature-unchecked');
  return [
    ...chains.map(chainLine),
    ...(chains.length === 0 ? ['No digest is here, so nothing can be verified.'] : []),
    '',
    countLine('digests', files, 'digest'),
    countLine('logs', files, 'log'),
    ...(flawed.length + unsigned.length === 0 ? [] : ['']),
    ...flawed.flatMap(fileLines),
    ...unsigned.slice(0, SHOWN_UNSIGNED).flatMap(fileLines),
    ...(unsigned.length > SHOWN_UNSIGNED
      ? [`… and ${unsigned.length - SHOWN_UNSIGNED} more digests with signature-unchecked`]
      : []),
    ...(gaps.length === 0 ? [] : ['', ...gaps.map(gapLine)]),
    '',
    verdictLine(report),
    ...fetchLines(report),
  ];
}

function chainLine({
  account,
  region,
  trail,
  isBackfill,
  buckets,
  digests,
  logs,
  from,
  to,
  isOpen,
}: IntegrityChain): string {
  const kind = isBackfill ? ' backfill' : '';
  const covered = from === null || to === null ? 'nothing covered' : `${from} to ${to}`;
  const open = isOpen
    ? ', and the digest before is not here: say with --since how far back it should reach'
    : '';
  const name = `${account} ${region} ${safeText(trail)}${kind}`;
  const place = buckets.length === 0 ? '' : `, delivered to ${safeText(buckets.join(', '))}`;
  return `${name}: ${covered}, ${digests} ${digests === 1 ? 'digest' : 'digests'}, ${logs} ${logs === 1 ? 'log' : 'logs'}${place}${open}`;
}

function countLine(title: string, files: readonly CheckedFile[], kind: CheckedFile['kind']): string {
  const counts = new Map<string, number>();
  for (const file of files) {
    if (file.kind !== kind) continue;
    const result = resultOf(file);
    counts.set(result, (counts.get(result) ?? 0) + 1);
  }
  const parts = [...counts].map(([result, count]) => `${count} ${result}`);
  return `${title.padEnd(8)} ${parts.length === 0 ? 'none' : parts.join(', ')}`;
}

function resultOf({ result, proof }: CheckedFile): string {
  return result === 'valid' && proof !== 'signature' ? 'valid by hash only' : result;
}

function fileLines(file: CheckedFile): string[] {
  const line = `${resultOf(file).padEnd(19)} ${safeText(file.path)}`;
  if (file.why === null) return [line];
  return [line, `${' '.repeat(19)} ${safeText(file.why)}`];
}

function gapLine({ account, region, trail, from, to, reason }: IntegrityGap): string {
  return `gap                 ${account} ${region} ${safeText(trail)}: ${from} to ${to ?? 'now'}, ${WHY_GAP[reason]}`;
}

function verdictLine({ verdict }: IntegrityReport): string {
  switch (verdict) {
    case 'whole':
      return 'Verdict: whole. Every file is as CloudTrail delivered it, proven by signatures.';
    case 'not-proven':
      return 'Verdict: not proven. Nothing is wrong, but not everything is covered or signed.';
    case 'broken':
      return 'Verdict: broken. Files are changed, missing, moved, unreadable or wrongly signed.';
  }
}
