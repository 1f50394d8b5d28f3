// Writes the types of the REST API from the document that a server gives of itself.
// Usage: npm run api -- http://localhost:8080
import { writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const server = process.argv[2] ?? 'http://localhost:8080';
const answer = await fetch(`${server}/api/openapi.json`);
if (!answer.ok) {
  throw new Error(`Expected the description of the API from ${server}, but got ${answer.status}.`);
}
const document = await answer.json();
// Every path is served with and without its tenant, and some under a newer spelling; one of them is enough.
const isDouble = (path) =>
  path.includes('/actions/') || (path.startsWith('/api/v1/') && path.replace('/api/v1/', '/api/v1/main/') in document.paths);
document.paths = Object.fromEntries(Object.entries(document.paths).filter(([path]) => !isDouble(path)));
const types = astToString(await openapiTS(document, { alphabetize: true }));
await writeFile(new URL('../src/api/schema.gen.ts', import.meta.url), `// Made by "npm run api"; do not edit.\n${types}`);
