import '@xyflow/react/dist/base.css';
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconArrowsRightLeft, IconMaximize, IconMinus, IconPhotoDown, IconPlus } from '@tabler/icons-react';
import { Background, BaseEdge, Handle, MarkerType, Panel, Position, ReactFlow, ReactFlowProvider, useReactFlow, type Edge, type EdgeProps, type Node, type NodeProps } from '@xyflow/react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { saveAs } from '~/api/client';
import { useSettings } from '~/app/settings';
import { useTexts } from '~/app/texts';
import { useIsDark } from '~/app/useIsDark';
import { Failed, Loading } from '../Empty';
import { BoxFace } from './BoxFace';
import type { GraphBox, GraphData, GraphProps } from './data';
import classes from './graph.module.css';
import { layOut, sizeOf, type Layout, type Place } from './layout';
import { pictureOf, pngOf } from './picture';
import { pathOf, type Point } from './route';
import { words } from './words';

type Direction = 'DOWN' | 'RIGHT';
type BoxNode = Node<{ box: GraphBox; direction: Direction; chosen: boolean; unfolded: boolean; onUnfold?: (box: GraphBox) => void }, 'box'>;
type FlowNode = BoxNode | Node<Record<string, never>, 'group'>;

export default function GraphCanvas(props: GraphProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

type RoutedEdge = Edge<{ route: Point[] }, 'routed'>;

const nodeTypes = { box: Box, group: Group };
const edgeTypes = { routed: Routed };

function Canvas(props: GraphProps) {
  const { data, label, onChoose, chosen, onUnfold, unfolded } = props;
  const t = useTexts(words);
  const dark = useIsDark();
  const [{ graphDirection }, change] = useSettings();
  const { layout, failure } = useLayout(data, graphDirection);
  const places = layout?.places;
  const flow = useReactFlow();
  const nodes = useMemo(() => (places ? nodesOf({ data, chosen, onUnfold, unfolded }, places, graphDirection) : []), [data, chosen, onUnfold, unfolded, places, graphDirection]);
  const edges = useMemo(() => (layout ? edgesOf(data, layout) : []), [data, layout]);
  useEffect(() => {
    if (places) requestAnimationFrame(() => void flow.fitView({ padding: 0.12, maxZoom: 1 }));
  }, [places, flow]);
  if (failure) return <Failed error={failure} />;
  if (!layout) return <Loading />;
  return (
    <ReactFlow<FlowNode, RoutedEdge>
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      colorMode={dark ? 'dark' : 'light'}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={onChoose !== undefined}
      edgesFocusable={false}
      elementsSelectable={onChoose !== undefined}
      onNodeClick={(_, node) => node.type === 'box' && onChoose?.(node.data.box)}
      fitView
      fitViewOptions={{ padding: 0.12, maxZoom: 1 }}
      minZoom={0.05}
      maxZoom={2}
      onlyRenderVisibleElements={nodes.length > 150}
      aria-label={label}
      className={classes.canvas}
    >
      <Background gap={18} size={1} color="var(--line)" />
      <Panel position="top-right" className={classes.tools}>
        <Tool label={t.zoomIn} onClick={() => void flow.zoomIn()}>
          <IconPlus size={15} />
        </Tool>
        <Tool label={t.zoomOut} onClick={() => void flow.zoomOut()}>
          <IconMinus size={15} />
        </Tool>
        <Tool label={t.fit} onClick={() => void flow.fitView({ padding: 0.12, maxZoom: 1 })}>
          <IconMaximize size={15} />
        </Tool>
        <Tool label={t.turn} onClick={() => change({ graphDirection: graphDirection === 'DOWN' ? 'RIGHT' : 'DOWN' })}>
          <IconArrowsRightLeft size={15} style={graphDirection === 'DOWN' ? undefined : { transform: 'rotate(90deg)' }} />
        </Tool>
        <Menu position="left-start">
          <Menu.Target>
            <ActionIcon variant="default" size={28} aria-label={t.save} title={t.save}>
              <IconPhotoDown size={15} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => saveAs(new Blob([pictureOf(data, layout).svg], { type: 'image/svg+xml' }), `${label}.svg`)}>{t.saveSvg}</Menu.Item>
            <Menu.Item onClick={() => void pngOf(pictureOf(data, layout)).then((png) => saveAs(png, `${label}.png`))}>{t.savePng}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Panel>
    </ReactFlow>
  );
}

function Tool({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip label={label} position="left">
      <ActionIcon variant="default" size={28} aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** Lays the graph out again when its shape changes, not when only states do. */
function useLayout(data: GraphData, direction: Direction) {
  const shape = JSON.stringify([data.boxes.map((box) => [box.id, box.group, sizeOf(box).width]), data.lines, data.groups, direction]);
  const [laid, setLaid] = useState<{ layout: Layout; ids: Set<string>; lines: number }>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    let current = true;
    layOut(data, direction).then(
      (layout) => current && setLaid({ layout, ids: new Set(data.boxes.map((box) => box.id)), lines: data.lines.length }),
      (thrown) => current && setFailure(new Error(thrown instanceof Error ? thrown.message : String(thrown))),
    );
    return () => {
      current = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the shape stands for the data
  }, [shape]);
  const fits = laid && laid.lines === data.lines.length && data.boxes.every((box) => laid.ids.has(box.id));
  return { layout: fits ? laid.layout : undefined, failure };
}

function nodesOf({ data, chosen, onUnfold, unfolded = [] }: Pick<GraphProps, 'data' | 'chosen' | 'onUnfold' | 'unfolded'>, places: Map<string, Place>, direction: Direction): FlowNode[] {
  const byDepth = (id: string | undefined): number => (id === undefined ? 0 : 1 + byDepth(data.groups.find((group) => group.id === id)?.parent));
  const groups = [...data.groups].sort((one, other) => byDepth(one.id) - byDepth(other.id));
  return [
    ...groups.flatMap(({ id, parent }): FlowNode[] => {
      const place = places.get(id);
      return place
        ? [{ id, type: 'group', position: place, parentId: parent, style: { width: place.width, height: place.height }, data: {}, selectable: false, focusable: false, className: classes.group }]
        : [];
    }),
    ...data.boxes.flatMap((box): FlowNode[] => {
      const place = places.get(box.id);
      return place
        ? [{ id: box.id, type: 'box', position: place, parentId: box.group, width: place.width, height: place.height, data: { box, direction, chosen: box.id === chosen, unfolded: unfolded.includes(box.id), onUnfold }, focusable: box.look !== 'point' }]
        : [];
    }),
  ];
}

function edgesOf(data: GraphData, { routes }: Layout): RoutedEdge[] {
  return data.lines.map((line, index) => ({
    id: `line${index}`,
    source: line.source,
    target: line.target,
    type: 'routed',
    data: { route: routes[index] ?? [] },
    label: line.name,
    markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14, color: 'var(--quiet)' },
    style: { stroke: 'var(--quiet)', strokeWidth: 1.2, strokeDasharray: line.dashed ? '4 4' : undefined },
    zIndex: 1,
  }));
}

/** A line that goes around boxes. */
function Routed({ id, data, label, markerEnd, style }: EdgeProps<RoutedEdge>) {
  const { path, middle } = useMemo(() => pathOf(data?.route ?? []), [data]);
  return (
    <BaseEdge
      id={id}
      path={path}
      markerEnd={markerEnd}
      style={style}
      label={label}
      labelX={middle.x}
      labelY={middle.y}
      labelStyle={{ fill: 'var(--text-soft)', fontSize: 11 }}
      labelBgStyle={{ fill: 'var(--ground)' }}
    />
  );
}

function Box({ data: { box, direction, chosen, unfolded, onUnfold } }: NodeProps<BoxNode>) {
  const [into, out] = direction === 'DOWN' ? [Position.Top, Position.Bottom] : [Position.Left, Position.Right];
  return (
    <>
      <Handle type="target" position={into} className={classes.handle} />
      {box.look === 'point' ? <span className={classes.point} /> : <BoxFace box={box} chosen={chosen} unfolded={unfolded} onUnfold={onUnfold} />}
      <Handle type="source" position={out} className={classes.handle} />
    </>
  );
}

function Group() {
  return null;
}
