import { expect, test } from 'vitest';
import { isDuration, literalOf, textOf } from './literal';

test.each([
  ['STRING', 'say "hi"', { literal: '"say \\"hi\\""' }],
  ['STRING', '12', { literal: '"12"' }],
  ['NUMBER', ' 12.5 ', { literal: '12.5' }],
  ['NUMBER', '', { complaint: 'badNumber' }],
  ['NUMBER', 'many', { complaint: 'badNumber' }],
  ['BOOLEAN', 'true', { literal: 'true' }],
  ['DATETIME', '2026-01-02T03:04:05Z', { literal: '2026-01-02T03:04:05Z' }],
  ['DATE', '2026-01-02', { literal: '2026-01-02' }],
  ['DURATION', 'pt15m', { literal: '"PT15M"' }],
  ['DURATION', '15 minutes', { complaint: 'badDuration' }],
  ['JSON', '{"a": 1}', { literal: '{"a": 1}' }],
  ['JSON', '{a', { complaint: 'badJson' }],
] as const)('%s %s is written so that the server gives it its type', (type, text, expected) => {
  expect(literalOf(type, text)).toEqual(expected);
});

test.each([
  ['P', false],
  ['PT', false],
  ['P1D', true],
  ['PT0.5S', true],
])('%s is a duration: %s', (text, is) => {
  expect(isDuration(text)).toBe(is);
});

test('a stored JSON value is shown indented', () => {
  expect(textOf({ type: 'JSON', value: { a: [1] } })).toBe('{\n  "a": [\n    1\n  ]\n}');
});
