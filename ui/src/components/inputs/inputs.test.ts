import { expect, test } from 'vitest';
import { isoOf } from './DurationField';
import { formOf, textOf } from './useInputs';

test.each([
  [[0, 0, 0, 0], 'PT0S'],
  [[1, 0, 0, 0], 'P1D'],
  [[0, 1, 30, 0], 'PT1H30M'],
  [[2, 0, 0, 1.5], 'P2DT1.5S'],
])('days, hours, minutes and seconds %j are %s', (parts, iso) => {
  expect(isoOf(parts)).toBe(iso);
});

test('a form has a part for each value, and files under their own names', () => {
  const form = formOf({ name: 'Ada', data: new File(['a;b'], 'data.csv') });
  expect(form.get('name')).toBe('Ada');
  expect((form.get('data') as File).name).toBe('data.csv');
});

test('files are left out when values are only checked', () => {
  expect([...formOf({ data: new File([''], 'data.csv') }, true).keys()]).toEqual([]);
});

test('values become the texts that the form sends', () => {
  expect([textOf(undefined), textOf('a'), textOf(3), textOf(true), textOf(['a'])]).toEqual(['', 'a', '3', 'true', '[\n  "a"\n]']);
});
