import { createServer } from 'node:net';
import { newInstallation } from '../../server/src/test-support/serving.ts';

/** Where Cairn is served, and what of it can be seen from outside. */
export interface ServedAt {
  readonly address: string;
  /** What the terminal showed until it was ready. */
  readonly printed: string;
  readonly dataDirectory: string;
}

export interface ServedCairn extends ServedAt {
  /** Runs `cairn …` beside it, and answers what that printed. */
  command(...words: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}

/** Cairn as `npm start` serves it, on a data folder of its own. */
export async function serveCairn(environment: Record<string, string> = {}): Promise<ServedCairn> {
  const installation = newInstallation();
  // Known beforehand, since the pages' own origin follows from it.
  const port = String(await freePort());
  const settings = { PORT: port, CAIRN_DEMO: '1', CAIRN_LOG_LEVEL: 'warn', ...environment };
  const server = installation.run('server/src/cli.ts', ['serve'], settings);
  try {
    await server.says(/Cairn is ready[\s\S]*Ctrl-C/);
    return {
      address: `http://localhost:${port}`, printed: server.printed(), dataDirectory: installation.dataDirectory,
      async command(...words) {
        const command = installation.run('server/src/cli.ts', words, settings);
        const code = await command.ended;
        if (code !== 0) throw new Error(`cairn ${words.join(' ')} ended with ${String(code)}:\n${command.printed()}`);
        return command.printed();
      },
      stop: () => installation.remove(),
    };
  } catch (error) {
    await installation.remove();
    throw error;
  }
}

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => { done(typeof address === 'object' && address ? address.port : 0); });
    });
  });
}
