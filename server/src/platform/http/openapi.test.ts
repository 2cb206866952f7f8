import { allEndpoints, features } from '@cairn/contracts';
import { failureTable, type FailureCode } from '@cairn/contracts/failures';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { failuresOf } from './failures-of.ts';
import { openApi } from './openapi.ts';

interface Operation {
  readonly operationId: string;
  readonly security: readonly Record<string, readonly string[]>[];
  readonly parameters: readonly { readonly $ref?: string; readonly name?: string; readonly in?: string; readonly required?: boolean; readonly schema?: object }[];
  readonly requestBody?: { readonly required: boolean; readonly content: Record<string, { readonly schema: object }> };
  readonly responses: Record<string, { readonly description: string; readonly content?: Record<string, { readonly schema?: object }> }>;
}
// As it leaves the server: what JSON drops is not there.
const document = JSON.parse(JSON.stringify(openApi({ version: '1.2.3', sessionCookie: 'session', features }))) as {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly securitySchemes: Record<string, object>; readonly schemas: Record<string, object> };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation, title: `${method.toUpperCase()} ${path}` })));

describe('the API description', () => {
  test('is valid by the published schema of OpenAPI 3.1', async () => {
    expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true });
  });
  test('is of OpenAPI 3.1 and has every endpoint once', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    const described = operations.map(({ title }) => title).toSorted();
    expect(described).toEqual(allEndpoints.map(({ method, path }) => `${method} /api/v1${path.replace(/:(\w+)/g, '{$1}')}`).toSorted());
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(allEndpoints.length);
  });
  test('has no two paths that differ in their parameters\' names only', () => {
    const shapes = Object.keys(document.paths).map((path) => path.replace(/\{\w+\}/g, '{}'));
    expect(new Set(shapes).size).toBe(shapes.length);
  });
  test('refers to nothing that is not there', () => {
    const missing: string[] = [];
    const walk = (value: unknown, root: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if (key === '$ref' && typeof inner === 'string' && at(root, inner) === undefined && at(document, inner) === undefined) missing.push(inner);
        walk(inner, root);
      }
    };
    walk(document, document);
    expect(missing).toEqual([]);
  });
  test('describes every code that any endpoint may answer, and each has a name, a title and what to do next', () => {
    const told = new Set(JSON.stringify(document.paths).match(/(?<=")[a-z-]+\.[a-z-]+(?=")/g));
    const possible = new Set(allEndpoints.flatMap(failuresOf));
    expect([...possible].filter((code) => !told.has(code))).toEqual([]);
    for (const [code, { title, next, status }] of Object.entries(failureTable)) {
      expect(code).toMatch(/^[a-z][a-z-]*\.[a-z][a-z-]*$/);
      expect([title.length > 10, next.length > 10, status >= 400]).toEqual([true, true, true]);
    }
  });
  test('has no code in the table that nothing can answer', () => {
    // Of addresses that are no endpoint, and of the command line.
    const elsewhere: FailureCode[] = ['request.not-found', 'organisation.slug-taken'];
    const possible = new Set([...allEndpoints.flatMap(failuresOf), ...elsewhere]);
    expect(Object.keys(failureTable).filter((code) => !possible.has(code as FailureCode))).toEqual([]);
  });
});

function at(root: unknown, reference: string): unknown {
  return reference.replace(/^#\/?/, '').split('/').filter((part) => part !== '').reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part.replaceAll('~1', '/').replaceAll('~0', '~')], root);
}

describe.each(operations)('$title', ({ path, method, operation }) => {
  test('names every parameter of its path, and no other', () => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(operation.parameters.filter((each) => each.in === 'path').map(({ name, required }) => [name, required])).toEqual(inPath.map((name) => [name, true]));
    const names = operation.parameters.map(({ name, in: place, $ref }) => $ref ?? `${place} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });
  test('has a body where one can be sent', () => {
    if (method === 'get') expect(operation.requestBody).toBeUndefined();
  });
  test('answers well in one way at least, and badly in every way that it may', () => {
    const statuses = Object.keys(operation.responses);
    expect(statuses.some((status) => /^2\d\d$/.test(status))).toBe(true);
    expect(statuses).toEqual(expect.arrayContaining(['400', '413', '415', '429', '500', '503']));
    for (const { description } of Object.values(operation.responses)) expect(description).not.toBe('');
  });
  test('asks for credentials that are described', () => {
    for (const scheme of operation.security.flatMap(Object.keys)) expect(document.components.securitySchemes).toHaveProperty([scheme]);
  });
  test('has shapes that are JSON Schema', () => {
    const shapes = [
      ...operation.parameters.flatMap(({ schema }) => schema ?? []),
      ...[operation.requestBody, ...Object.entries(operation.responses).filter(([status]) => Number(status) < 300).map(([, response]) => response)]
        .flatMap((part) => Object.values(part?.content ?? {})).flatMap(({ schema }) => schema ?? []),
    ];
    for (const shape of shapes) expect(() => z.fromJSONSchema(shape as Parameters<typeof z.fromJSONSchema>[0])).not.toThrow();
  });
});
