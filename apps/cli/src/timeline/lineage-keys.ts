import {
  type BrokenLog,
  indexFolder,
  type Lineage,
  type TimelineNote,
  traceKey,
} from '@firebreak/cloudtrail';

export interface LineageKeysOptions {
  readonly to: string | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (filesDone: number, filesTotal: number) => void;
  readonly onBroken: (broken: BrokenLog) => void;
}

export interface LineageKeys {
  /** The keys, and all keys of their lineages. */
  readonly keys: readonly string[];
  readonly notes: readonly TimelineNote[];
}

/** Traces keys over a folder of logs. */
export async function lineageKeys(
  logs: string,
  keys: readonly string[],
  { to, signal, onProgress, onBroken }: LineageKeysOptions,
): Promise<LineageKeys> {
  const index = await indexFolder(logs, keys[0] ?? '', {
    ...(to === undefined ? {} : { window: { to } }),
    signal,
    onProgress: ({ filesDone, filesTotal }) => onProgress(filesDone, filesTotal),
    onBroken,
  });
  const found = new Set(keys);
  const notes: TimelineNote[] = [];
  for (const key of keys) {
    const lineage = await traceKey(key, index);
    const own = [...lineage.chain, ...lineage.forward].map(({ accessKeyId }) => accessKeyId);
    for (const other of own) found.add(other);
    notes.push({
      kind: 'lineage',
      what: noteOf(lineage, new Set(own.filter((other) => other !== key)).size),
    });
  }
  return { keys: [...found], notes };
}

function noteOf({ key, root, gaps }: Lineage, others: number): string {
  const keys = `${others} other key${others === 1 ? '' : 's'}`;
  const open =
    gaps.length === 0
      ? ''
      : `; it leaves ${gaps.length} gap${gaps.length === 1 ? '' : 's'}, which "firebreak trace ${key}" tells`;
  const isKnown = root.kind !== 'unknown' && root.accessKeyId !== key;
  return `The lineage of ${key} has ${keys}${isKnown ? ` and begins with ${root.name}` : ''}${open}`;
}
