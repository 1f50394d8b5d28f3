/** The states of executions and task runs, and the family that gives each its colour. */
export const families = {
  CREATED: 'created',
  SUBMITTED: 'created',
  RESTARTED: 'created',
  RESUBMITTED: 'created',
  RUNNING: 'running',
  SUCCESS: 'success',
  WARNING: 'warning',
  FAILED: 'failed',
  KILLING: 'killed',
  KILLED: 'killed',
  PAUSED: 'paused',
  BREAKPOINT: 'breakpoint',
  RETRYING: 'warning',
  CANCELLED: 'quiet',
  SKIPPED: 'quiet',
  QUEUED: 'quiet',
  RETRIED: 'quiet',
} as const;

export type StateName = keyof typeof families;

export const stateNames = Object.keys(families) as StateName[];

export function stateColor(state: string): string {
  return `var(--state-${families[state as StateName] ?? 'quiet'})`;
}

const TERMINAL = new Set(['SUCCESS', 'WARNING', 'FAILED', 'KILLED', 'CANCELLED', 'RETRIED', 'SKIPPED']);
export const isTerminal = (state: string): boolean => TERMINAL.has(state);

const RUNNING = new Set(['CREATED', 'RUNNING', 'KILLING', 'PAUSED', 'RETRYING', 'RESTARTED']);
export const isRunning = (state: string): boolean => RUNNING.has(state);

const KILLABLE = new Set(['CREATED', 'RESTARTED', 'RUNNING', 'KILLING', 'PAUSED', 'RETRYING', 'QUEUED', 'BREAKPOINT']);
export const isKillable = (state: string): boolean => KILLABLE.has(state);
