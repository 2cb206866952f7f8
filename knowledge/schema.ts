/** The YAML form of each kind of entry. What may be left out has a default, so that a skill is a few lines. */
import { z } from 'zod';
import {
  payBases,
  relationKinds,
  resourceCosts,
  resourceKinds,
  skillCategories,
  type Level,
  type PayBand,
  type ProjectBrief,
  type Resource,
  type Role,
  type SaidSkill,
  type Skill,
} from '@cairn/engine/knowledge';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens, like "machine-learning"');
const text = z.string().trim().min(1, 'must not be empty');
const list = <Item extends z.ZodType>(item: Item) => z.array(item).default([]);

const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], 'a level is 1, 2, 3 or 4');
const proficiency = z.union([z.literal(0), level], 'a proficiency is 0, 1, 2, 3 or 4');
const share = z.number().min(0).max(1);
/** A year of full-time study and some: a slip of the key is larger. */
const hours = z.number().positive().max(2000);

/** `python@2`: the skill python at level 2. */
const skillAtLevel = z.string().transform((written, context) => {
  const [, skillId, digit] = /^([a-z0-9-]+)@([1-4])$/.exec(written) ?? [];
  if (skillId === undefined) {
    context.addIssue({ code: 'custom', message: `"${written}" is not a skill at a level from 1 to 4, like "python@2"` });
    return z.NEVER;
  }
  return { id: skillId, level: Number(digit) as Level };
});

/** ISCO-08 unit group: four digits, which YAML reads as a number unless they are quoted. */
const iscoCode = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{4}$/, 'an ISCO-08 code has four digits'));

export const skillSchema = z.strictObject({
  id,
  name: text,
  category: z.enum(skillCategories),
  aliases: list(text),
  ambiguous: list(z.strictObject({ form: text, context: z.array(text).min(1) })),
  hours: z.tuple([hours, hours, hours, hours]),
  demand: share,
  tools: z.array(text).optional(),
  prerequisites: list(skillAtLevel),
  related: list(z.strictObject({ id, kind: z.enum(relationKinds), strength: share })),
  checkpoints: z.strictObject({ 1: text, 2: text, 3: text, 4: text }).partial().default({}),
}) satisfies z.ZodType<Skill>;

/** ESCO: the ISCO-08 group, then a number for each level below it. */
const escoCode = z.string().regex(/^\d{4}(\.\d+)+$/, 'an ESCO occupation has the ISCO-08 group and what follows it, like "2512.4"');

/** What a trade calls somebody at each stage. */
const seniority = z.strictObject({ entry: list(text), mid: list(text), senior: list(text), lead: list(text) });

const wholeUnits = z.int().positive();
const payBand = z.strictObject({
  source: text,
  url: z.url(),
  country: z.string().regex(/^[A-Z]{2}$/, 'a country is two letters of ISO 3166-1, like "IN"'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'a currency is three letters of ISO 4217, like "INR"'),
  year: z.int().min(2015).max(2100),
  basis: z.enum(payBases).default('earnings'),
  post: text.nullable().default(null),
  low: wholeUnits.nullable().default(null),
  median: wholeUnits.nullable().default(null),
  high: wholeUnits.nullable().default(null),
})
  .refine(({ low, median, high }) => [low, median, high].every((amount, at, all) => all.slice(0, at).every((before) => (before ?? 0) <= (amount ?? Infinity))), 'low, median and high must rise')
  .refine(({ basis, median }) => basis === 'scale' || median !== null, 'earnings have a median')
  .refine(({ basis, post, low, median, high }) => basis === 'earnings' || (post !== null && low !== null && high !== null && median === null), 'a scale has a post, low and high, and no median') satisfies z.ZodType<PayBand>;

export const roleSchema = z.strictObject({
  id,
  name: text,
  titles: list(text),
  seniority: seniority.prefault({}),
  field: text,
  summary: text,
  must: z.array(skillAtLevel).min(1),
  should: list(skillAtLevel),
  nice: list(skillAtLevel),
  moves: list(id),
  iscoCode: iscoCode.nullable().default(null),
  escoCode: escoCode.nullable().default(null),
  pay: list(payBand),
}) satisfies z.ZodType<Role>;

export const resourceSchema = z.strictObject({
  id,
  title: text,
  provider: text,
  url: z.url(),
  kind: z.enum(resourceKinds),
  cost: z.enum(resourceCosts),
  language: z.string().regex(/^[a-z]{2}$/, 'a language is two letters of ISO 639-1, like "en"').default('en'),
  hours,
  fromLevel: proficiency.default(0),
  toLevel: level,
  skills: z.array(id).min(1),
  trades: z.array(z.enum(skillCategories)).min(1).optional(),
  checked: z.boolean().default(false),
}) satisfies z.ZodType<Resource>;

export const projectSchema = z.strictObject({
  id,
  name: text,
  summary: text,
  difficulty: level,
  hours,
  skills: z.array(skillAtLevel).min(1),
  provenBy: z.array(text).min(1),
}) satisfies z.ZodType<ProjectBrief>;

/** Lower case and single spaces: these words are compared by their stems, not shown. */
const plainWords = z.string().regex(/^(?:[a-z0-9]+|#)(?: (?:[a-z0-9]+|#))*$/, 'must be lower-case words without signs, "#" for a number');

export const saidSchema = z.strictObject({
  id,
  said: z.array(z.strictObject({ do: z.array(z.string().regex(/^[a-z]+$/, 'must be one lower-case verb')).min(1), what: z.array(plainWords).min(1) })).min(1),
}) satisfies z.ZodType<SaidSkill>;
