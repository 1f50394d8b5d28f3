import { queryOptions } from '@tanstack/react-query';
import type { Search } from '~/app/search';
import { answer, api, query, type Schemas } from './client';

export type Trigger = Schemas['Trigger'];
export type TriggerState = Schemas['TriggerState'];
export type TriggerName = Schemas['TriggerName'];
export type Backfill = Schemas['Backfill'];
export type BackfillRequest = Schemas['BackfillRequest'];

export const nameOf = ({ namespace, flowId, triggerId }: TriggerName): TriggerName => ({ namespace, flowId, triggerId });
const at = (name: TriggerName) => ({ params: { path: nameOf(name) } });

export const triggerQueries = {
  search: (search: Search) =>
    queryOptions({
      queryKey: ['triggers', search],
      queryFn: () => answer(api.GET('/api/v1/main/triggers/search', { params: { query: query(search) } })),
      placeholderData: (before) => before,
    }),
};

export const triggerActions = {
  setDisabled: (name: TriggerName, disabled: boolean) => answer(api.PUT('/api/v1/main/triggers/set-disabled', { body: { ...nameOf(name), disabled } })),
  unlock: (name: TriggerName) => answer(api.POST('/api/v1/main/triggers/{namespace}/{flowId}/{triggerId}/unlock', at(name))),
  restart: (name: TriggerName) => answer(api.POST('/api/v1/main/triggers/{namespace}/{flowId}/{triggerId}/restart', at(name))),
  remove: (name: TriggerName) => answer(api.DELETE('/api/v1/main/triggers/{namespace}/{flowId}/{triggerId}', at(name))),
  backfill: (name: TriggerName, backfill: BackfillRequest) => answer(api.PUT('/api/v1/main/triggers/backfill/create', { body: { ...nameOf(name), backfill } })),
  pauseBackfill: (name: TriggerName) => answer(api.PUT('/api/v1/main/triggers/backfill/pause', { body: nameOf(name) })),
  continueBackfill: (name: TriggerName) => answer(api.PUT('/api/v1/main/triggers/backfill/unpause', { body: nameOf(name) })),
  cancelBackfill: (name: TriggerName) => answer(api.POST('/api/v1/main/triggers/backfill/delete', { body: nameOf(name) })),
};

/** Actions on several triggers, or on all that a search finds. */
export const triggerSets = {
  setDisabled: (triggers: TriggerName[], disabled: boolean) => answer(api.POST('/api/v1/main/triggers/set-disabled/by-triggers', { body: { triggers, disabled } })),
  setDisabledFound: (found: Search, disabled: boolean) => answer(api.POST('/api/v1/main/triggers/set-disabled/by-query', { params: { query: query(found, { disabled: String(disabled) }) } })),
  unlock: (triggers: TriggerName[]) => answer(api.POST('/api/v1/main/triggers/unlock/by-triggers', { body: triggers })),
  unlockFound: (found: Search) => answer(api.POST('/api/v1/main/triggers/unlock/by-query', { params: { query: query(found) } })),
  pause: (triggers: TriggerName[]) => answer(api.POST('/api/v1/main/triggers/backfill/pause/by-triggers', { body: triggers })),
  pauseFound: (found: Search) => answer(api.POST('/api/v1/main/triggers/backfill/pause/by-query', { params: { query: query(found) } })),
  continue: (triggers: TriggerName[]) => answer(api.POST('/api/v1/main/triggers/backfill/unpause/by-triggers', { body: triggers })),
  continueFound: (found: Search) => answer(api.POST('/api/v1/main/triggers/backfill/unpause/by-query', { params: { query: query(found) } })),
  cancel: (triggers: TriggerName[]) => answer(api.POST('/api/v1/main/triggers/backfill/delete/by-triggers', { body: triggers })),
  cancelFound: (found: Search) => answer(api.POST('/api/v1/main/triggers/backfill/delete/by-query', { params: { query: query(found) } })),
  remove: (triggers: TriggerName[]) => answer(api.DELETE('/api/v1/main/triggers/delete/by-triggers', { body: triggers })),
  removeFound: (found: Search) => answer(api.DELETE('/api/v1/main/triggers/delete/by-query', { params: { query: query(found) } })),
};
