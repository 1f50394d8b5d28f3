import type { Execution } from '~/api/executions';
import { textOf, type Given } from '~/components/inputs/useInputs';

/** The inputs of an execution as the beginning of another. Secrets, which are masked, are asked for again. */
export function givenTo(execution: Execution): Given {
  return Object.fromEntries(
    Object.entries(execution.inputs)
      .filter(([, value]) => value !== null && value !== undefined && value !== '******')
      .map(([id, value]) => [id, textOf(value)]),
  );
}
