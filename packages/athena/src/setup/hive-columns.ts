/** A column as a table declares it, its type in Hive's words without white space. */
export interface TableColumn {
  readonly name: string;
  readonly type: string;
}

/** Cuts a list at the commas that no bracket and no quotation holds. */
export function listItems(text: string): string[] {
  const items = [''];
  let depth = 0;
  for (const [piece] of text.matchAll(/'[^']*'|[\s\S]/g)) {
    if (piece === '<' || piece === '(') depth += 1;
    if (piece === '>' || piece === ')') depth -= 1;
    if (piece === ',' && depth === 0) items.push('');
    else items[items.length - 1] += piece;
  }
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

/** The columns of a list such as `eventname string, resources array<struct<arn: string>>`. */
export function declaredColumns(text: string): TableColumn[] {
  return listItems(text).map((item) => {
    const [, name = '', type = ''] = /^`?([^\s`]+)`?\s+([\s\S]+)$/.exec(item) ?? [];
    return { name: name.toLowerCase(), type: plainType(type) };
  });
}

/**
 * Every field of a table by its path, such as `useridentity.sessioncontext.sourceidentity`, with its type. A struct
 * and a list of structs stand for their fields.
 */
export function fieldTypes(columns: readonly TableColumn[]): Map<string, string> {
  return new Map(columns.flatMap(({ name, type }) => fieldsOf(name.toLowerCase(), plainType(type))));
}

function fieldsOf(path: string, type: string): [string, string][] {
  const [opening] = /^(?:array<)?struct</.exec(type) ?? [];
  if (opening === undefined) return [[path, type]];
  const closing = opening.startsWith('array') ? 2 : 1;
  return listItems(type.slice(opening.length, -closing)).flatMap((field) => {
    const colon = field.indexOf(':');
    return fieldsOf(`${path}.${field.slice(0, colon)}`, field.slice(colon + 1));
  });
}

function plainType(type: string): string {
  return type.replaceAll(/\s+/g, '').toLowerCase();
}
