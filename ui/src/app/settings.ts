import { useSyncExternalStore } from 'react';

/** What a person has chosen. Kept in the browser; the server knows nothing of it. */
export interface Settings {
  theme: 'system' | 'light' | 'dark';
  language: 'system' | 'en' | 'fr';
  defaultNamespace: string;
  logLevel: 'TRACE' | 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
  logOrder: 'grouped' | 'time';
  runIn: 'same' | 'new';
  executionTab: string;
  flowTab: string;
  pageSize: number;
  refreshSeconds: number;
  timeZone: string;
  dateStyle: 'short' | 'medium' | 'iso';
  editorFontSize: number;
  editorFolding: boolean;
  environmentName: string;
  environmentColor: string;
  menuCollapsed: boolean;
  graphDirection: 'DOWN' | 'RIGHT';
  /** What stands beside the source in the editor of flows. */
  editorPanel: string;
  /** Whether it stands there without the source. */
  editorAlone: boolean;
  /** How much of the width the source has, from 0 to 1. */
  editorSplit: number;
  /** The dashboard that is shown first; the usual one if empty. */
  homeDashboard: string;
  /** The dashboards of flows and namespaces where a person chose another than the usual one; see `pages/dashboards/place.ts`. */
  placeDashboards: Record<string, string>;
  tourDone: boolean;
}

const defaults: Settings = {
  theme: 'system',
  language: 'system',
  defaultNamespace: '',
  logLevel: 'INFO',
  logOrder: 'grouped',
  runIn: 'same',
  executionTab: 'gantt',
  flowTab: 'overview',
  pageSize: 25,
  refreshSeconds: 10,
  timeZone: '',
  dateStyle: 'medium',
  editorFontSize: 13,
  editorFolding: true,
  environmentName: '',
  environmentColor: '',
  menuCollapsed: false,
  graphDirection: 'DOWN',
  editorPanel: 'topology',
  editorAlone: false,
  editorSplit: 0.53,
  homeDashboard: '',
  placeDashboards: {},
  tourDone: false,
};

/** A value that is kept in the browser and shared by everything that shows it. */
export class Kept<T> {
  private value: T;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly key: string,
    initial: T,
    read: (stored: unknown) => T = (stored) => stored as T,
  ) {
    const stored = readStorage(key);
    this.value = stored === undefined ? initial : read(stored);
  }

  get = (): T => this.value;

  set = (value: T): void => {
    this.value = value;
    try {
      localStorage.setItem(this.key, JSON.stringify(value));
    } catch {
      // a full or forbidden storage: the choice holds until the page is left
    }
    this.listeners.forEach((listener) => listener());
  };

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

function readStorage(key: string): unknown {
  try {
    const text = localStorage.getItem(key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function useKept<T>(kept: Kept<T>): [T, (value: T) => void] {
  return [useSyncExternalStore(kept.subscribe, kept.get), kept.set];
}

export const settings = new Kept<Settings>('legato.settings', defaults, (stored) => ({
  ...defaults,
  ...(stored as Partial<Settings>),
}));

export function useSettings(): [Settings, (change: Partial<Settings>) => void] {
  const [value, set] = useKept(settings);
  return [value, (change) => set({ ...settings.get(), ...change })];
}
