import type { Schemas } from '~/api/client';

/** What the server says can stand in an expression of a flow. */
export type Completions = Schemas['CompletionCategories'];

export interface Choice {
  text: string;
  /** The text to put in, with `$0` where the cursor goes. */
  insert: string;
  kind: 'variable' | 'function' | 'filter';
}

interface Written {
  /** How many characters before the cursor the choice replaces. */
  length: number;
  choose: (completions: Completions) => Choice[];
}

/** What is being written in an expression, from the text of the line before the cursor; undefined outside of one. */
export function expressionAt(before: string): Written | undefined {
  const open = before.lastIndexOf('{{');
  if (open < 0 || before.indexOf('}}', open) >= 0) return undefined;
  const inner = before.slice(open + 2);
  const filter = /\|\s*([\w]*)$/.exec(inner);
  if (filter) return { length: filter[1]?.length ?? 0, choose: ({ filters }) => filters.map((text) => ({ text, insert: text, kind: 'filter' })) };
  const quoted = /\b(secret|kv|read)\(\s*['"]([^'"]*)$/.exec(inner);
  if (quoted) {
    const [, name, text] = quoted;
    return { length: text?.length ?? 0, choose: (all) => argumentsOf(name, all).map((value) => ({ text: value, insert: value, kind: 'variable' })) };
  }
  if (/['"][^'"]*$/.test(inner.replace(/'[^']*'|"[^"]*"/g, ''))) return undefined;
  const word = /[\w.\-[\]']*$/.exec(inner)?.[0] ?? '';
  return { length: word.length, choose: (all) => variablesAndFunctions(all) };
}

function argumentsOf(name: string | undefined, all: Completions): string[] {
  switch (name) {
    case 'secret':
      return all.secrets.map(bare);
    case 'kv':
      return all.kvPairs.map(bare);
    default:
      return all.namespaceFiles.map(bare);
  }
}

/** `kv('key')` as its key. */
function bare(text: string): string {
  return /['"](.+)['"]/.exec(text)?.[1] ?? text;
}

function variablesAndFunctions(all: Completions): Choice[] {
  const variables = [...all.inputs, ...all.taskOutputs, ...all.variables, ...all.executionContext, ...all.appContext];
  const functions = [...all.functions, ...all.secrets, ...all.kvPairs].filter((text) => text !== '');
  return [
    ...[...new Set(variables)].map((text): Choice => ({ text, insert: text, kind: 'variable' })),
    ...[...new Set(functions)].map((text): Choice => ({ text, insert: text.includes('(') ? text : `${text}($0)`, kind: 'function' })),
  ];
}
