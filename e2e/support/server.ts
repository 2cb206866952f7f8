import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export interface ServedCairn {
  readonly address: string;
  readonly dataDirectory: string;
  /** What the terminal shows. */
  printed(): string;
  stop(): Promise<void>;
}

/** Cairn as `npm start` serves it, on a data folder of its own. */
export async function serveCairn(environment: Record<string, string> = {}): Promise<ServedCairn> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'cairn-browser-'));
  const port = await freePort();
  const server = spawn(process.execPath, ['server/src/cli.ts', 'serve'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), CAIRN_DATA_DIR: dataDirectory, CAIRN_LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [server.stdout, server.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => { output += chunk; });
  const address = `http://localhost:${String(port)}`;
  await untilReady(server, () => output);
  return {
    address,
    dataDirectory,
    printed: () => output,
    async stop() {
      const ended = new Promise((done) => { server.once('exit', done); });
      if (server.exitCode === null) {
        server.kill('SIGINT');
        await ended;
      }
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** The address is printed once pages, API and demo college are there. */
async function untilReady(server: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (!/ready/i.test(output())) {
    if (server.exitCode !== null) throw new Error(`cairn serve ended with ${String(server.exitCode)}:\n${output()}`);
    if (Date.now() > deadline) throw new Error(`cairn serve was not ready in time:\n${output()}`);
    await new Promise((done) => { setTimeout(done, 100); });
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => { done(typeof address === 'object' && address ? address.port : 0); });
    });
  });
}
