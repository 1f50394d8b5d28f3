import { answer, api, form, type Schemas } from './client';
import type { FlowId } from './flows';

/** What the server says of the inputs of an execution. */
export async function checkInputs({ namespace, id }: FlowId, given: FormData): Promise<Schemas['Inputs']> {
  const params = { path: { namespace, flowId: id } };
  return answer(api.POST('/api/v1/main/executions/{namespace}/{flowId}/validate', { params, ...form(given) }));
}
