import { expect, test } from 'vitest';
import type { PropertySchema } from '~/api/documentation';
import { kindOf, olderNames, partsOf, propertiesOf, valuesOf } from './documentation';

const kinds = { any: 'any value', list: (of: string) => `list of ${of}`, map: (of: string) => `map of ${of}`, or: 'or' };

test('examples are taken out of a description', () => {
  expect(partsOf('Says it.\n\n```yaml\nid: a\n```\n\nThen more.\n')).toEqual([
    { kind: 'text', text: 'Says it.' },
    { kind: 'code', language: 'yaml', code: 'id: a' },
    { kind: 'text', text: 'Then more.' },
  ]);
});

test('older names stand under their heading', () => {
  expect(olderNames('# a\n\n## Older names\n\n- `io.kestra.core.tasks.log.Log`\n- `b.C`\n\n## Next\n- `no`')).toEqual(['io.kestra.core.tasks.log.Log', 'b.C']);
  expect(olderNames('# a')).toEqual([]);
});

test.each<[PropertySchema, string]>([
  [{ type: 'string' }, 'string'],
  [{ type: 'string', format: 'duration' }, 'string (duration)'],
  [{ type: 'array', items: { type: 'integer' } }, 'list of integer'],
  [{ type: 'object', additionalProperties: { type: 'string' } }, 'map of string'],
  [{ anyOf: [{ type: 'integer' }, { type: 'string', pattern: '{{' } as PropertySchema] }, 'integer'],
  [{ anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }, 'string or list of string'],
  [{}, 'any value'],
  [{ type: ['string', 'number', 'boolean'] }, 'string'],
  [{ $ref: '#/definitions/Retry' }, 'Retry'],
])('%o is %s', (schema, text) => {
  expect(kindOf(schema, kinds)).toBe(text);
});

test('what is required comes first', () => {
  expect(propertiesOf({ properties: { b: {}, a: {} }, required: ['a'] }).map(([name]) => name)).toEqual(['a', 'b']);
});

test('values may stand in an alternative', () => {
  expect(valuesOf({ anyOf: [{ enum: ['INFO', 'WARN'] }, { type: 'string' }] })).toEqual(['INFO', 'WARN']);
});
