import { createServer } from 'node:net';
import { newInstallation } from '../../server/src/test-support/serving.ts';

export interface ServedCairn {
  readonly address: string;
  /** What the terminal shows. */
  printed(): string;
  stop(): Promise<void>;
}

/** Cairn as `npm start` serves it, on a data folder of its own. */
export async function serveCairn(environment: Record<string, string> = {}): Promise<ServedCairn> {
  const installation = newInstallation();
  // Known beforehand, since the pages' own origin follows from it.
  const port = String(await freePort());
  const server = installation.run('server/src/cli.ts', ['serve'], { PORT: port, CAIRN_DEMO: '1', CAIRN_LOG_LEVEL: 'warn', ...environment });
  try {
    await server.says(/Cairn is ready[\s\S]*Ctrl-C/);
    return { address: `http://localhost:${port}`, printed: () => server.printed(), stop: () => installation.remove() };
  } catch (error) {
    await installation.remove();
    throw error;
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
