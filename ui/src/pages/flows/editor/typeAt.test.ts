import { expect, test } from 'vitest';
import { typeAt } from './typeAt';

const source = `id: demo
namespace: team
tasks:
  - id: loop
    type: core.ForEach
    values: [1]
    tasks:
      - id: inner
        type: core.Log
        message: |
          text
          more
      - type: core.Return
        id: second
    concurrencyLimit: 2
triggers:
  - id: every
    type: core.Schedule
    cron: "* * * * *"
labels:
  a: b
`;

test.each<[number, string | undefined, string]>([
  [1, undefined, 'id'],
  [4, 'core.ForEach', 'the first line of a task'],
  [6, 'core.ForEach', 'a property of a task'],
  [8, 'core.Log', 'a task within'],
  [12, 'core.Log', 'a text of several lines'],
  [14, 'core.Return', 'a task that begins with its type'],
  [15, 'core.ForEach', 'a property behind the tasks within'],
  [19, 'core.Schedule', 'a trigger'],
  [21, undefined, 'labels'],
])('line %d belongs to %s: %s', (line, type) => {
  expect(typeAt(source, line)).toBe(type);
});
