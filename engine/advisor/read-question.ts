/** What a question to the advisor is about. A search for words and no understanding: what it takes a question for is shown, and can be asked anew. */
import { titlesOfRole, type Role } from '../knowledge/types.ts';
import { findSkills, type Taxonomy } from '../skills/index.ts';
import { foldKey } from '../text/index.ts';
import type { AdvisorKind } from './types.ts';

export interface QuestionRead {
  readonly kind: AdvisorKind;
  /** Null where none is named. */
  readonly roleId: string | null;
  readonly skillId: string | null;
  readonly hoursPerWeek: number | null;
}

const mostHours = 60;

/** In this order: "how long until I am ready" asks for time. */
const kinds: readonly (readonly [AdvisorKind, RegExp])[] = [
  ['time', /\bhow (?:long|soon|many (?:hours|days|weeks|months|years))\b|\bwhen (?:will|can|could|am) i\b|\bby when\b|कितन[ाे] (?:समय|दिन|हफ़्त|हफ्त|सप्ताह|महीन|घंट|घण्ट)|कितनी देर|कब तक/iu],
  ['practise', /\b(?:quiz|test me|exercises?|practi[cs]e|ask me)\b|अभ्यास|परखिए|प्रश्न (?:दीजिए|पूछिए|दें|दो|पूछें)/iu],
  ['resources', /\b(?:resources?|courses?|books?|videos?|tutorials?|where (?:can|do|should) i (?:learn|study|read))\b|कोर्स|किताब|वीडियो|कहाँ (?:से )?सीख/iu],
  ['ready', /\b(?:ready|qualif\w+|good enough|prepared|fit for|match|chances?|far (?:am i )?from)\b|तैयार|योग्य|लायक/iu],
];

export function readQuestion(text: string, { taxonomy, roles }: { readonly taxonomy: Taxonomy; readonly roles: readonly Role[] }): QuestionRead {
  const kind = kinds.find(([, pattern]) => pattern.test(text.normalize('NFC')))?.[0] ?? 'next';
  const skillId = findSkills(taxonomy, text).find(({ negated }) => !negated)?.skillId ?? null;
  const needsSkill = kind === 'resources' || kind === 'practise';
  return { kind: needsSkill && skillId === null ? 'next' : kind, roleId: roleIn(text, roles), skillId, hoursPerWeek: hoursIn(text) };
}

/** The role whose longest title stands in the text; of titles of equal length the role that is called so comes first. */
function roleIn(text: string, roles: readonly Role[]): string | null {
  const words = ` ${wordsOf(text)} `;
  let best: { readonly id: string; readonly length: number; readonly isName: boolean } | null = null;
  for (const role of roles) {
    for (const title of titlesOfRole(role)) {
      const wanted = wordsOf(title);
      if (wanted === '' || !(words.includes(` ${wanted} `) || words.includes(` ${wanted}s `))) continue;
      const isName = title === role.name;
      if (best === null || wanted.length > best.length || (wanted.length === best.length && isName && !best.isName)) best = { id: role.id, length: wanted.length, isName };
    }
  }
  return best?.id ?? null;
}

const wordsOf = (text: string): string => foldKey(text).replaceAll(/[^\p{L}\p{M}\p{N}+#]+/gu, ' ').trim();

/** Hours a week, 1 to 60. */
function hoursIn(text: string): number | null {
  const [, written] = /(?<![\d.])(\d{1,2})\s*(?:hours?|hrs?|h\b|घंट|घण्ट)/iu.exec(text) ?? [];
  const hours = Number(written ?? Number.NaN);
  return hours >= 1 && hours <= mostHours ? hours : null;
}
