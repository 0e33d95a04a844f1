import { expect, test } from 'vitest';
import { declaredColumns, fieldTypes } from './hive-columns.ts';

test('columns and the fields of their structs are told apart, at every depth', () => {
  const columns = declaredColumns(`
    eventname string,
    \`partition\` string,
    useridentity struct<
      arn: string,
      sessioncontext: struct<attributes: struct<creationdate: string>, tags: map<string,string>>
    >,
    resources array<struct<arn: string, type: string>>`);
  expect(columns.map(({ name }) => name)).toEqual(['eventname', 'partition', 'useridentity', 'resources']);
  expect([...fieldTypes(columns)]).toEqual([
    ['eventname', 'string'],
    ['partition', 'string'],
    ['useridentity.arn', 'string'],
    ['useridentity.sessioncontext.attributes.creationdate', 'string'],
    ['useridentity.sessioncontext.tags', 'map<string,string>'],
    ['resources.arn', 'string'],
    ['resources.type', 'string'],
  ]);
});
