/** OpenAPI 3.1, made from the contracts. */
import type { Endpoint } from '@cairn/contracts';
import { problem } from '@cairn/contracts';
import { failureTable, type FailureCode } from '@cairn/contracts/failures';
import { z } from 'zod';
import { failuresOf } from './failures-of.ts';
import { apiPrefix } from './implement.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject { readonly [key: string]: null | boolean | number | string | readonly Json[] | JsonObject }

export interface OpenApiParts {
  readonly version: string;
  readonly sessionCookie: string;
  readonly features: Readonly<Record<string, Readonly<Record<string, Endpoint>>>>;
}

const reasonByStatus: Readonly<Record<number, string>> = { 200: 'Done', 201: 'Made', 202: 'Accepted; it goes on in the background', 204: 'Done; there is nothing to say', 503: 'Not available' };

export function openApi({ version, sessionCookie, features }: OpenApiParts): JsonObject {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [feature, endpoints] of Object.entries(features)) {
    for (const [name, endpoint] of Object.entries(endpoints)) {
      const path = `${apiPrefix}${endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
      (paths[path] ??= {})[endpoint.method.toLowerCase()] = operation(feature, name, endpoint);
    }
  }
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { title: 'Cairn', version, description: 'Every refusal is a problem document (RFC 9457) with a stable `code`; all of them are listed at /api/docs/problems. Lists are `{ items, total, nextCursor }`. Times are ISO 8601 in UTC. Writes accept an `Idempotency-Key` for a day. What changes is told on the WebSocket /api/v1/live.', license: { name: 'MIT', identifier: 'MIT' } },
    // Of whatever address it was read from: an installation has several names.
    servers: [{ url: '/' }],
    tags: Object.keys(features).map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'The accessToken of POST /auth/login.' },
        cookie: { type: 'apiKey', in: 'cookie', name: sessionCookie, description: 'Set by POST /auth/login with `client: "web"`.' },
      },
      schemas: { Problem: { ...shapeOf(problem, 'output'), additionalProperties: true } },
      headers: {
        RequestId: { description: 'Name it when you report a fault.', schema: { type: 'string' } },
        RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } },
      },
      parameters: {
        IdempotencyKey: { name: 'Idempotency-Key', in: 'header', description: 'The same key with the same request gets the first answer again, for 24 hours.', schema: { type: 'string', minLength: 1, maxLength: 200 } },
      },
    },
  };
}

function operation(feature: string, name: string, endpoint: Endpoint): JsonObject {
  const parameters: Json[] = [...parametersOf(endpoint.params, 'path'), ...parametersOf(endpoint.query, 'query')];
  if (endpoint.method !== 'GET' && endpoint.access !== 'anonymous') parameters.push({ $ref: '#/components/parameters/IdempotencyKey' });
  return {
    operationId: `${feature}.${name}`,
    tags: [feature],
    summary: endpoint.summary,
    ...(endpoint.access === 'anonymous' ? { security: [] } : { security: [{ bearer: [] }, { cookie: [] }] }),
    ...(endpoint.access === 'anonymous' || endpoint.access === 'signed-in' ? {} : { 'x-permission': endpoint.access }),
    parameters,
    ...requestBody(endpoint),
    responses: { ...successes(endpoint), ...problems(endpoint) },
  };
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = shapeOf(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, shape]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: shape }));
}

function requestBody(endpoint: Endpoint): JsonObject {
  const { body, files } = endpoint;
  if (files !== undefined) {
    const fields = body === undefined ? { type: 'object' } : shapeOf(body, 'input');
    const properties = { ...(fields.properties as JsonObject | undefined), ...Object.fromEntries(files.map((file) => [file, { type: 'string', contentMediaType: 'application/octet-stream', description: 'A file' }])) };
    const required = [...((fields.required as string[] | undefined) ?? []), ...files];
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: { ...fields, properties, required } } } } };
  }
  if (body === undefined) return {};
  return { requestBody: { required: !body.safeParse({}).success, content: { 'application/json': { schema: shapeOf(body, 'input') } } } };
}

function successes(endpoint: Endpoint): JsonObject {
  return Object.fromEntries(Object.entries(endpoint.answers).map(([status, answer]) => {
    const response = { description: reasonByStatus[Number(status)] ?? 'Done', headers: { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } } };
    if (answer === null) return [status, response];
    if (typeof answer === 'string') return [status, { ...response, content: { [answer]: {} } }];
    const events = endpoint.progress === undefined ? {} : { 'text/event-stream': { schema: { type: 'string', description: `Events: \`progress\` with the data ${JSON.stringify(shapeOf(endpoint.progress, 'output'))}, then \`answer\` with the JSON body, or \`failure\` with the problem document` } } };
    return [status, { ...response, content: { 'application/json': { schema: shapeOf(answer, 'output') }, ...events } }];
  }));
}

/** By status, with the codes it may carry. */
function problems(endpoint: Endpoint): JsonObject {
  const byStatus = new Map<number, FailureCode[]>();
  for (const code of failuresOf(endpoint)) {
    const { status } = failureTable[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries([...byStatus].filter(([status]) => endpoint.answers[status] === undefined).map(([status, codes]): [string, JsonObject] => [String(status), {
    description: codes.map((code) => `\`${code}\`: ${failureTable[code].title}`).join('\n\n'),
    headers: { 'X-Request-Id': { $ref: '#/components/headers/RequestId' }, ...retryAfter(status) },
    content: { 'application/problem+json': { schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { code: { enum: codes } } } as JsonObject] } } },
  }]));
}

function retryAfter(status: number): JsonObject {
  return status === 429 || status === 503 ? { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } : {};
}

function shapeOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, Json> {
  const { $schema: _dialect, ...shape } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' });
  return shape as Record<string, Json>;
}
