// Types, style and unit tests; `npm run check` does the same.
import { spawnSync } from 'node:child_process';

for (const step of ['types', 'lint', 'test']) {
  const done = spawnSync('npm', ['run', '--silent', step], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
