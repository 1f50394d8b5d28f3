import { answer, api, form, type Schemas } from './client';
import type { FlowId } from './flows';

type Written = { id?: string; name?: string; type?: string };

/** What the server says of the inputs of an execution; each input with all that its author wrote. */
export async function checkInputs({ namespace, id }: FlowId, given: FormData): Promise<Schemas['Inputs']> {
  const params = { path: { namespace, flowId: id } };
  const [checked, flow] = await Promise.all([
    answer(api.POST('/api/v1/main/executions/{namespace}/{flowId}/validate', { params, ...form(given) })),
    answer(api.GET('/api/v1/main/executions/flows/{namespace}/{flowId}', { params })),
  ]);
  const written = (flow.inputs ?? []) as Written[];
  // inputs of 2023 have a name in place of an id, which the answer to a check does not follow
  const whole = (input: Written) => (input.type ? input : { ...written.find((one) => (one.id ?? one.name) === input.id), ...input });
  return { ...checked, inputs: checked.inputs.map((one) => ({ ...one, input: whole(one.input as Written) })) };
}
