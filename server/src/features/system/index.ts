import type { Http } from '../../platform/http/http.ts';
import type { Metrics } from '../../platform/metrics/metrics.ts';
import { metricsRoute, systemRoutes } from './system.routes.ts';
import { createSystemService, type SystemParts } from './system.service.ts';

export function registerSystem(http: Http, parts: SystemParts & { readonly metrics: Metrics; readonly metricsToken: string | undefined }): void {
  systemRoutes(http, createSystemService(parts));
  metricsRoute(http, parts.metrics, parts.metricsToken);
}
