import { expect, test } from 'vitest';
import { linked } from './linked';

test('addresses in a message become links, without the dot behind them', () => {
  expect(linked('read https://example.com/a?b=c. Then kestra:///shop/orders/rows.ion, please')).toEqual([
    { text: 'read ', kind: 'text' },
    { text: 'https://example.com/a?b=c', kind: 'page' },
    { text: '.', kind: 'text' },
    { text: ' Then ', kind: 'text' },
    { text: 'kestra:///shop/orders/rows.ion', kind: 'file' },
    { text: ',', kind: 'text' },
    { text: ' please', kind: 'text' },
  ]);
});

test('a message without addresses is one text', () => {
  expect(linked('javascript://no, ftp://neither')).toEqual([{ text: 'javascript://no, ftp://neither', kind: 'text' }]);
});
