import { expect, test } from 'vitest';
import { isStrong } from './password';

test.each([
  ['Secret!1', true],
  ['Short!1', false],
  ['secret!1', false],
  ['Secret!x', false],
  ['Été-2026', true],
])('the server takes %s: %s', (password, taken) => {
  expect(isStrong(password)).toBe(taken);
});
