import { expect, test } from 'vitest';
import { choosing, choosingForAll, chosenIn, conditionsOf } from './place';

const orders = { namespace: 'shop', flowId: 'orders' };
const bills = { namespace: 'shop', flowId: 'bills' };
const shop = { namespace: 'shop' };

test('a flow shows its own dashboard, else that of all flows, else the usual one', () => {
  expect(chosenIn({}, orders)).toBe('');
  expect(chosenIn({ flows: 'all' }, orders)).toBe('all');
  expect(chosenIn({ flows: 'all', 'flow:shop/orders': 'own' }, orders)).toBe('own');
  expect(chosenIn({ flows: 'all', 'flow:shop/orders': 'own' }, shop)).toBe('');
});

test('the usual dashboard can be chosen for one flow where all others show another', () => {
  const choices = choosing({ flows: 'all' }, orders, '');
  expect(chosenIn(choices, orders)).toBe('');
  expect(chosenIn(choices, bills)).toBe('all');
  expect(choosing(choices, orders, 'all')).toEqual({ flows: 'all' });
});

test('what is chosen for all flows replaces what single ones had, and leaves namespaces alone', () => {
  const before = { 'flow:shop/orders': 'own', 'namespace:shop': 'other' };
  expect(choosingForAll(before, bills, 'all')).toEqual({ 'namespace:shop': 'other', flows: 'all' });
  expect(choosingForAll(before, bills, '')).toEqual({ 'namespace:shop': 'other' });
});

test('a namespace has those in it, a flow is one alone', () => {
  expect(conditionsOf(shop)).toEqual([{ field: 'namespace', comparator: 'PREFIX', values: ['shop'] }]);
  expect(conditionsOf(orders).map(({ field, comparator }) => `${field} ${comparator}`)).toEqual(['namespace EQUALS', 'flowId EQUALS']);
});
