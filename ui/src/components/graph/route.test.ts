import { expect, test } from 'vitest';
import { pathOf } from './route';

test('a line is straight between its ends', () => {
  expect(pathOf([{ x: 0, y: 0 }, { x: 0, y: 40 }])).toEqual({ path: 'M0 0 L0 40', middle: { x: 0, y: 20 } });
});

test('corners are rounded, and the name stands in the middle of the longest part', () => {
  const { path, middle } = pathOf([{ x: 0, y: 0 }, { x: 0, y: 20 }, { x: 100, y: 20 }, { x: 100, y: 30 }]);
  expect(path).toBe('M0 0 L0 14 Q0 20 6 20 L95 20 Q100 20 100 25 L100 30');
  expect(middle).toEqual({ x: 50, y: 20 });
});

test('a line without a route is not drawn', () => {
  expect(pathOf([]).path).toBe('');
});
