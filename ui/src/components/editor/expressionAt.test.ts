import { expect, test } from 'vitest';
import { expressionAt, type Completions } from './expressionAt';

const all: Completions = {
  inputs: ['inputs.name'],
  taskOutputs: ['outputs.hello.value'],
  variables: ['vars.region'],
  executionContext: ['execution.id'],
  appContext: [],
  functions: ['now', 'secret'],
  filters: ['upper', 'date'],
  secrets: ["secret('TOKEN')"],
  kvPairs: ["kv('region')"],
  namespaceFiles: ['main.py'],
};

function offered(before: string): string[] | undefined {
  return expressionAt(before)?.choose(all).map((choice) => choice.text);
}

test('nothing is offered outside of an expression', () => {
  expect(offered('message: Hello ')).toBeUndefined();
  expect(offered('message: "{{ inputs.name }} ')).toBeUndefined();
});

test('variables and functions are offered after the braces', () => {
  expect(offered('message: {{ ')).toEqual(expect.arrayContaining(['inputs.name', 'outputs.hello.value', 'vars.region', 'now']));
});

test('filters are offered after a bar', () => {
  expect(offered('message: {{ inputs.name | up')).toEqual(['upper', 'date']);
});

test('names are offered inside of the quotes of a function', () => {
  expect(offered("message: {{ secret('")).toEqual(['TOKEN']);
  expect(offered("message: {{ kv('re")).toEqual(['region']);
  expect(offered("message: {{ read('ma")).toEqual(['main.py']);
});

test('a text in quotes is left alone', () => {
  expect(offered("message: {{ inputs.name == 'A")).toBeUndefined();
});

test('the word before the cursor is replaced', () => {
  expect(expressionAt('message: {{ inputs.na')?.length).toBe('inputs.na'.length);
});
