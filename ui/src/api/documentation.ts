import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from './client';

export type Plugin = Schemas['Plugin'];
export type PluginElement = Schemas['PluginElement'];

/** What a JSON Schema says of a property, as far as pages show it. */
export interface PropertySchema {
  type?: string | string[];
  title?: string;
  description?: string;
  default?: unknown;
  enum?: unknown[];
  format?: string;
  items?: PropertySchema;
  anyOf?: PropertySchema[];
  oneOf?: PropertySchema[];
  additionalProperties?: PropertySchema | boolean;
  properties?: Record<string, PropertySchema>;
  required?: string[];
  deprecated?: boolean;
  $deprecated?: boolean;
  $ref?: string;
  $dynamic?: boolean;
  $examples?: { title?: string; code: string }[];
  minimum?: number;
  maximum?: number;
}

export interface TypeDocumentation {
  markdown: string;
  schema: { properties: PropertySchema; outputs: PropertySchema; definitions: Record<string, PropertySchema> };
}

const HOUR = 3_600_000;

export const pluginQueries = {
  groups: () =>
    queryOptions({
      queryKey: ['plugins', 'groups'],
      queryFn: () => answer(api.GET('/api/v1/main/plugins/groups/subgroups')),
      staleTime: HOUR,
    }),
  type: (cls: string) =>
    queryOptions({
      queryKey: ['plugins', 'type', cls],
      queryFn: async () => (await answer(api.GET('/api/v1/main/plugins/{cls}', { params: { path: { cls } } }))) as unknown as TypeDocumentation,
      staleTime: HOUR,
      enabled: cls !== '',
    }),
};
