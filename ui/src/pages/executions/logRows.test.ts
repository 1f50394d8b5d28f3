import { expect, test } from 'vitest';
import type { Log } from '~/components/logs/LogLine';
import { groupedRows, nextProblem, type LogRow } from './logRows';

function line(taskRunId: string | undefined, message: string, level: Log['level'] = 'INFO'): Log {
  return { taskRunId, message, level, flowId: 'f', namespace: 'n', tenantId: 'main', thread: 't', timestamp: '2026-01-01T00:00:00Z' };
}

const told = (rows: LogRow[]) => rows.map((row) => (row.kind === 'head' ? `${row.id}:${row.count}` : row.log.message));

test('lines stand below the task run that wrote them', () => {
  expect(told(groupedRows([line('a', '1'), line('b', '2'), line('a', '3')], [], new Set()))).toEqual(['a:2', '1', '3', 'b:1', '2']);
});

test('a closed group shows its count alone', () => {
  expect(told(groupedRows([line('a', '1'), line('b', '2')], [], new Set(['a'])))).toEqual(['a:1', 'b:1', '2']);
});

test('of a task run with several attempts one can be chosen', () => {
  const lines = [0, 1, 1].map((attemptNumber, index) => ({ ...line('a', String(index)), attemptNumber }));
  expect(told(groupedRows(lines, [], new Set(), new Map([['a', 1]])))).toEqual(['a:2', '1', '2']);
});

test('the next problem is found round the end', () => {
  const rows = groupedRows([line('a', '1', 'ERROR'), line('a', '2'), line('a', '3', 'WARN')], [], new Set());
  expect([nextProblem(rows, -1), nextProblem(rows, 1), nextProblem(rows, 3)]).toEqual([1, 3, 1]);
  expect(nextProblem(groupedRows([line('a', '1')], [], new Set()), -1)).toBeUndefined();
});
