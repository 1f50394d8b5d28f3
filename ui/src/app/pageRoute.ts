import type { ComponentType } from 'react';

/** A page that is fetched when somebody goes there: its address, its module and its name in it. */
export interface PageRoute {
  path: string;
  load: () => Promise<Record<string, ComponentType>>;
  name: string;
}

/** Describes a page; the compiler refuses a name that the module does not have. */
export function pageRoute<M extends object>(path: string, load: () => Promise<M>, name: keyof M & string): PageRoute {
  return { path, load: load as unknown as PageRoute['load'], name };
}
