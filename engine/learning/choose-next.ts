/** Which question comes next: a mix of what is due, weak and new, as hard as the person is good. */
import type { Level } from '../knowledge/types.ts';
import type { Reason } from '../reasons/reason.ts';
import { abilityFrom, chanceOfRight, mostInformative, type Ability, type ItemParameters, type Response } from './item-response.ts';
import { retrievability, type Memory } from './memory.ts';

export type Share = 'due' | 'weak' | 'new';

export interface BankItem {
  readonly questionId: string;
  readonly skillId: string;
  readonly level: Level;
  readonly parameters: ItemParameters;
}

export interface ItemMemory extends Memory {
  readonly questionId: string;
  /** 'YYYY-MM-DD' of the person's calendar. */
  readonly dueOn: string;
  /** Days since the last answer. */
  readonly elapsedDays: number;
}

/** The person's answers to one skill. */
export interface SkillHistory {
  readonly skillId: string;
  readonly responses: readonly Response[];
  /** Mastery, 0 to 1, of the levels that were asked. */
  readonly mastery: readonly { readonly level: Level; readonly probability: number }[];
}

export interface ChoiceRequest {
  /** Of the session's skills. */
  readonly bank: readonly BankItem[];
  readonly histories: readonly SkillHistory[];
  readonly memories: readonly ItemMemory[];
  /** What this session has asked already, in its order. */
  readonly asked: readonly { readonly questionId: string; readonly skillId: string; readonly share: Share }[];
  /** 'YYYY-MM-DD' of the person's calendar. */
  readonly today: string;
  /** How much longer the person remembers than most. */
  readonly memoryFactor: number;
  /** 0 to below 1. */
  readonly chance: number;
}

export interface Choice {
  readonly questionId: string;
  readonly share: Share;
  readonly reasons: readonly Reason[];
}

/** What a session is mixed of. What one share has too little of, the others have more of. */
export const mix: Readonly<Record<Share, number>> = { due: 0.4, weak: 0.3, new: 0.3 };
const shares: readonly Share[] = ['due', 'weak', 'new'];

/** A level that was asked and is mastered less likely than this is weak. */
export const weakBelow = 0.6;
/** People learn fastest, and give up least, where they are right about so often (R. C. Wilson et al., "The eighty five percent rule for optimal learning", Nature Communications 10, 2019; a little lower here, since hints help). */
export const wantedChanceOfRight = 0.8;
/** So many of the nearest share the turns, or everybody would get the same ones. */
const nearestToChooseFrom = 4;

const evidence = [{ source: 'formula', id: 'session-mix' }] as const;

/** The next question of a practice, or null when there is nothing that is worth asking today. Never one that the session has asked. */
export function chooseNext(request: ChoiceRequest): Choice | null {
  const sorted = sortBank(request);
  const counts = countsOf(request.asked, ({ share }) => share);
  const open = shares.filter((share) => sorted[share].length > 0);
  const missing = (share: Share): number => mix[share] * (request.asked.length + 1) - (counts.get(share) ?? 0);
  const share = open.toSorted((one, other) => missing(other) - missing(one) || shares.indexOf(one) - shares.indexOf(other))[0];
  if (share === undefined) return null;
  return share === 'due' ? chooseDue(sorted.due, request) : chooseByChance(share, sorted[share], request);
}

function sortBank({ bank, memories, histories, asked, today }: ChoiceRequest): Record<Share, BankItem[]> {
  const remembered = new Map(memories.map((memory) => [memory.questionId, memory]));
  const weakLevels = new Set(histories.flatMap(({ skillId, mastery }) => mastery.filter(({ probability }) => probability < weakBelow).map(({ level }) => `${skillId} ${String(level)}`)));
  const gone = new Set(asked.map(({ questionId }) => questionId));
  const sorted: Record<Share, BankItem[]> = { due: [], weak: [], new: [] };
  for (const item of bank) {
    if (gone.has(item.questionId)) continue;
    const memory = remembered.get(item.questionId);
    if (memory !== undefined) {
      if (memory.dueOn <= today) sorted.due.push(item);
    } else sorted[weakLevels.has(`${item.skillId} ${String(item.level)}`) ? 'weak' : 'new'].push(item);
  }
  return sorted;
}

/** What is most likely forgotten comes first. */
function chooseDue(items: readonly BankItem[], { memories, memoryFactor }: ChoiceRequest): Choice | null {
  const remembered = new Map(memories.map((memory) => [memory.questionId, memory]));
  const known = items.flatMap(({ questionId }) => {
    const memory = remembered.get(questionId);
    return memory === undefined ? [] : [{ questionId, memory, left: retrievability(memory, memory.elapsedDays, memoryFactor) }];
  });
  const first = known.toSorted((one, other) => one.left - other.left || (one.questionId < other.questionId ? -1 : 1))[0];
  if (first === undefined) return null;
  const params = { days: Math.round(first.memory.elapsedDays), percent: Math.round(100 * first.left) };
  return { questionId: first.questionId, share: 'due', reasons: [{ what: { code: 'learning.choice.due', params }, effect: 0, evidence }] };
}

/** Of the skill that the session has asked least: one of the four whose chance of a right answer is nearest to the wanted one. */
function chooseByChance(share: 'weak' | 'new', items: readonly BankItem[], { histories, asked, chance }: ChoiceRequest): Choice | null {
  const turns = countsOf(asked, ({ skillId }) => skillId);
  const fewest = Math.min(...items.map(({ skillId }) => turns.get(skillId) ?? 0));
  const skillId = items.find((item) => (turns.get(item.skillId) ?? 0) === fewest)?.skillId;
  const ability = abilityFrom(histories.find((history) => history.skillId === skillId)?.responses ?? []);
  const near = items.filter((item) => item.skillId === skillId)
    .map((item) => ({ ...item, right: chanceOfRight(ability.mean, item.parameters) }))
    .toSorted((one, other) => Math.abs(one.right - wantedChanceOfRight) - Math.abs(other.right - wantedChanceOfRight) || (one.questionId < other.questionId ? -1 : 1))
    .slice(0, nearestToChooseFrom);
  const chosen = near[Math.floor(chance * near.length)];
  if (chosen === undefined) return null;
  return { questionId: chosen.questionId, share, reasons: [{ what: { code: `learning.choice.${share}`, params: { level: chosen.level, percent: Math.round(100 * chosen.right) } }, effect: 0, evidence }] };
}

/** The next question of a placement: the one that says most about the ability. Null when every question was asked. */
export function choosePlacement(bank: readonly BankItem[], responses: readonly Response[], asked: ReadonlySet<string>, chance: number, prior?: Ability): Choice | null {
  const left = bank.filter(({ questionId }) => !asked.has(questionId));
  const chosen = left[mostInformative(left.map(({ parameters }) => parameters), responses, chance, prior)];
  if (chosen === undefined) return null;
  return { questionId: chosen.questionId, share: 'new', reasons: [{ what: { code: 'learning.choice.placement', params: { level: chosen.level } }, effect: 0, evidence: [{ source: 'formula', id: 'placement' }] }] };
}

function countsOf<T, Key>(things: readonly T[], keyOf: (thing: T) => Key): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const thing of things) counts.set(keyOf(thing), (counts.get(keyOf(thing)) ?? 0) + 1);
  return counts;
}
