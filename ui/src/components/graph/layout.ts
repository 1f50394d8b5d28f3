import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk-api.js';
import ElkWorker from 'elkjs/lib/elk-worker.min.js?worker';
import type { GraphBox, GraphData } from './data';
import type { Point } from './route';

export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Layout {
  /** Where boxes and groups stand, relative to the group that they are in. */
  places: Map<string, Place>;
  /** The corners of each line, from its beginning to its end, relative to the whole. */
  routes: Point[][];
}

const elk = new ELK({ workerFactory: () => new ElkWorker() as never });

export function sizeOf(box: GraphBox): { width: number; height: number } {
  if (box.look === 'point') return { width: 10, height: 10 };
  const length = Math.max(box.name.length * 7.4, box.kind.length * 6.4);
  const extras = (box.subflow ? 26 : 0) + (box.marked ? 20 : 0);
  return { width: Math.min(280, Math.max(150, length + 52 + extras)), height: 46 };
}

/*
 * In the order of the source where the layouter can: it stops with some groups inside of groups
 * when it is to keep the order of nodes as well as of lines.
 */
const orders: Record<string, string>[] = [
  { 'elk.layered.considerModelOrder.strategy': 'PREFER_EDGES', 'elk.layered.crossingMinimization.forceNodeModelOrder': 'true' },
  { 'elk.layered.considerModelOrder.strategy': 'PREFER_EDGES' },
  {},
];

/** Lays a graph out; lines go around boxes. */
export async function layOut(data: GraphData, direction: 'DOWN' | 'RIGHT'): Promise<Layout> {
  for (const order of orders.slice(0, -1)) {
    try {
      return await layOutWith(order, data, direction);
    } catch {
      // the next way asks for less
    }
  }
  return layOutWith(orders.at(-1) ?? {}, data, direction);
}

async function layOutWith(order: Record<string, string>, data: GraphData, direction: 'DOWN' | 'RIGHT'): Promise<Layout> {
  const spacing = {
    'elk.spacing.nodeNode': '28',
    'elk.layered.spacing.nodeNodeBetweenLayers': direction === 'DOWN' ? '38' : '52',
    ...order,
  };
  const children = (group: string | undefined): ElkNode[] => [
    ...data.boxes.filter((box) => box.group === group).map((box) => ({ id: box.id, ...sizeOf(box) })),
    ...data.groups.filter((one) => one.parent === group).map((one) => ({
      id: one.id,
      children: children(one.id),
      layoutOptions: { ...spacing, 'elk.padding': '[top=16,left=16,bottom=16,right=16]' },
    })),
  ];
  const laid = await elk.layout({
    id: 'all',
    children: children(undefined),
    edges: data.lines.map((line, index) => ({ id: `line${index}`, sources: [line.source], targets: [line.target] })),
    layoutOptions: { ...spacing, 'elk.algorithm': 'layered', 'elk.direction': direction, 'elk.hierarchyHandling': 'INCLUDE_CHILDREN', 'elk.json.edgeCoords': 'ROOT' },
  });
  const places = new Map<string, Place>();
  const note = (node: ElkNode) => {
    places.set(node.id, { x: node.x ?? 0, y: node.y ?? 0, width: node.width ?? 0, height: node.height ?? 0 });
    node.children?.forEach(note);
  };
  laid.children?.forEach(note);
  const routes = ((laid.edges ?? []) as ElkExtendedEdge[]).map(({ sections = [] }) => sections.flatMap((section) => [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]));
  return { places, routes };
}
