import type { Search } from '~/app/search';
import { fetchRaw, urlOf } from './client';

/** Executions of a list, or all that a search finds. */
export type BulkTarget = { ids: string[] } | { search: Search };

const paths = { kill: 'kill', pause: 'pause', resume: 'resume', continue: 'resume-from-breakpoint', restart: 'restart', force: 'force-run' } as const;

async function send(method: 'POST' | 'DELETE', below: string, target: BulkTarget, search: Search = {}, body?: unknown): Promise<{ count: number }> {
  const byIds = 'ids' in target;
  const url = urlOf(`/executions${below}/${byIds ? 'by-ids' : 'by-query'}`, byIds ? search : { ...target.search, ...search });
  const content = body ?? (byIds ? target.ids : undefined);
  const answered = await fetchRaw(url, { method, body: content === undefined ? undefined : JSON.stringify(content), headers: { 'Content-Type': 'application/json' } });
  return (await answered.json()) as { count: number };
}

/** What can be done with many executions at once. */
export const bulkActions = {
  simple: (action: keyof typeof paths, target: BulkTarget) => send(action === 'kill' ? 'DELETE' : 'POST', `/${paths[action]}`, target),
  replay: (target: BulkTarget, latestRevision: boolean) => send('POST', '/replay', target, { latestRevision: String(latestRevision) }),
  changeState: (target: BulkTarget, newStatus: string) => send('POST', '/change-status', target, { newStatus }),
  unqueue: (target: BulkTarget, state: string) => send('POST', '/unqueue', target, { ['ids' in target ? 'state' : 'newState']: state }),
  labels: (target: BulkTarget, labels: { key: string; value: string }[]) => send('POST', '/labels', target, {}, 'ids' in target ? { executionsId: target.ids, executionLabels: labels } : labels),
  remove: (target: BulkTarget, includeNonTerminated: boolean) => send('DELETE', '', target, { includeNonTerminated: String(includeNonTerminated) }),
};
