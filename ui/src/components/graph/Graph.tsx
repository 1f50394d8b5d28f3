import { lazy, Suspense } from 'react';
import type { Schemas } from '~/api/client';
import { Loading } from '../Empty';
import type { GraphData, GraphProps } from './data';

const Canvas = lazy(() => import('./GraphCanvas'));

/** Boxes and lines, laid out by themselves. */
export function Graph(props: GraphProps) {
  return (
    <Suspense fallback={<Loading />}>
      <Canvas {...props} />
    </Suspense>
  );
}

const ROOT = 'cluster_root';

/** The graph of a flow or an execution, as the server tells it. */
export function flowGraph(graph: Schemas['Graph']): GraphData {
  const groupOf = new Map(graph.clusters.flatMap(({ cluster, nodes }) => nodes.map((node) => [node, cluster.uid] as const)));
  return {
    boxes: graph.nodes.map((node) => {
      const item = node.task ?? node.trigger;
      const group = groupOf.get(node.uid);
      return {
        id: node.uid,
        name: item?.id ?? '',
        kind: item?.type.split('.').at(-1) ?? '',
        look: node.trigger ? 'trigger' : node.task ? 'task' : 'point',
        group: group === ROOT ? undefined : group,
        states: node.states,
        subflow: node.subflow,
      };
    }),
    lines: graph.edges.map(({ source, target, relation }) => ({
      source,
      target,
      name: relation.value ?? nameOf(relation.relationType),
      dashed: relation.relationType !== 'SEQUENTIAL' && relation.relationType !== 'CHOICE' && relation.relationType !== 'PARALLEL',
    })),
    groups: graph.clusters
      .filter(({ cluster }) => cluster.uid !== ROOT)
      .map(({ cluster, parents }) => {
        const parent = parents.at(-1);
        return { id: cluster.uid, parent: parent === ROOT ? undefined : parent };
      }),
  };
}

function nameOf(relation: string): string | undefined {
  return { ERROR: 'on error', FINALLY: 'finally', AFTER_EXECUTION: 'after the end', DYNAMIC: 'each' }[relation];
}
