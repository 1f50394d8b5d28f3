import { lazy, Suspense } from 'react';
import type { Schemas } from '~/api/client';
import { Loading } from '../Empty';

const Canvas = lazy(() => import('./GraphCanvas'));

/** One box of a graph: a task, a trigger or a flow. */
export interface GraphBox {
  id: string;
  name: string;
  /** What stands under the name, such as the last part of a type. */
  kind: string;
  look: 'task' | 'trigger' | 'flow' | 'point';
  group?: string;
  /** How many runs of it are in which state. */
  states?: Record<string, number>;
  /** When its only run began and ended, in milliseconds since 1970; without an end it goes on. */
  time?: { start: number; end?: number };
  emphasized?: boolean;
  /** The flow that it starts: it can be drawn in its place. */
  subflow?: { namespace: string; flowId: string };
  /** Shown on the box, such as that executions stop before it. */
  marked?: boolean;
}

export interface GraphLine {
  source: string;
  target: string;
  name?: string;
  dashed?: boolean;
}

export interface GraphGroup {
  id: string;
  parent?: string;
}

export interface GraphData {
  boxes: GraphBox[];
  lines: GraphLine[];
  groups: GraphGroup[];
}

export interface GraphProps {
  data: GraphData;
  label: string;
  onChoose?: (box: GraphBox) => void;
  chosen?: string;
  /** Draws the flow that a box starts in its place, or not any more. */
  onUnfold?: (box: GraphBox) => void;
  /** Boxes whose flows are drawn. */
  unfolded?: string[];
}

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
