/** Jobs in a process of their own beside an installation that is being served: how long one waits, and how long many take. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { JobTimes } from './http/time-jobs.ts';
import { newInstallation } from './installation.ts';
import type { BenchRow } from './row.ts';
import { percentile } from './statistics.ts';

export async function measureJobs(): Promise<BenchRow[]> {
  const installation = newInstallation();
  try {
    await installation.serve({ environment: { CAIRN_DEMO: '0' } });
    const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'http/time-jobs.ts')], { env: installation.environment() });
    const { waits, fiveHundred } = JSON.parse(stdout) as JobTimes;
    return [
      { id: 'jobs.wait.p95-ms', label: 'A job, from the commit that queues it to its end: p95 ms', value: percentile([...waits], 0.95), bar: 100, lowerIsBetter: true, n: waits.length },
      { id: 'jobs.500-ms', label: '500 jobs that one transaction queues, from its commit to the last: ms', value: fiveHundred, bar: 2000, lowerIsBetter: true, n: 500 },
    ];
  } finally {
    await installation.remove();
  }
}
