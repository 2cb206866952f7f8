import { setTimeout as sleep } from 'node:timers/promises';
import { newInstallation, type Installation, type Serving } from './installation.ts';
import { proportionalBytes, withDescendants } from './memory.ts';
import type { BenchRow } from './row.ts';
import { median } from './statistics.ts';

const starts = 3;
const restSeconds = 30;

/** Starting an installation that is there, demo college and all, and what it holds in memory when nobody asks anything. */
export async function measureStart(): Promise<BenchRow[]> {
  const installation = newInstallation();
  try {
    const first = await installation.serve();
    await first.stop();
    const seconds: number[] = [];
    let serving: Serving | undefined;
    for (let index = 0; index < starts; index += 1) {
      await serving?.stop();
      serving = await installation.serve();
      seconds.push(serving.secondsToReady);
    }
    await sleep(restSeconds * 1000);
    const row = (id: string, label: string, value: number | null, bar: number | null, n: number): BenchRow => ({ id, label, value, bar, lowerIsBetter: true, n });
    const memory = serving === undefined ? undefined : memoryAtRest(serving, installation);
    return [
      row('install.first-start-s', 'First start, which makes the database and the demo college: s', first.secondsToReady, null, 1),
      row('install.start-s', 'Start of an existing installation: s', median(seconds), 3, starts),
      row('install.memory.server-mb', 'Memory at rest, the server: MB', memory?.server ?? null, null, 1),
      row('install.memory.readers-mb', 'Memory at rest, the processes that read files: MB', memory?.readers ?? null, null, 1),
      row('install.memory.database-mb', 'Memory at rest, the database: MB', memory?.database ?? null, null, 1),
    ];
  } finally {
    await installation.remove();
  }
}

/** Undefined where the system does not say. */
function memoryAtRest({ pid }: Serving, installation: Installation): { server: number; readers: number; database: number } | undefined {
  const databasePid = installation.databasePid();
  if (process.platform !== 'linux' || databasePid === undefined) return undefined;
  const database = withDescendants(databasePid);
  const readers = withDescendants(pid).filter((each) => each !== pid && !database.includes(each));
  const megabytes = (pids: readonly number[]) => pids.reduce((sum, each) => sum + proportionalBytes(each), 0) / 1e6;
  return { server: megabytes([pid]), readers: megabytes(readers), database: megabytes(database) };
}
