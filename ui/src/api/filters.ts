import type { Search } from '~/app/search';

export type Comparator =
  | 'EQUALS'
  | 'NOT_EQUALS'
  | 'IN'
  | 'NOT_IN'
  | 'CONTAINS'
  | 'STARTS_WITH'
  | 'ENDS_WITH'
  | 'REGEX'
  | 'PREFIX'
  | 'GREATER_THAN_OR_EQUAL_TO'
  | 'LESS_THAN_OR_EQUAL_TO';

/** A condition of a search. A label has its key in the value: `key:value`. */
export interface Filter {
  field: string;
  comparator: Comparator;
  values: string[];
}

const LISTS: Comparator[] = ['IN', 'NOT_IN'];
const PLAIN = /^filters\[(\w+)\]\[(\w+)\](?:\[(.+)\])?$/;

/** The filters in an address, in the spelling that the API and bookmarks share. */
export function filtersIn(search: Search): Filter[] {
  return Object.entries(search).flatMap(([key, value]) => {
    const parts = PLAIN.exec(key);
    if (!parts || value === undefined) return [];
    const [, field, comparator, inner] = parts as unknown as [string, string, Comparator, string | undefined];
    const texts = [value].flat();
    if (inner !== undefined) return texts.map((text) => ({ field, comparator, values: [`${inner}:${text}`] }));
    if (LISTS.includes(comparator)) return [{ field, comparator, values: texts.flatMap(listed) }];
    return texts.map((text) => ({ field, comparator, values: [text] }));
  });
}

function listed(text: string): string[] {
  return text.replace(/^\[|\]$/g, '').split(',').filter((one) => one !== '');
}

/** The filters as parameters of an address. */
export function searchOf(filters: Filter[]): Search {
  const search: Search = {};
  for (const { field, comparator, values } of filters) {
    if (values.length === 0) continue;
    if (field === 'labels') {
      for (const value of values) {
        const colon = value.indexOf(':');
        append(search, `filters[labels][${comparator}][${value.slice(0, colon)}]`, value.slice(colon + 1));
      }
    } else if (LISTS.includes(comparator)) {
      append(search, `filters[${field}][${comparator}]`, values.join(','));
    } else {
      values.forEach((value) => append(search, `filters[${field}][${comparator}]`, value));
    }
  }
  return search;
}

function append(search: Search, key: string, value: string) {
  const before = search[key];
  search[key] = before === undefined ? value : [before, value].flat();
}
