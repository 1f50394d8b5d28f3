import type { PropertySchema, TypeDocumentation } from '~/api/documentation';

/** A part of a description: text in Markdown, or an example to be copied. */
export type Part = { kind: 'text'; text: string } | { kind: 'code'; language: string; code: string };

/** Takes the examples out of a description, so that each can be shown with a button to copy it. */
export function partsOf(markdown: string): Part[] {
  const parts: Part[] = [];
  const fence = /^```(\w*)\n([\s\S]*?)^```\s*$/gm;
  let end = 0;
  for (const found of markdown.matchAll(fence)) {
    push(parts, markdown.slice(end, found.index));
    parts.push({ kind: 'code', language: found[1] || 'text', code: (found[2] ?? '').trimEnd() });
    end = found.index + found[0].length;
  }
  push(parts, markdown.slice(end));
  return parts;
}

function push(parts: Part[], text: string) {
  if (text.trim() !== '') parts.push({ kind: 'text', text: text.trim() });
}

/** The names under which older flows know a type. */
export function olderNames(markdown: string): string[] {
  const section = markdown.split(/^## Older names\s*$/m)[1]?.split(/^## /m)[0] ?? '';
  return [...section.matchAll(/^- `([^`]+)`/gm)].map((found) => found[1] ?? '');
}

export interface KindWords {
  any: string;
  list: (of: string) => string;
  map: (of: string) => string;
  or: string;
}

/** What values a property takes, in a few words: "list of string". */
export function kindOf(schema: PropertySchema, words: KindWords): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? words.any;
  if (schema.enum) return 'string';
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    // a pattern beside a list of values only says that capitals do not matter
    const kinds = new Set(choices.filter((one) => !('pattern' in one) || choices.length === 1).map((one) => kindOf(one, words)));
    if (kinds.has('string') && (kinds.has('number') || kinds.has('boolean'))) ['number', 'integer', 'boolean'].forEach((kind) => kinds.delete(kind));
    return [...kinds].join(` ${words.or} `) || 'string';
  }
  const types = [schema.type ?? []].flat();
  if (types.includes('array')) return words.list(schema.items ? kindOf(schema.items, words) : words.any);
  if (types.includes('object') && typeof schema.additionalProperties === 'object') return words.map(kindOf(schema.additionalProperties, words));
  if (types.length === 0) return words.any;
  // numbers and truth values are only another way to write the text
  if (types.includes('string') && types.every((type) => ['string', 'number', 'integer', 'boolean'].includes(type)) && types.length > 1) return 'string';
  return types.join(` ${words.or} `) + (schema.format ? ` (${schema.format})` : '');
}

export function valuesOf(schema: PropertySchema): string[] {
  const found = schema.enum ?? (schema.anyOf ?? schema.oneOf ?? []).find((one) => one.enum)?.enum ?? [];
  return found.map(String);
}

/** Properties in the order in which people need them: required ones first. */
export function propertiesOf(schema: PropertySchema | undefined): [name: string, schema: PropertySchema, required: boolean][] {
  const required = new Set(schema?.required ?? []);
  return Object.entries(schema?.properties ?? {})
    .map(([name, property]): [string, PropertySchema, boolean] => [name, property, required.has(name)])
    .sort((one, other) => Number(other[2]) - Number(one[2]));
}

/** The text above the properties: its description with its examples. */
export function introduction({ schema, markdown }: TypeDocumentation): { title: string; description: string } {
  const { title, description } = schema.properties;
  return { title: title ?? markdown.split('\n').find((line) => line !== '' && !line.startsWith('#')) ?? '', description: description ?? '' };
}
