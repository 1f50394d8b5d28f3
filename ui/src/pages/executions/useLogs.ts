import { useEffect, useState } from 'react';
import { path } from '~/api/client';
import { watch } from '~/api/stream';
import type { Log } from '~/components/logs/LogLine';

/** All lines of an execution from a level on, those to come included; told together, once a frame at most. */
export function useLogs(executionId: string, minLevel: string): Log[] {
  const [logs, setLogs] = useState<{ key: string; lines: Log[] }>({ key: '', lines: [] });
  const key = `${executionId} ${minLevel}`;
  useEffect(() => {
    const lines: Log[] = [];
    let frame = 0;
    const show = () => {
      frame = 0;
      setLogs({ key, lines: [...lines] });
    };
    const watching = watch<Log | undefined>(path`/logs/${executionId}/follow`, { minLevel }, (_, log) => {
      if (!log?.message) return;
      lines.push(log);
      frame ||= requestAnimationFrame(show);
    });
    return () => {
      watching.stop();
      cancelAnimationFrame(frame);
    };
  }, [executionId, minLevel, key]);
  return logs.key === key ? logs.lines : [];
}
