import { SetupInvalid } from '../errors.ts';
import type { CurrentCatalog } from './read-catalog.ts';
import { placeholderValues, type SetupRequest } from './setup-values.ts';
import { tableDefinition } from './table-definition.ts';
import { type TableDifference, tableDifference } from './table-difference.ts';
import { fillIn, type TableFile } from './table-file.ts';

/** One thing that a set-up does, in one statement or two. */
export interface SetupStep {
  readonly kind: 'create-database' | 'create-table' | 'set-properties' | 'replace-table';
  /** The database or the table. */
  readonly name: string;
  /** What is done and why, as a sentence to show before anything is done. */
  readonly says: string;
  readonly statements: readonly string[];
}

export interface SetupPlan {
  readonly database: string;
  /** What is as it should be and stays. */
  readonly kept: readonly string[];
  /** How tables that are there differ, by name. */
  readonly differences: ReadonlyMap<string, TableDifference>;
  /** In the order in which they are to be done. Empty when nothing is to be done. */
  readonly steps: readonly SetupStep[];
}

/**
 * What there is to do so that saved queries find their tables. Nothing is sent. A table whose columns differ is
 * dropped and made again: it is external, so the log files stay where they are. One that only lacks accounts,
 * regions or days has its properties set.
 * @throws {SetupInvalid} for a value that may not stand in a statement, and for a table that no file makes.
 */
export function planSetup(
  request: SetupRequest,
  files: readonly TableFile[],
  current: CurrentCatalog,
): SetupPlan {
  const { database } = request;
  const kept: string[] = [];
  const differences = new Map<string, TableDifference>();
  const steps = request.tables.flatMap((table): SetupStep[] => {
    const file = files.find(({ name }) => name === table.name);
    if (file === undefined) throw unknownTable(files);
    const statement = fillIn(file, placeholderValues(request, table));
    const name = `${database}.${file.name}`;
    const there = current.tables.get(file.name);
    if (there === undefined) {
      const says = `Make the table ${name}.`;
      return [{ kind: 'create-table', name, says, statements: [statement] }];
    }
    const difference = tableDifference(tableDefinition(statement, file.path), there);
    const step = mendingStep(name, statement, difference);
    if (step === undefined) kept.push(name);
    else differences.set(file.name, difference);
    return step === undefined ? [] : [step];
  });
  if (current.database) kept.unshift(database);
  else steps.unshift(databaseStep(database));
  return { database, kept, differences, steps };
}

function databaseStep(database: string): SetupStep {
  return {
    kind: 'create-database',
    name: database,
    says: `Make the database ${database}.`,
    statements: [`CREATE DATABASE IF NOT EXISTS ${database}`],
  };
}

function mendingStep(
  name: string,
  statement: string,
  { missing, unknown, changed, properties }: TableDifference,
): SetupStep | undefined {
  const reasons = [
    ...(missing.length === 0 ? [] : [`it lacks ${missing.join(', ')}`]),
    ...(unknown.length === 0 ? [] : [`it has ${unknown.join(', ').slice(0, 300)} besides`]),
    ...changed,
  ];
  if (reasons.length > 0) {
    return {
      kind: 'replace-table',
      name,
      says: `Drop the table ${name} and make it again: ${reasons.join('; ')}. The log files stay: the table is external. Views and grants on it may have to be made again.`,
      statements: [`DROP TABLE ${name}`, statement],
    };
  }
  const pairs = Object.entries(properties);
  if (pairs.length === 0) return undefined;
  return {
    kind: 'set-properties',
    name,
    says: `Set ${pairs.map(([property]) => property).join(', ')} of the table ${name}.`,
    statements: [
      `ALTER TABLE ${name} SET TBLPROPERTIES (${pairs.map(([property, value]) => `'${property}' = '${value}'`).join(', ')})`,
    ],
  };
}

function unknownTable(files: readonly TableFile[]): SetupInvalid {
  return new SetupInvalid('Cannot set up tables: there is no file for one of them', {
    remedy: `Use one of: ${files.map(({ name }) => name).join(', ')}.`,
  });
}
