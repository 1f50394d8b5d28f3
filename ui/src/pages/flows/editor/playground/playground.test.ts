import { expect, test } from 'vitest';
import { stopAfter, taskAt } from './playground';

test('an execution that tries a task stops before the next one, or at the end', () => {
  expect(stopAfter(['load', 'clean', 'tell'], 'clean')).toBe('tell');
  expect(stopAfter(['load', 'clean', 'tell'], 'tell')).toBeUndefined();
});

test('the task under the cursor is the last one that began above it', () => {
  const lines = new Map([
    ['load', 5],
    ['clean', 9],
  ]);
  expect(taskAt(lines, 4)).toBeUndefined();
  expect(taskAt(lines, 8)).toBe('load');
  expect(taskAt(lines, 9)).toBe('clean');
});
