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
  explanation: text.min(40, 'an explanation says why, in a sentence or more'),
  hints: z.tuple([sentence, sentence, sentence], 'three hints, from a nudge to nearly the answer'),
  source: text,
};

const option = z.strictObject({ text, right: z.boolean().default(false), misconception: sentence.nullable().default(null) });
const options = z.array(option).min(3).max(6);
/** YAML reads 10 and true as a number and a truth value; as answers they are texts. */
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const mistakes = z.array(z.strictObject({ answer: scalar.pipe(codeText), misconception: sentence })).min(1);

const code = z.strictObject({ language: id, text: codeText });
const maybeCode = code.nullable().default(null);

function questionForm<Base extends z.ZodRawShape>(common: Base) {
  return z.discriminatedUnion('kind', [
    z.strictObject({ ...common, code: maybeCode, kind: z.literal('single'), options }),
    z.strictObject({ ...common, code: maybeCode, kind: z.literal('multiple'), options }),
    z.strictObject({ ...common, code: maybeCode, kind: z.literal('order'), items: z.array(text).min(3).max(7), misconception: sentence }),
    z.strictObject({ ...common, kind: z.literal('output'), code, output: scalar.pipe(codeText), mistakes }),
    z.strictObject({ ...common, code: maybeCode, kind: z.literal('blank'), accepted: z.array(scalar.pipe(z.string().min(1).max(200))).min(1), mistakes }),
    z.strictObject({
      ...common, code: maybeCode, kind: z.literal('text'),
      rubric: z.array(z.strictObject({ point: sentence, phrases: z.array(text).min(2), weight: z.number().positive().default(1) })).min(2).max(6),
      modelAnswer: text.min(40), weakAnswer: text.min(15), misconception: sentence,
    }),
  ]);
}

export const questionSchema = questionForm(base) satisfies z.ZodType<Omit<Question, 'skillId'>>;

/** An organisation's question in the same form: it may say its skill in the entry, and need not explain itself. */
export const ownQuestionSchema = questionForm({
  ...base, id: id.nullable().default(null), skill: text.nullable().default(null), ask: text,
  explanation: text.nullable().default(null), hints: z.array(text).max(3).default([]), source: text.nullable().default(null),
});

export const lessonHeadSchema = z.strictObject({
  title: text.max(80),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  minutes: z.int().min(3).max(30),
  checks: z.array(id).min(2),
  sources: z.array(text).min(1),
});
