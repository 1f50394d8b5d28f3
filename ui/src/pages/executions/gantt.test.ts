import { expect, test } from 'vitest';
import type { Run } from '~/api/live';
import { ganttRows, MANY, treeOf } from './gantt';

function run(id: string, parentId?: string, state = 'SUCCESS'): Run {
  return { id, taskId: id, parentId, state, start: 0, end: 1, attempts: 1 };
}

test('task runs stand below the group they belong to', () => {
  const rows = ganttRows(treeOf([run('loop'), run('a', 'loop'), run('inner', 'a'), run('last')]), new Map());
  expect(rows.map(({ run: { id }, depth }) => [id, depth])).toEqual([['loop', 0], ['a', 1], ['inner', 2], ['last', 0]]);
});

test('a group counts the states of everything below it', () => {
  const [loop] = ganttRows(treeOf([run('loop'), run('a', 'loop'), run('inner', 'a', 'FAILED')]), new Map());
  expect(loop?.counts).toEqual({ SUCCESS: 1, FAILED: 1 });
});

test('a large group begins closed and opens when somebody wants it', () => {
  const many = Array.from({ length: MANY + 1 }, (_, index) => run(`item${index}`, 'loop'));
  const tree = treeOf([run('loop'), ...many]);
  expect(ganttRows(tree, new Map())).toHaveLength(1);
  expect(ganttRows(tree, new Map([['loop', true]]))).toHaveLength(MANY + 2);
});

test('100,000 task runs are put in order in well under a second', () => {
  const runs = [run('loop'), ...Array.from({ length: 100_000 }, (_, index) => run(`item${index}`, 'loop'))];
  const begin = performance.now();
  expect(ganttRows(treeOf(runs), new Map([['loop', true]]))).toHaveLength(100_001);
  expect(performance.now() - begin).toBeLessThan(1_000);
});
