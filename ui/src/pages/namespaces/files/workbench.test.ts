import { expect, test } from 'vitest';
import { afterClosing } from './workbench';

test.each([
  [['a', 'b', 'c'], 'b', 'b', 'c'],
  [['a', 'b', 'c'], 'c', 'c', 'b'],
  [['a'], 'a', 'a', undefined],
  [['a', 'b'], 'a', 'b', 'b'],
] as const)('of %j, when %s closes while %s is shown, %s is shown', (paths, closed, active, expected) => {
  expect(afterClosing([...paths], closed, active)).toBe(expected);
});
