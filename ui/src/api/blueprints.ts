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
/** What a blueprint is a start for. */
export type BlueprintKind = 'flow' | 'dashboard';

const at = (kind: BlueprintKind) => `/blueprints/community/${kind}`;

export const blueprintQueries = {
  search: (search: Search, kind: BlueprintKind = 'flow') =>
    queryOptions({
      queryKey: ['blueprints', kind, search],
      queryFn: () => ask<{ results: Blueprint[]; total: number }>(at(kind), search),
      placeholderData: (before) => before,
      staleTime: HOUR,
    }),
  tags: (kind: BlueprintKind = 'flow') => queryOptions({ queryKey: ['blueprints', kind, 'tags'], queryFn: () => ask<Tag[]>(`${at(kind)}/tags`), staleTime: HOUR }),
  one: (id: string, kind: BlueprintKind = 'flow') => queryOptions({ queryKey: ['blueprint', kind, id], queryFn: () => ask<Blueprint>(at(kind) + path`/${id}`), staleTime: HOUR }),
  graph: (id: string) => queryOptions({ queryKey: ['blueprint', id, 'graph'], queryFn: () => ask<Schemas['Graph']>(at('flow') + path`/${id}/graph`), staleTime: HOUR }),
};
