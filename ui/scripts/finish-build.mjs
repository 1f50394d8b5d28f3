// Packs the built files and refuses a first page that has grown too large.
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const LARGEST_FIRST_LOAD = 350 * 1024;
const root = new URL('../target/classes/legato-ui/', import.meta.url);

const manifestFile = new URL('.vite/manifest.json', root);
const manifest = JSON.parse(await readFile(manifestFile, 'utf8'));
await rm(new URL('.vite/', root), { recursive: true });

const packedSizes = new Map();
for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(js|css|html|svg|json|ttf)$/.test(entry.name)) continue;
  const file = `${entry.parentPath}/${entry.name}`;
  const packed = gzipSync(await readFile(file), { level: 9 });
  packedSizes.set(file.slice(root.pathname.length).replace(/^\//, ''), packed.length);
  await writeFile(`${file}.gz`, packed);
}

/** Every file that is fetched for a page, without what it fetches later. */
function filesOf(key, found = new Set()) {
  const chunk = manifest[key];
  if (!chunk || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const css of chunk.css ?? []) found.add(css);
  for (const next of chunk.imports ?? []) filesOf(next, found);
  return found;
}

const first = filesOf('index.html');
filesOf('src/pages/home/HomePage.tsx', first);
const size = [...first].reduce((sum, file) => sum + (packedSizes.get(file) ?? 0), packedSizes.get('index.html') ?? 0);
console.log(`First load of the home page: ${(size / 1024).toFixed(0)} KiB gzipped in ${first.size} files.`);
if (size > LARGEST_FIRST_LOAD) {
  for (const file of first) console.error(`  ${file} ${packedSizes.get(file)}`);
  throw new Error(`Expected at most ${LARGEST_FIRST_LOAD / 1024} KiB.`);
}
