import type { PropertySchema } from '~/api/documentation';

/** The JSON Schema of flows, as far as forms read it. */
export interface Schema extends PropertySchema {
  definitions?: Record<string, Schema>;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: { if?: { properties?: { type?: Schema } }; then?: Schema }[];
  additionalProperties?: Schema | boolean;
  pattern?: string;
  deprecationMessage?: string;
  doNotSuggest?: boolean;
}

/** What can stand at a place of a flow, as a person fills it in. */
export type Shape =
  | { kind: 'text' | 'truth' | 'duration' | 'any' }
  | { kind: 'number'; whole: boolean }
  | { kind: 'choice'; values: string[] }
  | { kind: 'list'; of: Shape }
  | { kind: 'map'; of: Shape }
  | { kind: 'members'; members: Member[] }
  /** One of several things that `type` tells apart, such as an input or a retry. */
  | { kind: 'variants'; types: string[]; membersOf: (type: string) => Member[] }
  /** A task: edited as a step of its own, not as a value of what it is in. */
  | { kind: 'step' };

export interface Member {
  name: string;
  shape: Shape;
  required: boolean;
  description?: string;
  default?: unknown;
  /** Why it should not be used any more. */
  deprecated?: string;
}

/** Reads what flows are made of from their schema. */
export class Shapes {
  private readonly known = new Map<string, Member[]>();

  constructor(private readonly schema: Schema) {}

  /** The properties of a flow itself. */
  flow(): Member[] {
    return this.members(this.schema);
  }

  /** The properties of a task, trigger, condition, input, … of a type; undefined when there is no such type. */
  component(kind: string, type: string): Member[] | undefined {
    const key = `${kind} ${type}`;
    const found = this.known.get(key);
    if (found) return found;
    const variant = this.definition(kind)?.allOf?.find((one) => typesOf(one.if?.properties?.type).includes(type))?.then;
    if (!variant) return undefined;
    const members = this.members(this.resolve(variant));
    this.known.set(key, members);
    return members;
  }

  /** The names of the properties that everything of a kind has. */
  common(kind: string): Set<string> {
    return new Set(Object.keys(this.definition(kind)?.properties ?? {}));
  }

  /** The names under which things of a kind are written today. */
  types(kind: string): string[] {
    return suggested(this.definition(kind)?.properties?.type);
  }

  private definition(name: string): Schema | undefined {
    return this.schema.definitions?.[name];
  }

  private resolve(schema: Schema): Schema {
    if (!schema.$ref) return schema;
    const parts = schema.$ref.replace('#/definitions/', '').split('/properties/');
    const target = parts.slice(1).reduce<Schema | undefined>((at, name) => at?.properties?.[name], this.definition(parts[0] ?? ''));
    return { ...this.resolve(target ?? {}), ...('description' in schema ? { description: schema.description } : {}) };
  }

  private members(schema: Schema): Member[] {
    const required = new Set(schema.required ?? []);
    return Object.entries(schema.properties ?? {}).map(([name, property]) => {
      const resolved = this.resolve(property);
      return {
        name,
        shape: this.shape(property),
        required: required.has(name),
        description: resolved.description,
        default: resolved.default,
        deprecated: resolved.deprecationMessage ?? (resolved.doNotSuggest ? '' : undefined),
      };
    });
  }

  shape(schema: Schema): Shape {
    if (schema.$ref === '#/definitions/task') return { kind: 'step' };
    const named = /^#\/definitions\/(\w+)$/.exec(schema.$ref ?? '')?.[1];
    const resolved = this.resolve(schema);
    if (named && resolved.allOf) return { kind: 'variants', types: this.types(named), membersOf: (type) => this.component(named, type) ?? [] };
    if (named === 'labels') return { kind: 'map', of: { kind: 'text' } };
    return this.plain(resolved);
  }

  private plain(schema: Schema): Shape {
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) return this.chosen(choices);
    if (schema.enum) return { kind: 'choice', values: schema.enum.map(String) };
    const types = [schema.type ?? []].flat();
    if (types.includes('array')) return { kind: 'list', of: schema.items && Object.keys(schema.items).length > 0 ? this.shape(schema.items) : { kind: 'any' } };
    if (types.includes('object')) {
      if (schema.properties) return { kind: 'members', members: this.members(schema) };
      return { kind: 'map', of: typeof schema.additionalProperties === 'object' && Object.keys(schema.additionalProperties).length > 0 ? this.shape(schema.additionalProperties) : { kind: 'any' } };
    }
    if (types.includes('string')) return { kind: 'text' };
    if (types.includes('integer') || types.includes('number')) return { kind: 'number', whole: !types.includes('number') };
    return types.includes('boolean') ? { kind: 'truth' } : { kind: 'any' };
  }

  /** Several ways to write the same: an expression instead of a value is only another way. */
  private chosen(choices: Schema[]): Shape {
    const patterns = choices.filter((one) => one.pattern !== undefined).map((one) => one.pattern ?? '');
    const values = choices.filter((one) => one.pattern === undefined && !one.doNotSuggest);
    if (patterns.some((pattern) => pattern.includes('[Pp].+'))) return { kind: 'duration' };
    if (values.length === 1 && values[0]) return this.shape(values[0]);
    const kinds = values.map((one) => one.properties?.type).filter((type): type is Schema => type !== undefined);
    if (values.length > 1 && kinds.length === values.length) {
      const members = new Map(values.flatMap((one) => typesOf(one.properties?.type).map((type) => [type, one] as const)));
      return {
        kind: 'variants',
        types: kinds.flatMap((type) => suggested(type).slice(0, 1)),
        membersOf: (type) => this.members(this.resolve(members.get(type) ?? {})),
      };
    }
    return { kind: values.length > 0 ? 'any' : 'text' };
  }
}

/** Every name that a `type` may have. */
function typesOf(schema: Schema | undefined): string[] {
  if (!schema) return [];
  return [...(schema.enum ?? []), ...(schema.anyOf ?? []).flatMap((one) => typesOf(one))].map(String);
}

/** The names that are meant for new flows: neither short nor old ones. */
function suggested(schema: Schema | undefined): string[] {
  const named = schema?.anyOf?.find((one) => !one.doNotSuggest && !one.deprecationMessage) ?? schema;
  return (named?.enum ?? []).map(String);
}

export const shortType = (type: string): string => type.split('.').at(-1) ?? type;
