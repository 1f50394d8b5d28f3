import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { explain } from '~/api/failure';
import { tellError, tellSuccess } from '~/app/toasts';

type Done<T> = string | ((result: T) => string);

/**
 * Does something for the person: `act(() => …, 'Saved')` tells what was done or why it could not be,
 * and lets everything that is shown be asked for again. Gives what was answered, or undefined.
 */
export function useAct(): [<T>(work: () => Promise<T>, done?: Done<T>) => Promise<T | undefined>, boolean] {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const act = async <T>(work: () => Promise<T>, done?: Done<T>): Promise<T | undefined> => {
    setBusy(true);
    try {
      const result = await work();
      if (done) tellSuccess(typeof done === 'function' ? done(result) : done);
      void queries.invalidateQueries();
      return result;
    } catch (thrown) {
      const { title, details } = explain(thrown);
      tellError(title, details);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return [act, busy];
}
