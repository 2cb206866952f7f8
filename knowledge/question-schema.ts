/** The YAML form of a question: `knowledge/questions/<skill>.yaml` is a list of them. The skill is the name of the file. */
import type { Question } from '@cairn/engine/learning';
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens');
const text = z.string().trim().min(1, 'must not be empty').max(1200);
const sentence = text.min(12, 'must be a sentence');
const codeText = z.string().min(1).max(2000).transform((written) => written.replace(/\n+$/, ''));

const base = {
  id,
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], 'a level is 1, 2, 3 or 4'),
  ask: sentence,
  code: z.strictObject({ language: id, text: codeText }).nullable().default(null),
  explanation: text.min(40, 'an explanation says why, in a sentence or more'),
  hints: z.tuple([sentence, sentence, sentence], 'three hints, from a nudge to nearly the answer'),
  source: text,
};

const option = z.strictObject({ text, right: z.boolean().default(false), misconception: sentence.nullable().default(null) });
const options = z.array(option).min(3).max(6);
/** YAML reads 10 and true as a number and a truth value; as answers they are texts. */
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const mistakes = z.array(z.strictObject({ answer: scalar.pipe(codeText), misconception: sentence })).min(1);

export const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('single'), options }),
  z.strictObject({ ...base, kind: z.literal('multiple'), options }),
  z.strictObject({ ...base, kind: z.literal('order'), items: z.array(text).min(3).max(7), misconception: sentence }),
  z.strictObject({ ...base, kind: z.literal('output'), code: z.strictObject({ language: id, text: codeText }), output: scalar.pipe(codeText), mistakes }),
  z.strictObject({ ...base, kind: z.literal('blank'), accepted: z.array(scalar.pipe(z.string().min(1).max(200))).min(1), mistakes }),
  z.strictObject({
    ...base, kind: z.literal('text'),
    rubric: z.array(z.strictObject({ point: sentence, phrases: z.array(text).min(2), weight: z.number().positive().default(1) })).min(2).max(6),
    modelAnswer: text.min(40), weakAnswer: text.min(15), misconception: sentence,
  }),
]) satisfies z.ZodType<Omit<Question, 'skillId'>>;

export const lessonHeadSchema = z.strictObject({
  title: text.max(80),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  minutes: z.int().min(3).max(30),
  checks: z.array(id).min(2),
  sources: z.array(text).min(1),
});
