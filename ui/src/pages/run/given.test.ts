import { expect, test } from 'vitest';
import { givenIn } from './given';

test('inputs in an address fill the form in', () => {
  expect(givenIn({ run: 'true', 'inputs[name]': 'Ada', 'inputs[count]': ['3'], namespace: 'shop' })).toEqual({ name: 'Ada', count: '3' });
});
