import type { Search } from '~/app/search';
import { answer, api, form, query } from './client';
import type { Execution } from './executions';

const at = (id: string, search: Search = {}) => ({ params: { path: { id }, query: query(search) as never } });
type Label = { key: string; value: string };

/** What can be done with one execution. */
export const executionActions = {
  kill: (id: string, cascade: boolean) => answer(api.DELETE('/api/v1/main/executions/{id}/kill', at(id, { isOnKillCascade: String(cascade) }))),
  pause: (id: string) => answer(api.POST('/api/v1/main/executions/{id}/pause', at(id))),
  resume: (id: string, inputs: FormData) => answer(api.POST('/api/v1/main/executions/{id}/resume', { ...at(id), ...form(inputs) })),
  continue: (id: string, breakpoints: string[]) => answer(api.POST('/api/v1/main/executions/{id}/resume-from-breakpoint', at(id, { breakpoints: breakpoints.join(',') }))),
  checkResume: (id: string, inputs: FormData) => answer(api.POST('/api/v1/main/executions/{id}/resume/validate', { ...at(id), ...form(inputs) })),
  restart: (id: string, revision?: string) => answer(api.POST('/api/v1/main/executions/{id}/restart', at(id, { revision }))) as Promise<Execution>,
  replay: (id: string, taskRunId?: string, revision?: string, breakpoints?: string) =>
    answer(api.POST('/api/v1/main/executions/{id}/replay', at(id, { taskRunId, revision, breakpoints }))) as Promise<Execution>,
  replayWith: (id: string, inputs: FormData, taskRunId?: string, revision?: string) =>
    answer(api.POST('/api/v1/main/executions/{id}/replay-with-inputs', { ...at(id, { taskRunId, revision }), ...form(inputs) })) as Promise<Execution>,
  changeState: (id: string, status: string) => answer(api.POST('/api/v1/main/executions/{id}/change-status', at(id, { status }))),
  changeTaskRun: (id: string, taskRunId: string, state: string) => answer(api.POST('/api/v1/main/executions/{id}/state', { ...at(id), body: { taskRunId, state } })),
  labels: (id: string, labels: Label[]) => answer(api.POST('/api/v1/main/executions/{id}/labels', { ...at(id), body: labels })),
  unqueue: (id: string, state: string) => answer(api.POST('/api/v1/main/executions/{id}/unqueue', at(id, { state }))),
  force: (id: string) => answer(api.POST('/api/v1/main/executions/{id}/force-run', at(id))),
  remove: (id: string, search: Search) => answer(api.DELETE('/api/v1/main/executions/{id}', at(id, search))),
};
