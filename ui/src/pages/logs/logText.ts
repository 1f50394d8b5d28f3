import type { Log } from '~/api/logs';

/** Lines of a log as the text of a file. */
export function logText(lines: Log[]): string {
  return lines
    .map((line) => {
      const source = [`${line.namespace}.${line.flowId}`, line.executionId, line.taskId ?? line.triggerId].filter(Boolean).join(' ');
      return `${line.timestamp} ${line.level.padEnd(5)} [${source}] ${line.message}\n`;
    })
    .join('');
}
