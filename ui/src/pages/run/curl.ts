import type { Given } from '~/components/inputs/useInputs';

/** The command that starts the same execution from a shell. */
export function curlOf(url: string, given: Given): string {
  const parts = Object.entries(given).map(([id, value]) => `-F ${quoted(typeof value === 'string' ? `${id}=${value}` : `${id}=@${value.name}`)}`);
  return ['curl -sS -X POST', quoted(url), ...parts].join(' \\\n  ');
}

/** A word of a shell, whatever it contains. */
function quoted(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`;
}
