import createClient, { type Middleware } from 'openapi-fetch';
import { apiPath, serverPath } from '~/app/place';
import { writeSearch, type Search } from '~/app/search';
import { failureOf } from './failure';
import { reach } from './reach';
import type { components, paths } from './schema.gen';
import { askedByPage, session } from './session';

/** What the API takes and gives, by name: `Schemas['Execution']`. */
export type Schemas = components['schemas'];

const refusals: Middleware = {
  async onResponse({ response }) {
    if (response.status === 401) session.end();
    if (!response.ok) throw failureOf(response.status, await response.text());
  },
};

/** The API, typed by its own description. Calls that are refused throw a `Failure`. */
export const api = createClient<paths>({ baseUrl: `${location.origin}${serverPath}`, querySerializer: serialize, headers: askedByPage, fetch: reach });
api.use(refusals);

function serialize(query: unknown): string {
  return writeSearch(query as Search).slice(1);
}

/** The body of an answer: `await answer(api.GET(…))`. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}

/** Parameters that the compiler does not know, such as the filters of a search. */
export function query(...parts: Search[]): object {
  return Object.assign({}, ...parts);
}

/** A source as the body of a request. */
export function yaml(source: string) {
  return { body: source as never, bodySerializer: () => source, headers: { 'Content-Type': 'application/x-yaml' } };
}

/** A form as the body of a request. */
export function form(parts: FormData) {
  return { body: parts as never, bodySerializer: () => parts };
}

export function urlOf(path: string, search?: Search): string {
  return `${apiPath}${path}${search ? writeSearch(search) : ''}`;
}

/** A path with its variable parts encoded: path`/flows/${namespace}/${id}`. */
export function path(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  return parts.reduce((text, part, index) => text + encodeURIComponent(String(values[index - 1])) + part);
}

/** A request that is not about JSON, such as the text of a file. */
export async function fetchRaw(url: string, request: RequestInit = {}): Promise<Response> {
  const response = await reach(url, { ...request, headers: { ...askedByPage, ...request.headers } });
  if (response.status === 401) session.end();
  if (!response.ok) throw failureOf(response.status, await response.text());
  return response;
}

/** Hands a file of the server to the person, under the name that the server gives it. */
export async function download(url: string, request: RequestInit = {}, name?: string): Promise<void> {
  const response = await fetchRaw(url, request);
  const told = /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  saveAs(await response.blob(), name ?? told ?? 'download');
}

export function saveAs(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
