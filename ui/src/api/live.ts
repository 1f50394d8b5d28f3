import { useEffect, useState } from 'react';
import { path } from './client';
import type { Execution } from './executions';
import { Failure } from './failure';
import { watch } from './stream';

/** A task run in few words; moments are milliseconds since 1970. */
export interface Run {
  id: string;
  taskId: string;
  parentId?: string;
  value?: string;
  iteration?: number;
  state: string;
  start: number;
  /** Absent while it goes on. */
  end?: number;
  attempts: number;
  /** The execution that it started. */
  subflow?: string;
}

export interface Live {
  /** Without its task runs, which are `runs`. */
  execution: Execution | undefined;
  runs: Run[];
  error: unknown;
}

interface Change {
  execution?: Execution;
  runs?: Run[];
  removed?: string[];
}

const nothing: Live = { execution: undefined, runs: [], error: undefined };

/** An execution as it is at this moment: the server tells what changed until the end. Shown once a frame at most. */
export function useLiveExecution(id: string): Live {
  const [live, setLive] = useState<Live & { id: string }>({ ...nothing, id });
  const [again, setAgain] = useState(0);
  useEffect(() => {
    const runs = new Map<string, Run>();
    let execution: Execution | undefined;
    let frame = 0;
    const show = () => {
      frame = 0;
      setLive({ id, execution, runs: [...runs.values()], error: undefined });
    };
    const watching = watch<Change>(
      path`/executions/${id}/changes`,
      {},
      (name, change) => {
        if (name === 'start') runs.clear();
        execution = change.execution ?? execution;
        change.runs?.forEach((run) => runs.set(run.id, run));
        change.removed?.forEach((gone) => runs.delete(gone));
        frame ||= requestAnimationFrame(show);
      },
      () => setLive((before) => (before.id === id && before.execution ? before : { ...nothing, id, error: new Failure(404, `There is no execution '${id}', or the server cannot be reached.`) })),
    );
    return () => {
      watching.stop();
      cancelAnimationFrame(frame);
    };
  }, [id, again]);
  useEffect(() => {
    const listener = (event: Event) => (event as CustomEvent<string>).detail === id && setAgain((count) => count + 1);
    window.addEventListener('legato:watch-again', listener);
    return () => window.removeEventListener('legato:watch-again', listener);
  }, [id]);
  return live.id === id ? live : nothing;
}

/** After an action an execution that had ended may go on: watch it anew. */
export function watchAgain(id: string) {
  window.dispatchEvent(new CustomEvent('legato:watch-again', { detail: id }));
}
