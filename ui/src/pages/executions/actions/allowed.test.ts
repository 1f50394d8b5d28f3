import { expect, test } from 'vitest';
import { isAllowed, otherStates, taskRunStates, type Action } from './allowed';

const actions: Action[] = ['kill', 'pause', 'resume', 'continue', 'restart', 'replay', 'state', 'labels', 'unqueue', 'force', 'delete'];

test.each([
  ['CREATED', ['kill', 'force', 'delete']],
  ['RUNNING', ['kill', 'pause', 'force', 'delete']],
  ['PAUSED', ['kill', 'resume', 'force', 'delete']],
  ['BREAKPOINT', ['kill', 'continue', 'delete']],
  ['QUEUED', ['kill', 'unqueue', 'force', 'delete']],
  ['KILLING', ['force', 'delete']],
  ['SUCCESS', ['replay', 'state', 'labels', 'delete']],
  ['FAILED', ['restart', 'replay', 'state', 'labels', 'delete']],
  ['KILLED', ['replay', 'state', 'labels', 'delete']],
])('what a %s execution allows', (state, allowed) => {
  expect(actions.filter((action) => isAllowed(action, state))).toEqual(allowed);
});

test('an execution is given another state than it has', () => {
  expect(otherStates('FAILED')).toEqual(['SUCCESS', 'WARNING', 'CANCELLED']);
});

test.each([
  ['PAUSED', 'RUNNING', ['RUNNING', 'FAILED']],
  ['SUCCESS', 'RUNNING', []],
  ['FAILED', 'FAILED', ['SUCCESS', 'WARNING']],
])('a %s task run of a %s execution', (run, execution, states) => {
  expect(taskRunStates(run, execution)).toEqual(states);
});
