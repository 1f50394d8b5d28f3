import type { Search } from '~/app/search';
import { fetchRaw, urlOf } from './client';

/** Asks the API for JSON where its description does not give the shape of the answer. */
export async function ask<T>(path: string, search?: Search): Promise<T> {
  return (await fetchRaw(urlOf(path, search))).json() as Promise<T>;
}

/** Sends JSON, or a text such as YAML, and gives the answer; an answer without a body is undefined. */
export async function send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, type = 'application/json'): Promise<T> {
  const text = typeof body === 'string' && type !== 'application/json' ? body : JSON.stringify(body);
  const response = await fetchRaw(urlOf(path), {
    method,
    ...(body === undefined ? {} : { body: text, headers: { 'Content-Type': type } }),
  });
  const answer = await response.text();
  return (answer ? JSON.parse(answer) : undefined) as T;
}
