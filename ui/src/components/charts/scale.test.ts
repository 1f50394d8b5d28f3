import { expect, test } from 'vitest';
import { labelled, ticksUpTo } from './scale';

test.each([
  [0, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [100, [0, 50, 100]],
  [0.3, [0, 0.1, 0.2, 0.3]],
  [1234, [0, 500, 1000, 1500]],
])('lines behind a chart up to %d', (max, ticks) => {
  expect(ticksUpTo(max)).toEqual(ticks);
});

test('at most so many labels are shown', () => {
  expect(Array.from({ length: 10 }, (_, index) => index).filter(labelled(10, 3))).toEqual([0, 4, 8]);
});
