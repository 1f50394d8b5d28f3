/** What stands behind the question mark of an address, as flat texts: `filters[state][IN]=FAILED`. */
export type Search = Record<string, string | string[] | undefined>;

export function parseSearch(text: string): Search {
  const found: Search = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const before = found[key];
    found[key] = before === undefined ? value : [before, value].flat();
  }
  return found;
}

export function writeSearch(search: Search): string {
  const pairs = Object.entries(search).flatMap(([key, value]) =>
    value === undefined ? [] : [value].flat().map((one) => `${encode(key)}=${encode(one)}`),
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Brackets and colons stay readable; they are legal where they stand. */
function encode(text: string): string {
  return encodeURIComponent(String(text)).replace(/%5B/g, '[').replace(/%5D/g, ']').replace(/%3A/g, ':').replace(/%2C/g, ',');
}

export function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
