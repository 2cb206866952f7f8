import type { PhraseModel } from '../phrases/model.ts';
import type { Message } from '../reasons/reason.ts';
import { findSaid } from '../skills/find-said.ts';
import { findSkills } from '../skills/find-skills.ts';
import { outsideName } from '../skills/names-of-firms.ts';
import type { Taxonomy } from '../skills/taxonomy.ts';
import { splitTitle } from '../titles/split-title.ts';
import { detectLanguage } from '../text/language.ts';
import { countWords } from '../text/tokens.ts';
import { readAdFacts, readMinimumYears, type AdFacts } from './ad-facts.ts';
import { askingSentences, neverAskingParts, readDemands } from './demands.ts';
import { readOtherPhrases } from './other-phrases.ts';
import { requirementsFromDemands, type Seniority } from './requirements.ts';
import type { JobAd } from './types.ts';

/** What is already known about the ad, say from its page's JobPosting; it wins over what is read. */
export interface KnownAdFacts {
  readonly title?: string;
  readonly organisation?: string;
  readonly place?: string;
}

/** `failure.code` is one of gap.text-too-short, gap.wrong-language, gap.no-skill-found. */
export type JobAdReading = { readonly ok: true; readonly jobAd: JobAd } | { readonly ok: false; readonly failure: Message };

/** Fewer words than this name a job, they do not describe one. */
export const shortestAdWords = 8;
/** Languages whose wording of strength and level is understood. ISO 639-1. */
export const readableLanguages = ['en', 'hi'] as const;
/** The language whose phrases the model has learned. */
const phraseLanguage = 'en';
/** An ad whose requirements are so few was probably not read whole. */
const fewRequirements = 3;
/** From these years on a job is a senior one, whatever its title. */
const seniorYears = 6;

const failed = (code: string, params: Message['params'] = {}): JobAdReading => ({ ok: false, failure: { code, params } });

function seniorityOf(title: string | null, minimumYears: number | null): Seniority {
  const said = title === null ? 'mid' : splitTitle(title).seniority;
  if (said !== 'mid') return ['intern', 'trainee', 'junior'].includes(said) ? 'junior' : 'senior';
  if (minimumYears !== null && minimumYears >= seniorYears) return 'senior';
  return minimumYears === 0 ? 'junior' : 'ordinary';
}

/**
 * Reads a job ad: what it asks for, how strongly (must, should, nice) and at which level, each with its sentence; and its
 * title, organisation, place and years where they are evident. A skill that it names nowhere and describes ("give medication to
 * patients") is asked for as a should at most. Skills named only about the company, its benefits, the way
 * to apply or the law are not asked for. Refuses a text of fewer than `shortestAdWords` words, one in a language that is
 * not read, and one that asks for no skill Cairn knows. With a phrase model, an English ad also says what it asks for in
 * other words. Linear in the text.
 */
export function readJobAd(text: string, taxonomy: Taxonomy, known: KnownAdFacts = {}, phraseModel: PhraseModel | null = null): JobAdReading {
  const words = countWords(text);
  if (words < shortestAdWords) return failed('gap.text-too-short', { words, minimum: shortestAdWords });
  const { language } = detectLanguage(text);
  if (language !== null && !readableLanguages.some((readable) => readable === language)) return failed('gap.wrong-language', { language });
  const facts: AdFacts = { ...readAdFacts(text), ...known };
  const mentions = outsideName(text, findSkills(taxonomy, text), facts.organisation);
  let asking = askingSentences(text, facts.title, mentions);
  let demands = readDemands(text, asking, mentions, taxonomy);
  if (demands.length === 0) {
    asking = askingSentences(text, facts.title, mentions, neverAskingParts);
    demands = readDemands(text, asking, mentions, taxonomy);
  }
  const isNamed = new Set(demands.map(({ skillId }) => skillId));
  const described = outsideName(text, findSaid(taxonomy, text, 'asked').filter(({ skillId }) => !isNamed.has(skillId)), facts.organisation);
  demands = [...demands, ...readDemands(text, asking, described, taxonomy)];
  if (demands.length === 0) return failed('gap.no-skill-found');
  // What would only be nice to have asks for no years of everybody.
  const minimumYears = readMinimumYears(asking.filter(({ part }) => part !== 'preferred' && part !== 'nice').map(({ start, end }) => text.slice(start, end)));
  const requirements = requirementsFromDemands(demands, seniorityOf(facts.title, minimumYears), taxonomy);
  const warnings: Message[] = requirements.length < fewRequirements ? [{ code: 'gap.few-requirements', params: { count: requirements.length } }] : [];
  const otherPhrases = phraseModel === null || (language ?? phraseLanguage) !== phraseLanguage ? [] : readOtherPhrases(text, facts, asking, [...mentions, ...described].toSorted((a, b) => a.start - b.start), phraseModel);
  return { ok: true, jobAd: { ...facts, minimumYears, language: language ?? 'en', requirements, otherPhrases, warnings } };
}
