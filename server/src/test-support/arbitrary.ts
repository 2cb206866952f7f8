/** Random requests from contracts: such as fit, such as nearly fit, and such as nobody should send. */
import fc, { type Arbitrary } from 'fast-check';
import { z } from 'zod';

interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly additionalProperties?: Shape | boolean;
}

const byFormat: Readonly<Record<string, () => Arbitrary<unknown>>> = {
  uuid: () => fc.uuid({ version: 7 }),
  email: () => fc.stringMatching(/^[a-z]{1,12}$/).map((name) => `${name}@college.example`),
  date: () => fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  'date-time': () => fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }).map((date) => date.toISOString()),
  uri: () => fc.webUrl(),
};

/** Values that stand for something real, by the name of their field. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

/** Values that the schema takes. */
export function fitting(schema: z.ZodType, known: KnownValues = {}): Arbitrary<unknown> {
  return ofShape(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape, known);
}

function ofShape(shape: Shape, known: KnownValues): Arbitrary<unknown> {
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  const branches = shape.anyOf ?? shape.oneOf;
  if (branches !== undefined) return fc.oneof(...branches.map((branch) => ofShape(branch, known)));
  if (shape.format !== undefined && byFormat[shape.format] !== undefined) return byFormat[shape.format]?.() ?? fc.anything();
  if (shape.pattern !== undefined) return fc.stringMatching(new RegExp(shape.pattern));
  switch (shape.type) {
    case 'string': return fc.string({ unit: 'grapheme', minLength: shape.minLength ?? 0, maxLength: Math.min(shape.maxLength ?? 100, 300) }).filter((text) => text.length <= (shape.maxLength ?? 300));
    case 'integer': return fc.integer({ min: Math.max(shape.minimum ?? -1000, -1_000_000), max: Math.min(shape.maximum ?? 1000, 1_000_000) });
    case 'number': return fc.double({ min: shape.minimum ?? -1000, max: shape.maximum ?? 1000, noNaN: true });
    case 'boolean': return fc.boolean();
    case 'null': return fc.constant(null);
    case 'array': return fc.array(ofShape(shape.items ?? {}, known), { minLength: shape.minItems ?? 0, maxLength: Math.max(shape.minItems ?? 0, Math.min(shape.maxItems ?? 5, 5)) });
    case 'object': return ofObject(shape, known);
    default: return fc.jsonValue();
  }
}

function ofObject({ properties = {}, required = [] }: Shape, known: KnownValues): Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, property]) => {
    const values = known[name];
    return [name, values === undefined ? ofShape(property, known) : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: ofShape(property, known) })];
  }));
  return fc.record(fields, { requiredKeys: [...required], noNullPrototype: true });
}

/** Text that breaks what was not thought through. */
export const hostileText: Arbitrary<string> = fc.oneof(
  fc.constantFrom('', ' ', '\0', 'a\0b', '\ud800', 'a\udfff', '\uffff', '\u202e', '\r\n\r\n', '__proto__', 'constructor', 'toString', '../../etc/passwd', "'; drop table member; --", '%00', '${7*7}', '{{7*7}}', '<script>alert(1)</script>', 'NaN', '-1', '1e309', '0x10', '9'.repeat(400), '\u0001\u0008\u001b[31m', '٣', '𒐫'.repeat(50), 'नमस्ते'),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.nat(3).map((power) => 'x'.repeat(10 ** (power + 2))),
);

const hostileValue: Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(null, true, 0, -0, -1, 0.1, 1e308, -1e308, 2 ** 53, Number.MIN_VALUE, [], {}, [[]], [null], { length: 1 }, { toString: 1 }),
  fc.jsonValue(),
  fc.nat(4).map((power) => nested(10 ** power)),
  fc.nat(4).map((power) => Array.from({ length: 10 ** power }, () => 0)),
);

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < Math.min(depth, 3000); level++) value = [value];
  return value;
}

/** One place of a fitting value holds something else, or has another field beside it. */
export function nearlyFitting(schema: z.ZodType, known: KnownValues): Arbitrary<unknown> {
  return fc.tuple(fitting(schema, known), hostileValue, fc.nat(), hostileText).map(([value, hostile, where, name]) => {
    const places = placesOf(value);
    const place = places[where % places.length];
    if (place === undefined) return hostile;
    place.holder[where % 5 === 0 ? name : place.key] = hostile;
    return value;
  });
}

function placesOf(value: unknown): { holder: Record<string, unknown>; key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesOf(holder[key])]);
}

/** The text of a JSON body: mostly JSON. */
export function bodyText(schema: z.ZodType | undefined, known: KnownValues): Arbitrary<string> {
  const values = schema === undefined ? fc.jsonValue() : fc.oneof({ weight: 4, arbitrary: fitting(schema, known) }, { weight: 5, arbitrary: nearlyFitting(schema, known) }, { weight: 1, arbitrary: hostileValue });
  const json = values.map((value) => JSON.stringify(value) ?? '');
  return fc.oneof(
    { weight: 8, arbitrary: json },
    { weight: 1, arbitrary: fc.tuple(json, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1))) },
    { weight: 1, arbitrary: fc.constantFrom('', '{', 'null', '{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}', '{"a":1,"a":2}', '[]'.repeat(50), '\ufeff{}', '{"name":"\\ud800"}', '{"name":"\\u0000"}', `${'['.repeat(100_000)}`) },
  );
}

/** A segment of an address, encoded as a client might. */
const anySegment: Arbitrary<string> = fc.oneof(
  fc.uuid({ version: 7 }),
  hostileText.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 3000)).filter((segment) => segment !== '' && segment !== '.' && segment !== '..'),
  fc.constantFrom('%00', '%ED%A0%80', '%E0%A4%A', '%', '..%2f..%2f', '%2e%2e', '0', '-1', 'null', 'undefined', '[object%20Object]', 'x'.repeat(5000)),
);

export function pathSegment(known: string | undefined): Arbitrary<string> {
  return known === undefined ? anySegment : fc.oneof(fc.constant(encodeURIComponent(known)), anySegment);
}

export function queryText(schema: z.ZodObject | undefined): Arbitrary<string> {
  const names = [...Object.keys(schema?.shape ?? {}), 'cursor', 'limit', '__proto__', 'x'];
  const pair = fc.tuple(fc.constantFrom(...names), fc.oneof(anySegment, fc.integer().map(String), fc.constantFrom('', '1', '20', '1e9', '0x1', '20.5', ' 5'))).map(([name, value]) => `${name}=${value}`);
  return fc.array(pair, { maxLength: 4 }).map((pairs) => (pairs.length === 0 ? '' : `?${pairs.join('&')}`));
}
