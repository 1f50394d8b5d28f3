import { afterEach, expect, test, vi } from 'vitest';
import { explain, isPassing, Unreachable } from './failure';
import { reach } from './reach';

afterEach(() => vi.restoreAllMocks());

test('only a request without an answer says that the server is away', async () => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
  const thrown: unknown = await reach('/api').catch((failure: unknown) => failure);
  expect(thrown).toBeInstanceOf(Unreachable);
  expect(isPassing(thrown)).toBe(true);
});

test('a mistake of ours is told as such, and once in the console', () => {
  const told = vi.spyOn(console, 'error').mockReturnValue();
  const mistake = new TypeError('x is undefined');
  expect(explain(mistake)).toEqual(explain(mistake));
  expect(explain(mistake).title).not.toBe(explain(new Unreachable('gone')).title);
  expect(explain(mistake).details).toContain('x is undefined');
  expect(told).toHaveBeenCalledExactlyOnceWith(mistake);
  expect(isPassing(mistake)).toBe(false);
});
