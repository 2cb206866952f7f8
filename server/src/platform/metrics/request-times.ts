/**
 * How long requests took, as a Prometheus histogram. prom-client's own sorts and joins the labels at every observation
 * (5 µs); here each combination is looked up once and counted in place.
 */
import type { MetricValueWithName, Registry } from 'prom-client';

interface Times {
  readonly labels: Readonly<Record<string, string>>;
  /** By bucket, not cumulative; the last is for whatever took longer than all. */
  readonly counts: number[];
  seconds: number;
}

export interface RequestTimes {
  observe(method: string, route: string, status: number, seconds: number): void;
}

const name = 'http_request_duration_seconds';
const help = 'Time to answer a request';
/** Seconds: from well under the target of a read (50 ms) to the longest that a request may take. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export function createRequestTimes(registry: Registry): RequestTimes {
  const known = new Map<string, Times>();

  function timesOf(method: string, route: string, status: number): Times {
    const key = `${method} ${status} ${route}`;
    let times = known.get(key);
    if (times === undefined) known.set(key, (times = { labels: { method, route, status: String(status) }, counts: bounds.map(() => 0).concat(0), seconds: 0 }));
    return times;
  }

  function valuesOf({ labels, counts, seconds }: Times): MetricValueWithName<string>[] {
    let below = 0;
    const buckets = counts.map((count, index) => ({ metricName: `${name}_bucket`, labels: { ...labels, le: bounds[index] ?? '+Inf' }, value: (below += count) }));
    return [...buckets, { metricName: `${name}_sum`, labels, value: seconds }, { metricName: `${name}_count`, labels, value: below }];
  }

  const metric = {
    name, help, aggregator: 'sum',
    get: async () => ({ name, help, type: 'histogram', aggregator: 'sum', values: [...known.values()].flatMap(valuesOf) }),
    reset: () => known.clear(),
  };
  // All that a registry asks of a metric; the type wants a class of prom-client's own.
  registry.registerMetric(metric as unknown as Parameters<Registry['registerMetric']>[0]);

  return {
    observe(method, route, status, seconds) {
      const times = timesOf(method, route, status);
      let bucket = 0;
      while (bucket < bounds.length && seconds > (bounds[bucket] ?? Infinity)) bucket += 1;
      times.counts[bucket] = (times.counts[bucket] ?? 0) + 1;
      times.seconds += seconds;
    },
  };
}
