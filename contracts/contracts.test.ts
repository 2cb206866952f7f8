import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { allEndpoints, commonFailures, failureTable, mayRole, permissionTable, roles, type Permission } from './index.ts';

const named = allEndpoints.map((endpoint) => ({ ...endpoint, title: `${endpoint.method} ${endpoint.path}` }));

test('no two endpoints have the same address', () => {
  const addresses = named.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`);
  expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
});

describe.each(named)('$title', ({ method, path, params, body, files, answers, failures, access, query }) => {
  test('describes each parameter of its path, and no other', () => {
    const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    expect(Object.keys(params?.shape ?? {}).toSorted()).toEqual(inPath.toSorted());
  });
  test('names failures that the table has, each once and none that every endpoint has', () => {
    for (const code of failures) expect(failureTable).toHaveProperty([code]);
    expect(new Set(failures).size).toBe(failures.length);
    expect(failures.filter((code) => (commonFailures as readonly string[]).includes(code))).toEqual([]);
  });
  test('names a failure for somebody who is not signed in where a session is needed', () => {
    if (access !== 'anonymous') expect(failures).toContain('auth.signed-out');
  });
  test('has a word for a row that is not there where its address names one', () => {
    const namesRow = Object.values((params === undefined ? {} : (z.toJSONSchema(params, { io: 'input' }) as Shape).properties) ?? {}).some(({ format }) => format === 'uuid');
    if (namesRow) expect(failures.map((code) => failureTable[code].status)).toContain(404);
  });
  test('takes a body only where a method has one', () => {
    if (method === 'GET') expect([body, files]).toEqual([undefined, undefined]);
  });
  test('can be described as JSON Schema', () => {
    const answered = Object.values(answers).filter((answer) => answer instanceof z.ZodType);
    for (const shape of answered) z.toJSONSchema(shape, { io: 'output' });
    for (const shape of [params, query, body]) if (shape !== undefined) z.toJSONSchema(shape, { io: 'input' });
  });
  test('bounds every text that it takes', () => {
    const unbounded = [params, query, body].flatMap((shape) => (shape === undefined ? [] : unboundedTexts(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Shape, '')));
    expect(unbounded).toEqual([]);
  });
});

interface Shape {
  readonly type?: string;
  readonly format?: string;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly maxItems?: number;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
}

function unboundedTexts(shape: Shape, path: string): string[] {
  const inner = [
    ...Object.entries(shape.properties ?? {}).flatMap(([name, property]) => unboundedTexts(property, `${path}.${name}`)),
    ...(shape.items === undefined ? [] : unboundedTexts(shape.items, `${path}[]`)),
    ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].flatMap((branch) => unboundedTexts(branch, path)),
  ];
  const isOpenText = shape.type === 'string' && shape.enum === undefined && shape.const === undefined && shape.maxLength === undefined && shape.format === undefined && shape.pattern === undefined;
  const isOpenList = shape.type === 'array' && shape.maxItems === undefined;
  return isOpenText || isOpenList ? [path, ...inner] : inner;
}

describe('permissions', () => {
  test.each([
    ['student', ['profile.own', 'resume.own', 'skills.own', 'gap.own', 'roadmap.own', 'progress.own', 'daily-plan.own', 'learning.own', 'ai.use', 'advisor.own', 'tutor.own', 'notes.own', 'study.own']],
    ['alumni', ['profile.own', 'resume.own', 'skills.own', 'gap.own', 'roadmap.own', 'progress.own', 'daily-plan.own', 'learning.own', 'ai.use', 'advisor.own', 'tutor.own', 'notes.own', 'study.own']],
    ['recruiter', ['profile.own', 'notes.own']],
    ['staff', ['profile.own', 'resume.own', 'skills.own', 'gap.own', 'roadmap.own', 'progress.own', 'daily-plan.own', 'learning.own', 'ai.use', 'advisor.own', 'tutor.own', 'notes.own', 'study.own', 'people.read', 'people.invite', 'jobs.manage', 'knowledge.manage', 'questions.manage', 'models.read']],
    ['admin', ['profile.own', 'resume.own', 'skills.own', 'gap.own', 'roadmap.own', 'progress.own', 'daily-plan.own', 'learning.own', 'ai.use', 'advisor.own', 'tutor.own', 'notes.own', 'study.own', 'organisation.manage', 'people.read', 'people.manage', 'people.invite', 'jobs.manage', 'knowledge.manage', 'questions.manage', 'models.read', 'models.manage']],
  ] as const)('%s may %j and nothing else', (role, expected) => {
    expect((Object.keys(permissionTable) as Permission[]).filter((permission) => mayRole(role, permission))).toEqual(expected);
  });
  test('are given to somebody each', () => {
    for (const permission of Object.keys(permissionTable) as Permission[]) expect(roles.some((role) => mayRole(role, permission))).toBe(true);
  });
});
