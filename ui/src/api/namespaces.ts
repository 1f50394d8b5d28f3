import { queryOptions } from '@tanstack/react-query';
import type { Search } from '~/app/search';
import { answer, api, fetchRaw, form, path, query, urlOf, type Schemas } from './client';

export type KeyEntry = Schemas['KeyEntry'];
export type KeyValue = Schemas['KeyValue'];
export type Secret = Schemas['Secret'];
export type FileAttributes = Schemas['FileAttributes'];
export type FileRevision = Schemas['Revision'];

const at = (namespace: string) => ({ path: { namespace } });

export const namespaceQueries = {
  all: () =>
    queryOptions({
      queryKey: ['namespaces'],
      queryFn: async () => (await answer(api.GET('/api/v1/main/namespaces/search', { params: { query: query({ size: '1000' }) } }))).results,
    }),
  one: (namespace: string) =>
    queryOptions({
      queryKey: ['namespace', namespace],
      queryFn: () => answer(api.GET('/api/v1/main/namespaces/{namespace}', { params: at(namespace) })),
    }),
  /** The variables that flows of a namespace see: its own and those of the namespaces above. */
  variables: (namespace: string) =>
    queryOptions({
      queryKey: ['namespace', namespace, 'variables'],
      queryFn: async () => (await answer(api.GET('/api/v1/main/namespaces/{namespace}/inherited-variables', { params: at(namespace) }))) as Record<string, unknown>,
    }),
  dependencies: (namespace: string) =>
    queryOptions({
      queryKey: ['namespace', namespace, 'dependencies'],
      queryFn: () => answer(api.GET('/api/v1/main/namespaces/{namespace}/dependencies', { params: at(namespace) })),
    }),
};

export const namespaceActions = {
  describe: (id: string, description: string | undefined, variables: Record<string, unknown>) =>
    answer(api.PUT('/api/v1/main/namespaces/{namespace}', { params: at(id), body: { id, variables, ...(description ? { description } : {}) } })),
};

export const keyQueries = {
  search: (search: Search) =>
    queryOptions({
      queryKey: ['keys', search],
      queryFn: () => answer(api.GET('/api/v1/main/kv', { params: { query: query(search) } })),
      placeholderData: (before) => before,
    }),
  inherited: (namespace: string) =>
    queryOptions({
      queryKey: ['keys', 'inherited', namespace],
      queryFn: () => answer(api.GET('/api/v1/main/namespaces/{namespace}/kv/inheritance', { params: at(namespace) })),
    }),
  one: (namespace: string, key: string) =>
    queryOptions({
      queryKey: ['keys', 'one', namespace, key],
      queryFn: () => answer(api.GET('/api/v1/main/namespaces/{namespace}/kv/{key}', { params: { path: { namespace, key } } })),
    }),
};

export interface KeyChange {
  namespace: string;
  key: string;
  /** The value as the API reads it: JSON, or a bare date. */
  literal: string;
  description?: string;
  /** How long it lives, ISO 8601. */
  ttl?: string;
}

export const keyActions = {
  put: ({ namespace, key, literal, description, ttl }: KeyChange) =>
    fetchRaw(urlOf(path`/namespaces/${namespace}/kv/${key}`), {
      method: 'PUT',
      body: literal,
      headers: { 'Content-Type': 'text/plain', ...(ttl ? { ttl } : {}), ...(description ? { description } : {}) },
    }),
  removeAll: (namespace: string, keys: string[]) => answer(api.DELETE('/api/v1/main/namespaces/{namespace}/kv', { params: at(namespace), body: { keys } })),
  remove: (namespace: string, key: string) => answer(api.DELETE('/api/v1/main/namespaces/{namespace}/kv/{key}', { params: { path: { namespace, key } } })),
};

export const secretQueries = {
  all: (search: Search) =>
    queryOptions({
      queryKey: ['secrets', search],
      queryFn: () => answer(api.GET('/api/v1/main/secrets', { params: { query: query(search) } })),
      placeholderData: (before) => before,
    }),
  of: (namespace: string, search: Search) =>
    queryOptions({
      queryKey: ['secrets', namespace, search],
      queryFn: () => answer(api.GET('/api/v1/main/namespaces/{namespace}/secrets', { params: { ...at(namespace), query: query(search) } })),
      placeholderData: (before) => before,
    }),
  inherited: (namespace: string) =>
    queryOptions({
      queryKey: ['secrets', 'inherited', namespace],
      queryFn: async () => (await answer(api.GET('/api/v1/main/namespaces/{namespace}/inherited-secrets', { params: at(namespace) }))) as unknown as Record<string, string[]>,
    }),
};

export const secretActions = {
  put: (namespace: string, key: string, value: string, description?: string) =>
    answer(api.PUT('/api/v1/main/namespaces/{namespace}/secrets', { params: at(namespace), body: { key, value, ...(description ? { description } : {}) } })),
  remove: (namespace: string, key: string) => answer(api.DELETE('/api/v1/main/namespaces/{namespace}/secrets/{key}', { params: { path: { namespace, key } } })),
};

export const fileUrl = (namespace: string, file: string, revision?: number) => urlOf(path`/namespaces/${namespace}/files`, { path: file, revision: revision?.toString() });

export const fileQueries = {
  in: (namespace: string, folder: string) =>
    queryOptions({
      queryKey: ['files', namespace, folder],
      queryFn: () => answer(api.GET('/api/v1/main/namespaces/{namespace}/files/directory', { params: { ...at(namespace), query: query({ path: folder || undefined }) } })),
    }),
  found: (namespace: string, text: string) =>
    queryOptions({
      queryKey: ['files', namespace, 'found', text],
      queryFn: async () => (await answer(api.GET('/api/v1/main/namespaces/{namespace}/files/search', { params: { ...at(namespace), query: query({ q: text }) } as never }))) as unknown as string[],
    }),
  content: (namespace: string, file: string, revision?: number) =>
    queryOptions({
      queryKey: ['file', namespace, file, revision],
      queryFn: async () => (await fetchRaw(fileUrl(namespace, file, revision))).text(),
      staleTime: Infinity,
    }),
  revisions: (namespace: string, file: string) =>
    queryOptions({
      queryKey: ['file', namespace, file, 'revisions'],
      queryFn: () => answer(api.GET('/api/v1/main/namespaces/{namespace}/files/revisions', { params: { ...at(namespace), query: { path: file } } })),
    }),
};

export const fileActions = {
  write: (namespace: string, file: string, content: Blob) => {
    const parts = new FormData();
    parts.append('fileContent', content, file.split('/').at(-1));
    return answer(api.POST('/api/v1/main/namespaces/{namespace}/files', { params: { ...at(namespace), query: { path: file } }, ...form(parts) } as never));
  },
  makeFolder: (namespace: string, folder: string) =>
    answer(api.POST('/api/v1/main/namespaces/{namespace}/files/directory', { params: { ...at(namespace), query: { path: folder } } } as never)),
  move: (namespace: string, from: string, to: string) =>
    answer(api.PUT('/api/v1/main/namespaces/{namespace}/files', { params: { ...at(namespace), query: { from, to } } } as never)),
  remove: (namespace: string, file: string) => answer(api.DELETE('/api/v1/main/namespaces/{namespace}/files', { params: { ...at(namespace), query: { path: file } } } as never)),
};
