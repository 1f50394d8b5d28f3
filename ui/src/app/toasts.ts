import { useSyncExternalStore } from 'react';

export interface Toast {
  id: number;
  kind: 'success' | 'error';
  title: string;
  details: string[];
}

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]) {
  toasts = next;
  listeners.forEach((listener) => listener());
}

export function dismissToast(id: number) {
  change(toasts.filter((toast) => toast.id !== id));
}

/** Tells what was done; goes by itself. */
export function tellSuccess(title: string) {
  const id = nextId++;
  change([...toasts.slice(-3), { id, kind: 'success', title, details: [] }]);
  setTimeout(() => dismissToast(id), 4_000);
}

/** Tells what could not be done, and why; stays until it is closed. */
export function tellError(title: string, details: string[] = []) {
  change([...toasts.slice(-3), { id: nextId++, kind: 'error', title, details }]);
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}
