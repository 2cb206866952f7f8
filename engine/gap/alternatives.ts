/** "React, Vue or Angular": skills of which an ad wants any one. */
import { isListGap } from '../skills/lists.ts';
import type { Taxonomy } from '../skills/taxonomy.ts';
import type { SkillMention } from '../skills/types.ts';

/** What announces examples, or a choice, in front of a list. */
const choiceInFront = /(?:such as|(?<![\p{L}])like|e\.?\s?g\.?|for example|for instance|either|any (?:one )?of|one (?:or more )?of|at least one(?: of)?|(?:one|any) (?:or more )?of the following[^:.;\n]{0,40})\s*[,:(]*\s*$/iu;
/** What opens a list to others: "or similar". */
const choiceBehind = /^\s*,?\s*(?:or|and\/or)\s+(?:any\s+)?(?:an?\s+)?(?:similar|equivalent|other|another|comparable|related|the like)/i;
/** Examples in brackets: "frameworks (Keras, PyTorch etc.)". */
const openBracket = /\(\s*$/;
const andSoOn = /^\s*,?\s*(?:etc\b|…|\.\.\.)/i;
const or = /(?<![\p{L}\p{M}])(?:or|and\/or|या|अथवा)(?![\p{L}\p{M}])/iu;
const and = /(?<![\p{L}\p{M}])(?:and|as well as|और|एवं|तथा)(?![\p{L}\p{M}])(?!\/or)|&/iu;

const reachInFront = 60;

function isAlternative(taxonomy: Taxonomy, a: string, b: string): boolean {
  const relates = (from: string, to: string): boolean =>
    taxonomy.skills.get(from)?.related.some(({ id, kind }) => id === to && (kind === 'alternative' || kind === 'similar')) ?? false;
  return relates(a, b) || relates(b, a);
}

/** Splits one list where " and " joins what "or" has not: "Python or Java and SQL" is a choice, and SQL. */
function splitAtAnd(text: string, list: readonly SkillMention[]): SkillMention[][] {
  const parts: SkillMention[][] = [];
  list.forEach((mention, index) => {
    const previous = list[index - 1];
    if (previous === undefined || and.test(text.slice(previous.end, mention.start).replace(/and\/or/gi, 'or'))) parts.push([mention]);
    else (parts.at(-1) as SkillMention[]).push(mention);
  });
  return parts;
}

/**
 * The choices among the mentions of one sentence, each with at least two different skills. A choice is a list joined by
 * "or"; a list announced by "such as" or "one of", or left open by "or similar" or by "etc." in brackets, even when joined
 * by "and"; or names joined by slashes that the taxonomy calls alternatives ("AWS/Azure", not "HTML/CSS").
 */
export function findChoices(text: string, mentions: readonly SkillMention[], taxonomy: Taxonomy): SkillMention[][] {
  const lists: SkillMention[][] = [];
  for (const mention of mentions) {
    const list = lists.at(-1);
    const last = list?.at(-1);
    if (list !== undefined && last !== undefined && !/\n/.test(text.slice(last.end, mention.start)) && isListGap(text.slice(last.end, mention.start))) list.push(mention);
    else lists.push([mention]);
  }
  const choices = lists.flatMap((list): SkillMention[][] => {
    const first = list[0] as SkillMention;
    const last = list.at(-1) as SkillMention;
    const gaps = list.slice(1).map((mention, index) => text.slice((list[index] as SkillMention).end, mention.start));
    if (choiceInFront.test(text.slice(Math.max(0, first.start - reachInFront), first.start)) || choiceBehind.test(text.slice(last.end, last.end + 40))) return [list];
    if (openBracket.test(text.slice(Math.max(0, first.start - 3), first.start)) && andSoOn.test(text.slice(last.end, last.end + 8))) return [list];
    if (gaps.some((gap) => or.test(gap))) {
      return splitAtAnd(text, list).filter((part) => part.slice(1).some((mention, index) => or.test(text.slice((part[index] as SkillMention).end, mention.start))));
    }
    const slashed = gaps.length > 0 && gaps.every((gap) => gap.trim() === '/')
      && list.slice(1).every((mention, index) => isAlternative(taxonomy, (list[index] as SkillMention).skillId, mention.skillId));
    return slashed ? [list] : [];
  });
  return choices.filter((choice) => new Set(choice.map(({ skillId }) => skillId)).size > 1);
}
