import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { answer, api } from '~/api/client';
import { flowQueries, type Flow } from '~/api/flows';
import { useTexts } from '~/app/texts';
import { Await } from '~/components/Empty';
import type { GraphBox } from '~/components/graph/data';
import { flowGraph, Graph } from '~/components/graph/Graph';
import { TypeText } from '~/components/TypeText';
import { flowWords } from '../flowWords';

/** The graph of a flow; a click on a task shows its definition and documentation. */
export default function Topology({ flow }: { flow: Flow }) {
  const t = useTexts(flowWords);
  const [unfolded, setUnfolded] = useState<string[]>([]);
  const graph = useQuery(flowQueries.graph({ namespace: flow.namespace, id: flow.id }, unfolded));
  const unfold = ({ id }: GraphBox) => setUnfolded(unfolded.includes(id) ? unfolded.filter((one) => one !== id && !one.startsWith(`${id}.`)) : [...unfolded, id]);
  const data = useMemo(() => graph.data && flowGraph(graph.data), [graph.data]);
  const [chosen, setChosen] = useState<GraphBox>();
  const node = graph.data?.nodes.find((one) => one.uid === chosen?.id);
  const item = node?.task ?? node?.trigger;
  return (
    <div className="fill">
      <Await query={{ ...graph, data }}>{(known) => <Graph data={known} label={t.topology} onChoose={(box) => box.look !== 'point' && setChosen(box)} chosen={chosen?.id} onUnfold={unfold} unfolded={unfolded} />}</Await>
      <Drawer opened={chosen !== undefined} onClose={() => setChosen(undefined)} position="right" size="lg" title={<b>{chosen?.name}</b>}>
        {node?.task && !unfolded.some((one) => node.uid.startsWith(`${one}.`)) && <Definition flow={flow} task={node.task.id} />}
        {item && <TypeText type={item.type} />}
      </Drawer>
    </div>
  );
}

function Definition({ flow, task }: { flow: Flow; task: string }) {
  const definition = useQuery({
    queryKey: ['flow', flow.namespace, flow.id, flow.revision, 'task', task],
    queryFn: () => answer(api.GET('/api/v1/main/flows/{namespace}/{id}/tasks/{taskId}', { params: { path: { namespace: flow.namespace, id: flow.id, taskId: task } } })),
  });
  return <Await query={definition}>{(known) => <pre className="code">{JSON.stringify(known, null, 2)}</pre>}</Await>;
}
