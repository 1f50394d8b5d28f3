import { isKillable, isRunning, isTerminal } from '~/components/states';

export type Action = 'kill' | 'pause' | 'resume' | 'continue' | 'restart' | 'replay' | 'state' | 'labels' | 'unqueue' | 'force' | 'delete';

const rules: Record<Action, (state: string) => boolean> = {
  kill: (state) => isKillable(state) && state !== 'KILLING',
  pause: (state) => state === 'RUNNING',
  resume: (state) => state === 'PAUSED',
  continue: (state) => state === 'BREAKPOINT',
  restart: (state) => state === 'FAILED',
  replay: (state) => !isRunning(state) && state !== 'QUEUED' && state !== 'BREAKPOINT',
  state: isTerminal,
  labels: isTerminal,
  unqueue: (state) => state === 'QUEUED',
  force: (state) => state === 'QUEUED' || isRunning(state),
  delete: () => true,
};

/** What an execution in a state allows. */
export function isAllowed(action: Action, state: string): boolean {
  return rules[action](state);
}

/** States that an ended execution can be given. */
export function otherStates(state: string): string[] {
  return ['FAILED', 'SUCCESS', 'WARNING', 'CANCELLED'].filter((one) => one !== state);
}

/** States that a task run can be given: one that waits goes on or fails, one that ended may have ended otherwise. */
export function taskRunStates(run: string, execution: string): string[] {
  if (run === 'PAUSED') return ['RUNNING', 'FAILED'];
  if (run === 'CREATED' || !isRunning(execution)) return ['FAILED', 'SUCCESS', 'WARNING'].filter((one) => one !== run);
  return [];
}
