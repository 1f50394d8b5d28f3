import { useState } from 'react';
import { useTexts } from '~/app/texts';
import { confirm } from '~/components/Confirm';
import { allSteps, freeId, idOfType, placeOf } from '../document/outline';
import type { Path } from '../document/place';
import type { Bench } from './bench';
import { words } from './words';

/** What a form is open for. */
export type Open = { kind: 'flow' } | { kind: 'task' | 'trigger' | 'input'; path: Path };

/** A place where an element is to be added, once it is known of which type. */
export interface Adding {
  kind: 'task' | 'trigger';
  list: Path;
  index: number;
  wrapped: boolean;
}

/** Which form is open, and how elements come and go; forms and the graph share it. */
export interface Editing {
  open: Open | undefined;
  show(open: Open): void;
  close(): void;
  adding: Adding | undefined;
  add(place: Adding): void;
  /** Adds an element of a type at the place that was asked for, and opens its form. */
  choose(type: string): void;
  cancel(): void;
  addInput(): void;
  remove(path: Path, id: string): void;
  move(path: Path, by: number): void;
}

export function useEditing(bench: Bench | undefined): Editing {
  const t = useTexts(words);
  const [open, setOpen] = useState<Open>();
  const [adding, setAdding] = useState<Adding>();
  const present = open === undefined || open.kind === 'flow' || bench?.valueAt(open.path) !== undefined ? open : undefined;
  const insert = (list: Path, index: number, value: object, wrapped: boolean) => bench?.insert(list, index, wrapped ? { task: value } : value);
  return {
    open: present,
    show: setOpen,
    close: () => setOpen(undefined),
    adding,
    add: setAdding,
    cancel: () => setAdding(undefined),
    choose: (type) => {
      if (!adding || !bench) return;
      const { kind, list, index, wrapped } = adding;
      const taken = kind === 'task' ? allSteps(bench.outline.lists).map((step) => step.id) : bench.outline.triggers.map((trigger) => trigger.id);
      insert(list, index, { id: freeId(idOfType(type), taken), type }, wrapped);
      setAdding(undefined);
      setOpen({ kind, path: wrapped ? [...list, index, 'task'] : [...list, index] });
    },
    addInput: () => {
      const inputs = bench?.outline.inputs ?? [];
      insert(['inputs'], inputs.length, { id: freeId(t.newInput, inputs.map((input) => input.id)), type: 'STRING' }, false);
      setOpen({ kind: 'input', path: ['inputs', inputs.length] });
    },
    remove: (path, id) =>
      confirm({
        title: t.deleteTitle(id),
        body: t.deleteText,
        action: t.delete,
        dangerous: true,
        onConfirm: () => {
          const { list, index } = placeOf(path);
          bench?.remove([...list, index]);
          setOpen(undefined);
        },
      }),
    move: (path, by) => {
      const { list, index } = placeOf(path);
      bench?.move(list, index, index + by);
    },
  };
}
