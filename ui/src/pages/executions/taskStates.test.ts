import { expect, test } from 'vitest';
import type { Run } from '~/api/live';
import type { GraphBox } from '~/components/graph/data';
import { runsByTask, withRuns } from './taskStates';

const run = (id: string, taskId: string, state: string): Run => ({ id, taskId, state, start: 1000, end: 2000, attempts: 1 });
const box = (id: string, name: string): GraphBox => ({ id, name, kind: 'Log', look: 'task' });
const runs = [run('1', 'each', 'RUNNING'), run('2', 'inner', 'SUCCESS'), run('3', 'inner', 'FAILED'), run('4', 'inner', 'SUCCESS')];

test('the runs of a task are counted by state', () => {
  const inner = runsByTask(runs).get('inner');
  expect(inner?.states).toEqual({ SUCCESS: 2, FAILED: 1 });
  expect(inner?.latest.id).toBe('4');
});

test('tasks of a flow that is started are not taken for those of the execution itself', () => {
  const graph = { boxes: [box('root.call', 'call'), box('root.call.inner', 'inner'), box('root.inner', 'inner'), box('root.each', 'each')], lines: [], groups: [] };
  const { boxes } = withRuns(graph, runsByTask(runs), ['root.call']);
  expect(boxes.map((one) => one.states)).toEqual([undefined, undefined, { SUCCESS: 2, FAILED: 1 }, { RUNNING: 1 }]);
  expect(boxes.map((one) => one.time)).toEqual([undefined, undefined, undefined, { start: 1000, end: 2000 }]);
});
