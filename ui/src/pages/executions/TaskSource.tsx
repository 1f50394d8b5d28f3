import { useQuery } from '@tanstack/react-query';
import { isMap, isScalar, parseDocument, visit } from 'yaml';
import type { Execution } from '~/api/executions';
import { flowQueries } from '~/api/flows';
import { useTexts } from '~/app/texts';
import { Await } from '~/components/Empty';
import { pageWords } from './pageWords';

/** What the flow says of a task, in the revision that the execution ran. */
export default function TaskSource({ execution, taskId }: { execution: Execution; taskId: string }) {
  const t = useTexts(pageWords);
  const flow = useQuery(flowQueries.one({ namespace: execution.namespace, id: execution.flowId }, execution.flowRevision));
  return <Await query={flow}>{({ source }) => <pre className="code">{sourceOf(source ?? '', taskId) ?? t.noSource}</pre>}</Await>;
}

function sourceOf(source: string, taskId: string): string | undefined {
  let found: string | undefined;
  visit(parseDocument(source), {
    Map: (_, map) => {
      if (!isMap(map) || !map.has('type') || String(map.get('id')) !== taskId) return undefined;
      const [start = 0, end = 0] = map.range ?? [];
      const indent = start - source.lastIndexOf('\n', start - 1) - 1;
      found = source.slice(start, end).replaceAll(`\n${' '.repeat(indent)}`, '\n').trimEnd();
      return visit.BREAK;
    },
    Scalar: (_, node) => (isScalar(node) ? visit.SKIP : undefined),
  });
  return found;
}
