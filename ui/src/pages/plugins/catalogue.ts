import type { Plugin, PluginElement } from '~/api/documentation';

export type ElementKind = 'tasks' | 'triggers' | 'conditions' | 'taskRunners' | 'others';

export const kinds: ElementKind[] = ['tasks', 'triggers', 'conditions', 'taskRunners', 'others'];

/** Steps of other tasks, such as `ForEachItem$ForEachItemSplit`, stand in graphs and histories only. */
const isForAuthors = ({ cls }: PluginElement): boolean => !cls.includes('$');

export function elementsOf(plugin: Plugin, kind: ElementKind): PluginElement[] {
  if (kind !== 'others') return plugin[kind].filter(isForAuthors);
  return [...plugin.charts, ...plugin.dataFilters, ...plugin.storages, ...plugin.secrets, ...plugin.controllers, ...plugin.logExporters];
}

export function allOf(plugin: Plugin): PluginElement[] {
  return kinds.flatMap((kind) => elementsOf(plugin, kind));
}

export const shortName = (cls: string): string => cls.split('.').at(-1) ?? cls;

/** The family under which a part of a plugin is shown: `io.kestra.plugin.scripts.python` is of `scripts`. */
export const familyOf = (plugin: Plugin): string => plugin.group.split('.').at(-1) ?? plugin.group;

const FAMILIES = ['core', 'scripts', 'serdes'];

/** Families in the order in which people look for them; those of old names last. */
export function byFamily(plugins: Plugin[]): [family: string, plugins: Plugin[]][] {
  const families = new Map<string, Plugin[]>();
  for (const plugin of plugins) {
    if (allOf(plugin).length > 0) families.set(familyOf(plugin), [...(families.get(familyOf(plugin)) ?? []), plugin]);
  }
  const place = ([family, parts]: [string, Plugin[]]) => {
    const known = FAMILIES.indexOf(family);
    return parts.every((plugin) => allOf(plugin).every((element) => element.deprecated)) ? 99 : known < 0 ? 50 : known;
  };
  return [...families].sort((one, other) => place(one) - place(other));
}

const ACRONYMS = ['http', 'kv', 'csv', 'json', 'xml', 'yaml', 'php', 'jbang'];

/** The name of a plugin as people write it. */
export const nameOf = (plugin: Plugin): string => (ACRONYMS.includes(plugin.title) ? plugin.title.toUpperCase() : plugin.title);

export interface Hit {
  plugin: Plugin;
  element: PluginElement;
}

/** Elements whose name, title or group has all the words, those whose short name begins with them first. */
export function search(plugins: Plugin[], text: string): Hit[] {
  const sought = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (sought.length === 0) return [];
  const weight = ({ element }: Hit) => {
    const name = shortName(element.cls).toLowerCase();
    return (name.startsWith(sought[0] ?? '') ? 0 : name.includes(sought[0] ?? '') ? 1 : 2) + (element.deprecated ? 3 : 0);
  };
  return plugins
    .flatMap((plugin) => allOf(plugin).map((element) => ({ plugin, element })))
    .filter(({ element }) => sought.every((word) => `${element.cls} ${element.title}`.toLowerCase().includes(word)))
    .sort((one, other) => weight(one) - weight(other));
}
