import { useEffect, useState } from 'react';
import { path } from '~/api/client';
import { watch } from '~/api/stream';
import type { Log } from '~/components/logs/LogLine';

/** Which lines of an execution are wanted. */
interface Wanted {
  minLevel?: string;
  taskRunId?: string;
}

/** Lines of an execution, those to come included; told together, once a frame at most. */
export function useLogs(executionId: string, { minLevel, taskRunId }: Wanted): Log[] {
  const [logs, setLogs] = useState<{ key: string; lines: Log[] }>({ key: '', lines: [] });
  const key = `${executionId} ${minLevel} ${taskRunId}`;
  useEffect(() => {
    const lines: Log[] = [];
    let frame = 0;
    const show = () => {
      frame = 0;
      setLogs({ key, lines: [...lines] });
    };
    const watching = watch<Log | undefined>(path`/logs/${executionId}/follow`, { minLevel, taskRunId }, (_, log) => {
      if (!log?.message) return;
      lines.push(log);
      frame ||= requestAnimationFrame(show);
    });
    return () => {
      watching.stop();
      cancelAnimationFrame(frame);
    };
  }, [executionId, minLevel, taskRunId, key]);
  return logs.key === key ? logs.lines : [];
}
