import { Switch } from '@mantine/core';
import { IconAffiliate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { flowQueries, type Flow } from '~/api/flows';
import { useTexts } from '~/app/texts';
import { Await, Empty } from '~/components/Empty';
import { Graph, type GraphData } from '~/components/graph/Graph';
import { flowWords } from '../flowWords';

/** Flows that start this one or are started by it. */
export default function Dependencies({ flow }: { flow: Flow }) {
  const t = useTexts(flowWords);
  const navigate = useNavigate();
  const [all, setAll] = useState(false);
  const dependencies = useQuery(flowQueries.dependencies({ namespace: flow.namespace, id: flow.id }, all));
  const data = useMemo(
    (): GraphData | undefined =>
      dependencies.data && {
        boxes: dependencies.data.nodes.map((node) => ({ id: node.uid, name: node.id, kind: node.namespace, look: 'flow', emphasized: node.id === flow.id && node.namespace === flow.namespace })),
        lines: dependencies.data.edges.map((edge) => ({ source: edge.source, target: edge.target, name: edge.relation === 'FLOW_TASK' ? t.byTask : t.byTrigger, dashed: edge.relation === 'FLOW_TRIGGER' })),
        groups: [],
      },
    [dependencies.data, flow.id, flow.namespace, t],
  );
  return (
    <>
      <Switch label={t.expandAll} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
      <Await query={{ ...dependencies, data }}>
        {(known) =>
          known.lines.length === 0 ? (
            <Empty icon={IconAffiliate} title={t.noDependencies} text={t.noDependenciesText} />
          ) : (
            <div className="fill">
              <Graph data={known} label={t.dependencies} onChoose={(box) => void navigate({ to: '/flows/edit/$namespace/$id', params: { namespace: box.kind, id: box.name } })} />
            </div>
          )
        }
      </Await>
    </>
  );
}
