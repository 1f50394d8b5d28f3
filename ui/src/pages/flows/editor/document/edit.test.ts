import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { insertAt, lineOf, moveElement, removeIn, setIn } from './edit';

const flow = `# what this is for
id: orders   # never rename
namespace: shop

tasks:
  # fetches them
  - id: fetch
    type: io.kestra.plugin.core.http.Request
    uri: "https://example.org/{{ inputs.day }}" # the old server
    headers: {Accept: application/json}

  # says it
  - id: say
    type: io.kestra.plugin.core.log.Log
    message: |
      one
        two

      three
# the end
triggers:
- id: daily
  type: io.kestra.plugin.core.trigger.Schedule
  cron:   '0 9 * * *'
`;

/** The lines that differ. */
function changes(after: string): { gone: string[]; come: string[] } {
  const [old, fresh] = [flow.split('\n'), after.split('\n')];
  const rest = [...old];
  const come = fresh.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return { gone: rest, come };
}

test('a value is changed with its quotes, and the comment behind it stays', () => {
  expect(changes(setIn(flow, ['tasks', 0, 'uri'], 'https://example.org'))).toEqual({
    gone: ['    uri: "https://example.org/{{ inputs.day }}" # the old server'],
    come: ['    uri: "https://example.org" # the old server'],
  });
  expect(changes(setIn(flow, ['triggers', 0, 'cron'], '@daily')).come).toEqual(["  cron:   '@daily'"]);
  expect(changes(setIn(flow, ['id'], 'sales')).come).toEqual(['id: sales   # never rename']);
});

test('a text of several lines becomes a block', () => {
  const after = setIn(flow, ['tasks', 0, 'uri'], 'a\nb\n');
  expect(changes(after).come).toEqual(['    uri: | # the old server', '      a', '      b']);
  expect(parse(after).tasks[0].uri).toBe('a\nb\n');
});

test('a block becomes a text of one line', () => {
  const { gone, come } = changes(setIn(flow, ['tasks', 1, 'message'], 'hi'));
  expect(gone.filter((line) => line !== '')).toEqual(['    message: |', '      one', '        two', '      three']);
  expect(come).toEqual(['    message: hi']);
});

test('a new property stands behind the others of its task', () => {
  const after = setIn(flow, ['tasks', 0, 'timeout'], 'PT1M');
  expect(changes(after)).toEqual({ gone: [], come: ['    timeout: PT1M'] });
  expect(after.split('\n').indexOf('    timeout: PT1M')).toBe(flow.split('\n').indexOf('    headers: {Accept: application/json}') + 1);
  expect(changes(setIn(flow, ['tasks', 1, 'level'], 'WARN'))).toEqual({ gone: [], come: ['    level: WARN'] });
  expect(parse(setIn(flow, ['tasks', 1, 'level'], 'WARN')).tasks[1].message).toBe('one\n  two\n\nthree\n');
});

test('a nested property is made with what is around it', () => {
  const after = setIn(flow, ['tasks', 0, 'retry', 'maxAttempts'], 3);
  expect(changes(after).come).toEqual(['    retry:', '      maxAttempts: 3']);
  expect(changes(setIn(after, ['tasks', 0, 'retry', 'maxAttempts'], undefined))).toEqual({ gone: [], come: [] });
});

test('a map on one line is changed, and nothing else', () => {
  const after = setIn(flow, ['tasks', 0, 'headers', 'Accept'], 'text/csv');
  expect(parse(after).tasks[0].headers).toEqual({ Accept: 'text/csv' });
  expect(after).toContain('# the old server');
  expect(after).toContain('# fetches them');
});

test('what is removed goes with its comment, and the others stay', () => {
  expect(removeIn(flow, ['tasks', 0])).toBe(flow.replace(/ {2}# fetches them[^]*(?= {2}# says it)/, ''));
  expect(changes(removeIn(flow, ['tasks', 1, 'message'])).come).toEqual([]);
  expect(parse(removeIn(flow, ['triggers', 0])).triggers).toBeUndefined();
  expect(parse(removeIn(flow, ['tasks', 0, 'id'])).tasks[0]).toEqual({ type: 'io.kestra.plugin.core.http.Request', uri: 'https://example.org/{{ inputs.day }}', headers: { Accept: 'application/json' } });
});

test('an element is put before, between and behind others', () => {
  const task = { id: 'wait', type: 'io.kestra.plugin.core.flow.Sleep', duration: 'PT1S' };
  for (const index of [0, 1, 2]) {
    const after = insertAt(flow, ['tasks'], index, task);
    expect(parse(after).tasks.map((one: { id: string }) => one.id)[index]).toBe('wait');
    expect(changes(after).gone).toEqual([]);
    expect(changes(after).come).toEqual(['  - id: wait', '    type: io.kestra.plugin.core.flow.Sleep', '    duration: PT1S', '']);
  }
  expect(insertAt(flow, ['tasks'], 1, task)).toContain('\n\n  - id: wait\n    type: io.kestra.plugin.core.flow.Sleep\n    duration: PT1S\n\n  # says it\n');
});

test('a first element makes the list', () => {
  expect(parse(insertAt(flow, ['errors'], 0, { id: 'a' })).errors).toEqual([{ id: 'a' }]);
  expect(insertAt('id: a\ntasks: []\n', ['tasks'], 0, { id: 'a' })).toBe('id: a\ntasks:\n  - id: a\n');
  expect(insertAt('id: a\ntasks:\n', ['tasks'], 0, { id: 'a' })).toBe('id: a\ntasks:\n  - id: a\n');
});

test('elements change places with their comments', () => {
  const after = moveElement(flow, ['tasks'], 0, 1);
  expect(changes(after)).toEqual({ gone: [], come: [] });
  expect(after.indexOf('# says it')).toBeLessThan(after.indexOf('# fetches them'));
  expect(after.indexOf('# fetches them')).toBeLessThan(after.indexOf('- id: fetch'));
  expect(moveElement(after, ['tasks'], 1, 0)).toBe(flow);
});

test.each([
  ['an anchor', 'id: a\nx: &one {a: 1}\ntasks:\n  - id: t\n    with: *one\n'],
  ['a text over several lines', 'id: a\ntasks:\n  - id: t\n    text: some words\n      and more\n    n: 1\n'],
  ['quotes around a key', 'id: a\ntasks:\n  - "id": t\n    \'type\': y\n'],
  ['a list at the margin', 'id: a\ntasks:\n- id: t\n  # inside\n  type: y'],
  ['windows line breaks', 'id: a\r\ntasks:\r\n  - id: t\r\n    type: y\r\n'],
])('%s survives every change with what it means', (_, text) => {
  const before = parse(text);
  expect(parse(setIn(text, ['tasks', 0, 'id'], 'u'))).toEqual({ ...before, tasks: [{ ...before.tasks[0], id: 'u' }] });
  expect(parse(setIn(text, ['tasks', 0, 'more'], { b: ['c'] }))).toEqual({ ...before, tasks: [{ ...before.tasks[0], more: { b: ['c'] } }] });
  expect(parse(insertAt(text, ['tasks'], 1, { id: 'z' }))).toEqual({ ...before, tasks: [before.tasks[0], { id: 'z' }] });
});

test('the line of a property is found', () => {
  expect(lineOf(flow, ['tasks', 1, 'message'])).toBe(15);
  expect(lineOf(flow, ['tasks', 1])).toBe(13);
  expect(lineOf(flow, ['nothing'])).toBeUndefined();
});
