import { expect, test } from 'vitest';
import { above, treeOf, type Branch } from './tree';

const drawn = (branches: Branch[]): string => branches.map((one) => one.name + (one.branches.length > 0 ? `(${drawn(one.branches)})` : '')).join(' ');

test('namespaces make a tree by their dots, also where one between has nothing in it', () => {
  expect(drawn(treeOf(['company.team', 'system', 'company.data.raw', 'company']))).toBe('company(data(raw) team) system');
});

test('namespaces above', () => {
  expect(above('a.b.c')).toEqual(['a', 'a.b']);
  expect(above('a')).toEqual([]);
});
