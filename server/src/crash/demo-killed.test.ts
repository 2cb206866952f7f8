import { afterAll, beforeAll, expect, test } from 'vitest';
import { newInstallation, type Installation } from '../test-support/serving.ts';
import { call } from '../test-support/crash-traffic.ts';

let installation: Installation;
beforeAll(() => { installation = newInstallation(); });
afterAll(() => installation.remove());

const serve = () => installation.run('server/src/cli.ts', ['serve'], { CAIRN_DEMO: '1' });
const after = (milliseconds: number) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

test('a start killed while it makes the demo college leaves the next one to finish it', async () => {
  for (const milliseconds of [100, 700, 1500]) {
    const killed = serve();
    // The second time there may be nothing left to make.
    await Promise.race([killed.says(/Making the demo college/), killed.says(/ready after/)]);
    await after(milliseconds);
    killed.child.kill('SIGKILL');
    await killed.ended;
  }
  const serving = serve();
  const [, address = ''] = await serving.says(/ready after [\d.]+ s:\s+(http:\/\/localhost:\d+)/);
  const [, email = '', password = ''] = await serving.says(/^\s*student\s+(\S+)\s+(\S+)$/m);
  const { accessToken } = await call<{ accessToken: string }>(address, 'POST', '/auth/login', undefined, { email, password });
  const listed = await Promise.all(['/resumes', '/skill-gaps', '/roadmaps'].map((path) => call<{ items: { progress?: { doneTasks: number; percentage: number } }[] }>(address, 'GET', path, accessToken)));
  expect(listed.map(({ items }) => items.length)).toEqual([1, 1, 1]);
  expect(listed[2]?.items[0]?.progress?.percentage).toBeGreaterThan(20);
}, 240_000);
