import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waitingLine } from './waiting-line.ts';

const soon = () => new Promise<void>((resolve) => { setImmediate(resolve); });

test('never more at once than there are places, each in its turn, whatever fails', async () => {
  await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(fc.boolean(), { maxLength: 20 }), async (places, succeeds) => {
    const gate = waitingLine(places);
    const begun: number[] = [];
    let atOnce = 0;
    let most = 0;
    const results = await Promise.allSettled(succeeds.map((well, index) => gate.through(async () => {
      begun.push(index);
      most = Math.max(most, (atOnce += 1));
      await soon();
      atOnce -= 1;
      if (!well) throw new Error('It went wrong');
    })));
    expect(begun).toEqual(succeeds.map((_well, index) => index));
    expect(most).toBe(Math.min(places, succeeds.length));
    expect(results.map(({ status }) => status === 'fulfilled')).toEqual(succeeds);
  }));
});

test('who gives up before their turn has begun nothing, and their place goes to the next', async () => {
  const gate = waitingLine(1);
  const first = Promise.withResolvers<void>();
  const impatient = new AbortController();
  const begun: string[] = [];
  const work = (name: string, until: Promise<void>) => async () => {
    begun.push(name);
    await until;
  };
  const running = gate.through(work('first', first.promise));
  const givenUp = gate.through(work('impatient', Promise.resolve()), { signal: impatient.signal });
  const patient = gate.through(work('patient', Promise.resolve()));
  impatient.abort(new Error('Too late'));
  await expect(givenUp).rejects.toThrow('Too late');
  first.resolve();
  await Promise.all([running, patient]);
  expect(begun).toEqual(['first', 'patient']);
});

test('a signal that fires after the work began changes nothing', async () => {
  const gate = waitingLine(1);
  const signal = new AbortController();
  const working = gate.through(async () => {
    await soon();
    return 'done';
  }, { signal: signal.signal });
  signal.abort();
  expect(await working).toBe('done');
  expect(await gate.through(async () => 'next')).toBe('next');
});
