// Builds the application for the jar, unless what it is made of is the same as at the last build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
process.chdir(home);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The web application is built with Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}

function run(command, ...args) {
  const done = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function hashOf(...places) {
  const hash = createHash('sha256');
  for (const place of places) {
    const files = existsSync(place) && !place.includes('.') ? readdirSync(place, { recursive: true, withFileTypes: true }) : [];
    const names = place.includes('.') ? [place] : files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
    for (const name of names.sort()) hash.update(name).update('\0').update(readFileSync(name));
  }
  return hash.digest('hex');
}

function when(stamp, hash, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  work();
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, hash);
}

when('node_modules/.installed', hashOf('package-lock.json'), () => run('npm', 'ci', '--no-audit', '--no-fund'));
when(
  existsSync('target/classes/legato-ui/index.html') ? 'target/built' : 'target/none',
  hashOf('package-lock.json', 'vite.config.ts', 'index.html', 'public', 'src', 'scripts/finish-build.mjs'),
  () => run('npm', 'run', '--silent', 'build'),
);
