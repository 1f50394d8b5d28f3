import { createContext, useContext, useMemo } from 'react';
import { parse } from 'yaml';
import type { Remark } from '~/components/editor/CodeEditor';
import { insertAt, moveElement, removeIn, setIn } from '../document/edit';
import { outlineOf, pathText, type Outline } from '../document/outline';
import type { Path } from '../document/place';
import type { Shapes } from '../document/shape';

/** A flow that is changed by forms: what it says, and changes that are written into its source. */
export interface Bench {
  shapes: Shapes;
  outline: Outline;
  /** Whether the name of the flow cannot change any more. */
  stored: boolean;
  valueAt(path: Path): unknown;
  set(path: Path, value: unknown): void;
  remove(path: Path): void;
  insert(list: Path, index: number, value: unknown): void;
  move(list: Path, from: number, to: number): void;
  /** What the server says of exactly this place. */
  remarksAt(path: Path): Remark[];
  /** What the server says of this place or what is in it. */
  remarksIn(path: Path): Remark[];
}

/** The forms of a source; undefined while it cannot be read. */
export function useBench(source: string, onChange: (source: string) => void, remarks: Remark[], shapes: Shapes | undefined, stored: boolean): Bench | undefined {
  const outline = useMemo(() => shapes && outlineOf(source, shapes), [source, shapes]);
  const data = useMemo(() => read(source), [source]);
  if (!shapes || !outline) return undefined;
  return {
    shapes,
    outline,
    stored,
    valueAt: (path) => path.reduce<unknown>((at, key) => (at as Record<string | number, unknown> | null | undefined)?.[key], data),
    set: (path, value) => onChange(setIn(source, path, value)),
    remove: (path) => onChange(removeIn(source, path)),
    insert: (list, index, value) => onChange(insertAt(source, list, index, value)),
    move: (list, from, to) => onChange(moveElement(source, list, from, to)),
    remarksAt: (path) => remarks.filter((remark) => remark.path === pathText(path)),
    remarksIn: (path) => {
      const text = pathText(path);
      return remarks.filter(({ path: at }) => at !== undefined && (at === text || at.startsWith(`${text}.`) || at.startsWith(`${text}[`)));
    },
  };
}

function read(source: string): unknown {
  try {
    return parse(source);
  } catch {
    return undefined;
  }
}

export const BenchContext = createContext<Bench | undefined>(undefined);

export function useForms(): Bench {
  const bench = useContext(BenchContext);
  if (!bench) throw new Error('Expected a bench around a form, but there is none.');
  return bench;
}
