import fc from 'fast-check';
import { Histogram, Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { createRequestTimes } from './request-times.ts';

test('says what prom-client\'s own histogram says', async () => {
  const request = fc.record({ method: fc.constantFrom('GET', 'POST'), route: fc.constantFrom('/a', '/b/:id'), status: fc.constantFrom(200, 404), seconds: fc.oneof(fc.double({ min: 0, max: 60, noNaN: true }), fc.constantFrom(0.005, 0.01, 30, 30.1)) });
  await fc.assert(fc.asyncProperty(fc.array(request, { maxLength: 50 }), async (requests) => {
    const [ours, theirs] = [new Registry(), new Registry()];
    const times = createRequestTimes(ours);
    const histogram = new Histogram({ name: 'http_request_duration_seconds', help: 'Time to answer a request', labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30], registers: [theirs] });
    for (const { method, route, status, seconds } of requests) {
      times.observe(method, route, status, seconds);
      histogram.labels(method, route, String(status)).observe(seconds);
    }
    expect(linesOf(await ours.metrics())).toEqual(linesOf(await theirs.metrics()));
  }));
});

/** In any order, and with labels in any order. */
function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '').map((line) => line.replace(/\{(.*)\}/, (_whole, labels: string) => `{${labels.split(',').toSorted().join()}}`)).toSorted();
}
