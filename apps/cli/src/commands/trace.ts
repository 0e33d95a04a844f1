import { indexTrail, readTrail, traceKey } from '@firebreak/cloudtrail';
import { safeText } from '@firebreak/untrusted';
import { EXIT } from '../exit-codes.ts';
import { jsonText } from '../json/json-text.ts';

/** Where a key came from, and every session that its root issued. */
export async function traceCommand(
  key: string,
  { logs, json }: { logs: string; json?: boolean },
): Promise<number> {
  const lineage = await traceKey(key, await indexTrail(readTrail(logs)));
  if (json) {
    write(jsonText(lineage));
    return EXIT.done;
  }
  const { root, chain, gaps, forward } = lineage;
  write(`root  ${root.kind}: ${safeText(root.name)}`);
  for (const [depth, hop] of chain.entries()) {
    const facts = [
      hop.accessKeyId,
      hop.eventName,
      hop.roleName,
      hop.time,
      hop.sourceIp && `from ${hop.sourceIp}`,
      hop.eventId,
    ];
    write(
      `${'  '.repeat(depth)}└ ${facts
        .filter(Boolean)
        .map((fact) => safeText(fact))
        .join('  ')}`,
    );
  }
  for (const { accessKeyId, eventName, roleName, time } of forward) {
    write(
      `issued  ${[accessKeyId, eventName, roleName, time]
        .filter(Boolean)
        .map((fact) => safeText(fact))
        .join('  ')}`,
    );
  }
  for (const { what, lookup } of gaps) write(`gap   ${safeText(what)}\n      ${safeText(lookup)}`);
  return EXIT.done;
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
