import { useNavigate, useSearch } from '@tanstack/react-router';
import { filtersIn, searchOf, type Filter } from '~/api/filters';
import { first, type Search } from '~/app/search';
import { useSettings } from '~/app/settings';

/** Where a person is in a list; all of it stands in the address, so that it can be shared. */
export interface ListState {
  page: number;
  size: number;
  /** `state.startDate:desc` */
  sort: string | undefined;
  text: string;
  filters: Filter[];
  setPage(page: number): void;
  setSize(size: number): void;
  setSort(sort: string | undefined): void;
  setText(text: string): void;
  setFilters(filters: Filter[]): void;
  /** Parameters of the search that the API is asked for, with page and order. */
  query: Search;
  /** The conditions alone, for actions on everything that is found. */
  conditions: Search;
}

interface Options {
  sort?: string;
  /** Conditions that hold whatever the person chooses, such as the flow of a flow's page. */
  fixed?: Filter[];
  /** Conditions of a list that the address says nothing about. */
  initial?: Filter[];
}

const OWN = ['page', 'size', 'sort', 'q'];

export function useList({ sort: usual, fixed = [], initial = [] }: Options = {}): ListState {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const [settings, changeSettings] = useSettings();
  const untouched = Object.keys(search).every((key) => !key.startsWith('filters[') && key !== 'q');
  const filters = untouched ? initial : filtersIn(search);
  const text = first(search.q) ?? '';
  const page = Math.max(1, Number(first(search.page) ?? 1) || 1);
  const size = Number(first(search.size)) || settings.pageSize;
  const sort = first(search.sort) ?? usual;
  const go = (change: Search) => void navigate({ to: '.', search: clean({ ...search, ...change }) as never, replace: true });
  const conditions = { ...searchOf([...filters, ...fixed]), ...(text ? { q: text } : {}) };
  return {
    page,
    size,
    sort,
    text,
    filters,
    setPage: (value) => go({ page: value > 1 ? String(value) : undefined }),
    setSize: (value) => {
      changeSettings({ pageSize: value });
      go({ size: undefined, page: undefined });
    },
    setSort: (value) => go({ sort: value, page: undefined }),
    setText: (value) => go({ q: value || undefined, page: undefined }),
    setFilters: (value) => {
      const others = Object.fromEntries(Object.entries(search).filter(([key]) => !key.startsWith('filters[') && (OWN.includes(key) || !isShort(key))));
      // an empty q tells an emptied list from one that was never filtered
      const emptied = value.length === 0 && initial.length > 0 && !text ? { q: '' } : {};
      void navigate({ to: '.', search: clean({ ...others, page: undefined, ...emptied, ...searchOf(value) }) as never, replace: true });
    },
    query: { ...conditions, page: String(page), size: String(size), ...(sort ? { sort } : {}) },
    conditions,
  };
}

function isShort(key: string): boolean {
  return ['namespace', 'flowId', 'state', 'labels', 'level'].includes(key);
}

function clean(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}
