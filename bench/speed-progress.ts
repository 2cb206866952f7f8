/** GET /progress of the demo student after three years of learning on every day, as one person asks for it: one request after the other. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { newInstallation } from './installation.ts';
import type { BenchRow } from './row.ts';
import { percentile } from './statistics.ts';

const warmRequests = 20;
const requests = 200;

export async function measureProgressSpeed(): Promise<BenchRow[]> {
  const installation = newInstallation();
  try {
    const { address, signIns } = await installation.serve({ environment: { CAIRN_RATE_PERSON: '1000000/1s', CAIRN_RATE_PERSON_BURST: '1000000' } });
    const student = signIns.get('student');
    if (student === undefined) throw new Error('The demo college names no student');
    await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'http/fill-progress.ts'), student.email], { env: installation.environment() });
    const login = await fetch(`${address}/api/v1/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(student) });
    const { accessToken } = (await login.json()) as { accessToken: string };
    const milliseconds: number[] = [];
    for (let request = 0; request < warmRequests + requests; request += 1) {
      const begun = performance.now();
      const answer = await fetch(`${address}/api/v1/progress`, { headers: { authorization: `Bearer ${accessToken}` } });
      const { streak } = (await answer.json()) as { streak: { longest: number } };
      if (streak.longest < 1000) throw new Error(`Three years of days are not there: the longest streak is ${streak.longest}`);
      if (request >= warmRequests) milliseconds.push(performance.now() - begun);
    }
    return [{ id: 'progress.read.p95-ms', label: 'GET /progress after three years of daily learning: p95 ms', value: percentile(milliseconds, 0.95), bar: 100, lowerIsBetter: true, n: requests }];
  } finally {
    await installation.remove();
  }
}
