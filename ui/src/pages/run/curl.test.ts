import { expect, test } from 'vitest';
import { curlOf } from './curl';

test('values and files are parts of a form, and quotes stay what they are', () => {
  expect(curlOf('http://host/api?labels=a:b', { name: "O'Hara", data: new File([''], 'data.csv') })).toBe(
    `curl -sS -X POST \\\n  'http://host/api?labels=a:b' \\\n  -F 'name=O'\\''Hara' \\\n  -F 'data=@data.csv'`,
  );
});
