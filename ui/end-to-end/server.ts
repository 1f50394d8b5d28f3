// Starts the server that was built, with data of its own, for all end-to-end tests of a run.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    server: string;
  }
}

const root = resolve(import.meta.dirname, '../..');

export default async function setup(project: TestProject) {
  const running = process.env.LEGATO_SERVER;
  if (running) {
    project.provide('server', running);
    return () => {};
  }
  const opened = await openServer();
  project.provide('server', opened.url);
  return opened.close;
}

export interface OpenedServer {
  url: string;
  /** The address that it printed for setting up the first user. */
  setUp: string;
  close(): Promise<void>;
}

/** Starts a server with data of its own, and perhaps a configuration. */
export async function openServer(configuration?: string): Promise<OpenedServer> {
  const data = mkdtempSync(join(tmpdir(), 'legato-end-to-end-'));
  const server = start(await freePort(), data, configuration);
  const said = await ready(server);
  const close = async () => {
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  return { url: found(said, /listens on (\S+)/), setUp: found(said, /open (\S+#\S+)/), close };
}

function found(text: string, pattern: RegExp): string {
  const match = pattern.exec(text)?.[1];
  if (!match) throw new Error(`Expected the server to tell ${pattern}, but it said:\n${text}`);
  return match;
}

function start(port: number, data: string, configuration: string | undefined): ChildProcess {
  const file = join(data, 'test.yml');
  if (configuration) writeFileSync(file, configuration);
  const target = join(root, 'server/target');
  const jar = readdirSync(target).find((name) => /^legato-server-.*\.jar$/.test(name) && !/sources|tests/.test(name));
  if (!jar) throw new Error(`Expected the jar of the server in ${target}; build it with "./legato --help".`);
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';
  const flags = ['-XX:+UseSerialGC', '--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow', '-Djava.awt.headless=true'];
  const classPath = [join(target, jar), join(target, 'lib/*')].join(':');
  return spawn(java, [...flags, '-cp', classPath, 'dev.legato.server.command.Main', 'server', 'local', '--port', String(port), '--data', data, ...(configuration ? ['--config', file] : [])], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Waits until the server has said where it listens and how the first user is set up. */
function ready(server: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    const hear = (text: Buffer) => {
      said += text.toString();
      if (said.includes('/setup#') && said.endsWith('\n')) done(said);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', (code) => fail(new Error(`Expected the server to listen, but it ended with ${code}:\n${said}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
