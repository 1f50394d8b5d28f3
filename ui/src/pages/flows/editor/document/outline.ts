import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { nodeAt, read, type Path, type Source } from './place';
import type { Member, Shape, Shapes } from './shape';

/** A task, trigger or other element of a flow with what it holds. */
export interface Step {
  id: string;
  type: string;
  path: Path;
  branches: Branch[];
}

/** A list of tasks in a flow or in a task. */
export interface Branch {
  /** `then`, `errors`, `cases prod`: how the list is called where it stands. */
  name: string;
  path: Path;
  /** Whether tasks stand in it as `task` beside what they depend on. */
  wrapped: boolean;
  steps: Step[];
}

export const FLOW_LISTS = ['tasks', 'errors', 'finally', 'afterExecution'] as const;

export interface Outline {
  id: string;
  namespace: string;
  lists: Branch[];
  triggers: Step[];
  inputs: Step[];
}

/** What a source consists of; undefined while it cannot be read. */
export function outlineOf(text: string, shapes: Shapes): Outline | undefined {
  const source = read(text);
  if (source.document.errors.length > 0 || (source.document.contents !== null && !isMap(source.document.contents))) return undefined;
  const elements = (path: Path): Step[] => children(source, path).map((at) => ({ id: textAt(source, [...at, 'id']) || textAt(source, [...at, 'name']), type: textAt(source, [...at, 'type']), path: at, branches: [] }));
  return {
    id: textAt(source, ['id']),
    namespace: textAt(source, ['namespace']),
    lists: FLOW_LISTS.map((name) => ({ name, path: [name], wrapped: false, steps: steps(source, [name], false, shapes) })),
    triggers: elements(['triggers']),
    inputs: elements(['inputs']),
  };
}

function children(source: Source, path: Path): Path[] {
  const list = nodeAt(source, path);
  return isSeq(list) ? list.items.flatMap((item, index) => (isMap(item) ? [[...path, index]] : [])) : [];
}

function textAt(source: Source, path: Path): string {
  const node: Node | undefined = nodeAt(source, path);
  return isScalar(node) && node.value !== null ? String(node.value) : '';
}

function steps(source: Source, list: Path, wrapped: boolean, shapes: Shapes): Step[] {
  return children(source, list).map((at) => {
    const path = wrapped ? [...at, 'task'] : at;
    const type = textAt(source, [...path, 'type']);
    return { id: textAt(source, [...path, 'id']), type, path, branches: branches(source, path, shapes.component('task', type) ?? [], shapes) };
  });
}

function branches(source: Source, path: Path, members: Member[], shapes: Shapes): Branch[] {
  return members
    .filter((member) => member.deprecated === undefined || nodeAt(source, [...path, member.name]) !== undefined)
    .flatMap(({ name, shape }) => {
      const at = [...path, name];
      const branch = (label: string, place: Path, wrapped: boolean): Branch => ({ name: label, path: place, wrapped, steps: steps(source, place, wrapped, shapes) });
      if (holdsSteps(shape)) return [branch(name, at, false)];
      if (shape.kind === 'list' && shape.of.kind === 'members' && shape.of.members.some((one) => one.shape.kind === 'step')) return [branch(name, at, true)];
      const node = nodeAt(source, at);
      if (shape.kind === 'map' && holdsSteps(shape.of) && isMap(node)) return node.items.flatMap((pair) => (isScalar(pair.key) ? [branch(`${name} ${String(pair.key.value)}`, [...at, String(pair.key.value)], false)] : []));
      return [];
    });
}

const holdsSteps = (shape: Shape): boolean => shape.kind === 'list' && shape.of.kind === 'step';

/** Whether a property is shown as tasks of its own, not as a field. */
export function isStepList(shape: Shape): boolean {
  return holdsSteps(shape) || (shape.kind === 'list' && shape.of.kind === 'members' && shape.of.members.some((one) => one.shape.kind === 'step'));
}

/** Every task of an outline, those in others, too. */
export function allSteps(lists: Branch[]): Step[] {
  return lists.flatMap((list) => list.steps.flatMap((step) => [step, ...allSteps(step.branches)]));
}

/** The list that a step stands in, and its place there. */
export function placeOf(path: Path): { list: Path; index: number; wrapped: boolean } {
  const wrapped = path.at(-1) === 'task';
  const element = wrapped ? path.slice(0, -1) : path;
  return { list: element.slice(0, -1), index: Number(element.at(-1)), wrapped };
}

/** An id that no element has yet: `log`, `log_2`, … */
export function freeId(wish: string, taken: string[]): string {
  const used = new Set(taken);
  for (let number = 1; ; number++) {
    const id = number === 1 ? wish : `${wish}_${number}`;
    if (!used.has(id)) return id;
  }
}

/** `HttpRequest` as `http_request`. */
export const idOfType = (type: string): string =>
  (type.split('.').at(-1) ?? 'task')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase();

/** A path as the server writes it in its remarks: `tasks[0].options.auth`. */
export const pathText = (path: Path): string => path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
