import type { KeyValue } from '~/api/namespaces';
import { secondsOf } from '~/app/formats';

export type KeyType = KeyValue['type'];

export const keyTypes: KeyType[] = ['STRING', 'NUMBER', 'BOOLEAN', 'DATETIME', 'DATE', 'DURATION', 'JSON'];

export type Complaint = 'badNumber' | 'badJson' | 'badDuration';

/** A value of a type as the API reads it: `"text"`, `12`, `2026-01-02`, `{"a": 1}`; or what is wrong with it. */
export function literalOf(type: KeyType, text: string): { literal: string } | { complaint: Complaint } {
  switch (type) {
    case 'STRING':
      return { literal: JSON.stringify(text) };
    case 'NUMBER':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? { literal: text.trim() } : { complaint: 'badNumber' };
    case 'BOOLEAN':
      return { literal: text === 'true' ? 'true' : 'false' };
    case 'DATETIME':
    case 'DATE':
      return { literal: text };
    case 'DURATION':
      return isDuration(text) ? { literal: JSON.stringify(text.trim().toUpperCase()) } : { complaint: 'badDuration' };
    case 'JSON':
      return isJson(text) ? { literal: text } : { complaint: 'badJson' };
  }
}

export function isDuration(text: string): boolean {
  const trimmed = text.trim().toUpperCase();
  return trimmed.length > 1 && !trimmed.endsWith('T') && Number.isFinite(secondsOf(trimmed));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A stored value as the text of its field. */
export function textOf({ type, value }: { type: KeyType; value: unknown }): string {
  if (type === 'JSON') return JSON.stringify(value, null, 2);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export const KEY = /^[a-zA-Z0-9][a-zA-Z0-9._-]*$/;
