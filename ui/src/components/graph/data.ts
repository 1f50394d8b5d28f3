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
