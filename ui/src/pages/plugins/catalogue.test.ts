import { expect, test } from 'vitest';
import type { Plugin } from '~/api/documentation';
import { allOf, search, shortName } from './catalogue';

const element = (cls: string, title: string, deprecated = false) => ({ cls, title, deprecated });
const plugin = {
  name: 'http',
  group: 'io.kestra.plugin.core',
  tasks: [element('a.http.Download', 'Downloads a file'), element('a.http.Request', 'Calls an address'), element('a.old.Request', 'Calls an address', true)],
  triggers: [element('a.http.Trigger', 'Waits for an answer')],
  conditions: [],
  taskRunners: [],
  charts: [],
  dataFilters: [],
  storages: [],
  secrets: [],
  controllers: [],
  logExporters: [],
} as unknown as Plugin;

test('every word must be found, names that begin with it come first, deprecated ones last', () => {
  expect(search([plugin], 'request').map((hit) => hit.element.cls)).toEqual(['a.http.Request', 'a.old.Request']);
  expect(search([plugin], 'http file').map((hit) => shortName(hit.element.cls))).toEqual(['Download']);
  expect(search([plugin], '  ')).toEqual([]);
});

test('steps of other tasks are not shown', () => {
  const tasks = [element('a.flow.ForEachItem', 'Runs a flow for each item'), element('a.flow.ForEachItem$ForEachItemSplit', 'Cuts the file')];
  expect(allOf({ ...plugin, tasks, triggers: [] } as Plugin).map((one) => one.cls)).toEqual(['a.flow.ForEachItem']);
});
