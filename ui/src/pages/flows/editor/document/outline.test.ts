import { expect, test } from 'vitest';
import { allSteps, freeId, idOfType, outlineOf, pathText, placeOf } from './outline';
import { Shapes, type Schema } from './shape';

const tasks = { type: 'array', items: { $ref: '#/definitions/task' } };
const truth = { anyOf: [{ type: 'boolean' }, { type: 'string', pattern: 'x' }] };
const schema: Schema = {
  properties: { tasks, errors: tasks },
  definitions: {
    task: {
      properties: { type: { enum: ['Log', 'If', 'Switch', 'Dag'] } },
      allOf: ['Log', 'If', 'Switch', 'Dag'].map((type) => ({ if: { properties: { type: { enum: [type, `old.${type}`] } } }, then: { $ref: `#/definitions/${type}` } })),
    },
    Log: {
      properties: {
        message: { type: ['string', 'number', 'boolean'] },
        level: { anyOf: [{ enum: ['INFO', 'WARN'] }, { type: 'string', pattern: '^([Ii])' }] },
        quiet: truth,
        wait: { anyOf: [{ type: 'number' }, { type: 'string', pattern: '^(-?[0-9]|[-+]?[Pp].+)$' }] },
        env: { anyOf: [{ type: 'object', additionalProperties: {} }, { type: 'string', pattern: '\\{[{%#]' }] },
        names: { anyOf: [{ type: 'array', items: { type: ['string', 'number', 'boolean'] } }, { type: 'string', pattern: '\\{[{%#]' }] },
        runner: {
          anyOf: [
            { anyOf: [{ type: 'object', properties: { type: { enum: ['Process', 'old.Process'] } } }, { type: 'object', properties: { type: { enum: ['Docker'] }, image: { type: 'string' } } }] },
            { type: 'string', pattern: '\\{[{%#]' },
          ],
        },
        free: {},
      },
      required: ['message'],
    },
    If: { properties: { then: tasks, else: tasks } },
    Switch: { properties: { cases: { type: 'object', additionalProperties: tasks } } },
    Dag: { properties: { tasks: { type: 'array', items: { type: 'object', properties: { task: { $ref: '#/definitions/task' }, dependsOn: { type: 'array', items: { type: 'string' } } } } } } },
  },
};
const shapes = new Shapes(schema);

test.each([
  ['message', { kind: 'text' }],
  ['level', { kind: 'choice', values: ['INFO', 'WARN'] }],
  ['quiet', { kind: 'truth' }],
  ['wait', { kind: 'duration' }],
  ['env', { kind: 'map', of: { kind: 'any' } }],
  ['names', { kind: 'list', of: { kind: 'text' } }],
  ['free', { kind: 'any' }],
])('the property %s is filled in as %j', (name, shape) => {
  expect(shapes.component('task', 'Log')?.find((member) => member.name === name)?.shape).toEqual(shape);
});

test('a type tells which properties there are', () => {
  const runner = shapes.component('task', 'old.Log')?.find((member) => member.name === 'runner')?.shape;
  if (runner?.kind !== 'variants') throw new Error(`Expected variants, but there is ${runner?.kind}.`);
  expect(runner.types).toEqual(['Process', 'Docker']);
  expect(runner.membersOf('Docker').map((member) => member.name)).toEqual(['type', 'image']);
  expect(shapes.component('task', 'Unknown')).toBeUndefined();
});

const flow = `id: f
namespace: n
tasks:
  - id: check
    type: If
    then:
      - id: a
        type: Log
  - id: which
    type: Switch
    cases:
      prod:
        - id: b
          type: Log
  - id: all
    type: Dag
    tasks:
      - task:
          id: c
          type: Log
errors:
  - id: tell
    type: Log
triggers:
  - id: daily
    type: Schedule
`;

test('an outline has every task where it stands', () => {
  const outline = outlineOf(flow, shapes);
  expect(allSteps(outline?.lists ?? []).map((step) => `${step.id} ${pathText(step.path)}`)).toEqual([
    'check tasks[0]',
    'a tasks[0].then[0]',
    'which tasks[1]',
    'b tasks[1].cases.prod[0]',
    'all tasks[2]',
    'c tasks[2].tasks[0].task',
    'tell errors[0]',
  ]);
  expect(outline?.lists[0]?.steps[0]?.branches.map((branch) => branch.name)).toEqual(['then', 'else']);
  expect(outline?.triggers.map((trigger) => trigger.id)).toEqual(['daily']);
});

test('a source that cannot be read has no outline', () => {
  expect(outlineOf('a: [', shapes)).toBeUndefined();
  expect(outlineOf('- a', shapes)).toBeUndefined();
  expect(outlineOf('', shapes)?.lists[0]?.steps).toEqual([]);
});

test('the list around a task is known, also in a Dag', () => {
  expect(placeOf(['tasks', 2])).toEqual({ list: ['tasks'], index: 2, wrapped: false });
  expect(placeOf(['tasks', 2, 'tasks', 0, 'task'])).toEqual({ list: ['tasks', 2, 'tasks'], index: 0, wrapped: true });
});

test('a new task gets an id of its own', () => {
  expect(freeId(idOfType('io.kestra.plugin.core.flow.ForEachItem'), ['for_each_item', 'for_each_item_2'])).toBe('for_each_item_3');
});
