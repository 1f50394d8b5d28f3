import { useEffect, useState } from 'react';
import type { Execution } from './executions';
import { Failure } from './failure';
import { path } from './client';
import { watch } from './stream';

export interface Live {
  execution: Execution | undefined;
  error: unknown;
}

/** An execution as it is at this moment: the server tells every change until the end. */
export function useLiveExecution(id: string): Live {
  const [live, setLive] = useState<Live & { id: string }>({ id, execution: undefined, error: undefined });
  const [again, setAgain] = useState(0);
  useEffect(() => {
    const watching = watch<Execution>(
      path`/executions/${id}/follow`,
      {},
      (_, execution) => setLive({ id, execution, error: undefined }),
      () => setLive((before) => (before.id === id && before.execution ? before : { id, execution: undefined, error: new Failure(404, `There is no execution '${id}', or the server cannot be reached.`) })),
    );
    return () => watching.stop();
  }, [id, again]);
  useEffect(() => {
    const listener = (event: Event) => (event as CustomEvent<string>).detail === id && setAgain((count) => count + 1);
    window.addEventListener('legato:watch-again', listener);
    return () => window.removeEventListener('legato:watch-again', listener);
  }, [id]);
  return live.id === id ? live : { execution: undefined, error: undefined };
}

/** After an action an execution that had ended may go on: watch it anew. */
export function watchAgain(id: string) {
  window.dispatchEvent(new CustomEvent('legato:watch-again', { detail: id }));
}
