import { queryOptions } from '@tanstack/react-query';
import type { Search } from '~/app/search';
import { ask } from './ask';
import { path, type Schemas } from './client';

export interface Blueprint {
  id: string;
  title: string;
  /** Markdown. */
  description?: string;
  includedTasks: string[];
  tags: string[];
  /** YAML; absent in lists. */
  source?: string;
}

export interface Tag {
  id: string;
  name: string;
}

const HOUR = 3_600_000;
const at = '/blueprints/community/flow';

export const blueprintQueries = {
  search: (search: Search) =>
    queryOptions({
      queryKey: ['blueprints', search],
      queryFn: () => ask<{ results: Blueprint[]; total: number }>(at, search),
      placeholderData: (before) => before,
      staleTime: HOUR,
    }),
  tags: () => queryOptions({ queryKey: ['blueprints', 'tags'], queryFn: () => ask<Tag[]>(`${at}/tags`), staleTime: HOUR }),
  one: (id: string) => queryOptions({ queryKey: ['blueprint', id], queryFn: () => ask<Blueprint>(at + path`/${id}`), staleTime: HOUR }),
  graph: (id: string) => queryOptions({ queryKey: ['blueprint', id, 'graph'], queryFn: () => ask<Schemas['Graph']>(at + path`/${id}/graph`), staleTime: HOUR }),
};
