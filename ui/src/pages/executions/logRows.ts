import type { Run } from '~/api/live';
import type { Log } from '~/components/logs/LogLine';

/** What a list of lines shows: a task run with its count, or a line. */
export type LogRow = { kind: 'head'; id: string; run: Run | undefined; count: number; closed: boolean; attempt?: number } | { kind: 'line'; log: Log };

/** Lines below the task run that wrote them, in the order in which the task runs first wrote; of one attempt (from 0) where one was chosen. */
export function groupedRows(logs: Log[], runs: Run[], closed: ReadonlySet<string>, attempts: ReadonlyMap<string, number> = new Map()): LogRow[] {
  const groups = new Map<string, Log[]>();
  for (const log of logs) {
    const id = log.taskRunId ?? '';
    const group = groups.get(id);
    if (group) group.push(log);
    else groups.set(id, [log]);
  }
  const byId = new Map(runs.map((run) => [run.id, run]));
  return [...groups].flatMap(([id, all]): LogRow[] => {
    const attempt = attempts.get(id);
    const lines = attempt === undefined ? all : all.filter((log) => log.attemptNumber === attempt);
    return [
      { kind: 'head', id, run: byId.get(id), count: lines.length, closed: closed.has(id), attempt },
      ...(closed.has(id) ? [] : lines.map((log): LogRow => ({ kind: 'line', log }))),
    ];
  });
}

/** The row of the next warning or error behind a row, from the beginning again after the last. */
export function nextProblem(rows: LogRow[], after: number): number | undefined {
  const isProblem = (row: LogRow | undefined) => row?.kind === 'line' && (row.log.level === 'WARN' || row.log.level === 'ERROR');
  for (let step = 1; step <= rows.length; step++) {
    const index = (after + step) % rows.length;
    if (isProblem(rows[index])) return index;
  }
  return undefined;
}
