/** What Prometheus reads at /metrics. Labels are routes and names of ours, never ids, so their number stays small. */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { createRequestTimes } from './request-times.ts';

export interface Metrics {
  readonly registry: Registry;
  request(method: string, route: string, status: number, seconds: number): void;
  job(name: string, outcome: 'completed' | 'failed', seconds: number): void;
  /** The gauge takes `read()` each time Prometheus asks. */
  gauge(name: string, help: string, read: () => number): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = createRequestTimes(registry);
  const jobs = new Histogram({ name: 'job_duration_seconds', help: 'Time one attempt at a job took', labelNames: ['name', 'outcome'], buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300], registers: [registry] });
  const failures = new Counter({ name: 'job_failures_total', help: 'Attempts at jobs that failed', labelNames: ['name'], registers: [registry] });
  return {
    registry,
    request: requests.observe,
    job(name, outcome, seconds) {
      jobs.labels(name, outcome).observe(seconds);
      if (outcome === 'failed') failures.labels(name).inc();
    },
    gauge(name, help, read) {
      new Gauge({ name, help, registers: [registry], collect() { this.set(read()); } });
    },
  };
}
