import type { Flow } from '~/api/flows';
import { useList } from '~/components/list/useList';
import { ExecutionTable } from '../../executions/ExecutionList';

export default function Executions({ flow }: { flow: Flow }) {
  const list = useList({
    sort: 'state.startDate:desc',
    fixed: [
      { field: 'namespace', comparator: 'EQUALS', values: [flow.namespace] },
      { field: 'flowId', comparator: 'EQUALS', values: [flow.id] },
    ],
  });
  return <ExecutionTable list={list} without={['namespace', 'flowId']} />;
}
