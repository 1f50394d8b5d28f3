/** A flow of the tour. It asks for `name`. */
export interface FirstFlow {
  key: 'hello' | 'branches' | 'loop';
  id: string;
  source: string;
}

export const NAMESPACE = 'tutorial';

const head = (id: string) => `id: ${id}
namespace: ${NAMESPACE}
description: Made in the guided tour.

inputs:
  - id: name
    type: STRING
    defaults: world

`;

export const firstFlows: FirstFlow[] = [
  {
    key: 'hello',
    id: 'my_first_flow',
    source: `${head('my_first_flow')}tasks:
  - id: hello
    type: io.kestra.plugin.core.log.Log
    message: Hello {{ inputs.name }}!
`,
  },
  {
    key: 'branches',
    id: 'my_side_by_side_flow',
    source: `${head('my_side_by_side_flow')}tasks:
  - id: together
    type: io.kestra.plugin.core.flow.Parallel
    tasks:
      - id: left
        type: io.kestra.plugin.core.debug.Return
        format: Hello {{ inputs.name }}
      - id: right
        type: io.kestra.plugin.core.debug.Return
        format: Good evening {{ inputs.name }}
  - id: sum_up
    type: io.kestra.plugin.core.log.Log
    message: "{{ outputs.left.value }}. {{ outputs.right.value }}."
`,
  },
  {
    key: 'loop',
    id: 'my_loop_flow',
    source: `${head('my_loop_flow')}tasks:
  - id: each
    type: io.kestra.plugin.core.flow.ForEach
    values: ["morning", "day", "evening"]
    tasks:
      - id: greet
        type: io.kestra.plugin.core.log.Log
        message: Good {{ taskrun.value }}, {{ inputs.name }}!
`,
  },
];
