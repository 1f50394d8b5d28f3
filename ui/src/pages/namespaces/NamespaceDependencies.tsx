import { IconAffiliate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Schemas } from '~/api/client';
import { namespaceQueries } from '~/api/namespaces';
import { useTexts } from '~/app/texts';
import { Await, Empty } from '~/components/Empty';
import type { GraphData } from '~/components/graph/data';
import { Graph } from '~/components/graph/Graph';
import { Panel } from '~/components/Panel';
import { words } from './words';

/** Which flows of a namespace start or wait for which others. */
export function NamespaceDependencies({ namespace }: { namespace: string }) {
  const t = useTexts(words);
  const dependencies = useQuery(namespaceQueries.dependencies(namespace));
  return (
    <Await query={dependencies}>
      {(found) => (found.edges.length === 0 ? <Empty icon={IconAffiliate} title={t.noDependencies} text={t.noDependenciesText} /> : <Drawing found={found} label={t.tabs.dependencies} />)}
    </Await>
  );
}

function Drawing({ found, label }: { found: Schemas['Dependency']; label: string }) {
  const t = useTexts(words);
  const navigate = useNavigate();
  const data = useMemo((): GraphData => {
    const linked = new Set(found.edges.flatMap((edge) => [edge.source, edge.target]));
    return {
      boxes: found.nodes.filter((node) => linked.has(node.uid)).map((node) => ({ id: node.uid, name: node.id, kind: node.namespace, look: 'flow' })),
      lines: found.edges.map((edge) => ({
        source: edge.source,
        target: edge.target,
        name: edge.relation === 'FLOW_TASK' ? t.calls : t.starts,
        dashed: edge.relation === 'FLOW_TRIGGER',
      })),
      groups: [],
    };
  }, [found, t]);
  return (
    <Panel flush>
      <div style={{ height: 'calc(100vh - 190px)', minHeight: 340 }}>
        <Graph data={data} label={label} onChoose={(box) => void navigate({ to: '/flows/edit/$namespace/$id', params: { namespace: box.kind, id: box.name } })} />
      </div>
    </Panel>
  );
}
