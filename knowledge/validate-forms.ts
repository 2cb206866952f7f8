/** How skills and roles are named: no form may name two of them, and no ordinary word one of them by itself. */
import { roleStages, titlesOfRole, type Role, type Skill } from '@cairn/engine/knowledge';
import { ordinaryWords } from './ordinary-words.ts';
import { repeated, type Problem } from './problem.ts';

export function formProblems(skills: readonly Skill[], roles: readonly Role[]): Problem[] {
  return [
    formsClaimedTwice(skills),
    formsNearlyClaimedTwice(skills),
    idsClaimedByOthers(skills),
    titlesClaimedTwice(roles),
    stageTitlesClaimedTwice(roles),
    titlesOfTwoStages(roles),
    contextsOfThemselves(skills),
    unconditionalOrdinaryWords(skills),
    repeatedCheckpoints(skills),
  ].flat();
}

/** Marks over Latin letters and the nukta of each Indic script, which the matcher leaves out. Vowel signs stay: they make another word. */
const marks = /[\u0300-\u036f\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc]/g;

/** Case, accents, spacing, hyphens and compatibility variants (full-width letters, ligatures) of a form are one form. */
function normaliseForm(form: string): string {
  return form.normalize('NFKD').replace(marks, '').normalize('NFKC').toLowerCase().replace(/[\s_-]+/g, ' ').trim();
}

/** In shorter words an s at the end is a letter of an abbreviation: SSR and SSRS are two things. */
const shortestPlural = 5;

/** A form glued together and in the singular: "fund raising" and "fundraising", "open road" and "OpenRoads" are one. */
function nearForm(form: string): string {
  const normal = normaliseForm(form);
  const last = normal.slice(normal.lastIndexOf(' ') + 1);
  const singular = last.length < shortestPlural ? normal : last.endsWith('ies') ? `${normal.slice(0, -3)}y` : normal.replace(/(?<=[a-z])(?<!s)s$/, '');
  return singular.replaceAll(' ', '');
}

/** The forms that count wherever they stand: the name, unless it is declared ambiguous, and the aliases. */
function unconditionalForms(skill: Skill): string[] {
  const ambiguous = new Set(skill.ambiguous.map(({ form }) => normaliseForm(form)));
  const name = normaliseForm(skill.name);
  return [...(ambiguous.has(name) ? [] : [name]), ...skill.aliases.map(normaliseForm)];
}

interface Claim {
  readonly skill: Skill;
  readonly form: string;
  readonly always: boolean;
  readonly context: ReadonlySet<string>;
}

function claimsOf(skill: Skill): Claim[] {
  return [
    ...[...new Set(unconditionalForms(skill))].map((form) => ({ skill, form, always: true, context: new Set<string>() })),
    ...skill.ambiguous.map(({ form, context }) => ({ skill, form: normaliseForm(form), always: false, context: new Set(context.map(normaliseForm)) })),
  ];
}

/** Claims of one form, each with each. */
function pairsBy(skills: readonly Skill[], keyOf: (form: string) => string): (readonly [Claim, Claim])[] {
  const groups = Map.groupBy(skills.flatMap(claimsOf), ({ form }) => keyOf(form)).values();
  return [...groups].flatMap((claims) => claims.flatMap((first, index) => claims.slice(index + 1).map((second) => [first, second] as const)));
}

/** Two skills may share a form only when both are ambiguous in it and no word is context for both. */
function formsClaimedTwice(skills: readonly Skill[]): Problem[] {
  return pairsBy(skills, (form) => form).flatMap(([first, second]): Problem[] => {
    const shared = [...first.context].filter((word) => second.context.has(word));
    if (first.skill !== second.skill && !first.always && !second.always && shared.length === 0) return [];
    const why = shared.length > 0 ? `, both by "${shared.join('", "')}"` : '';
    return [{
      code: 'knowledge.form-claimed-twice', entry: `skill ${second.skill.id}`, message: `"${second.form}" is also claimed by skill ${first.skill.id}${why}`,
    }];
  });
}

/** The matcher finds plurals and glued words by itself, so that a text would name one of the two by chance. */
function formsNearlyClaimedTwice(skills: readonly Skill[]): Problem[] {
  return pairsBy(skills, nearForm)
    .filter(([first, second]) => first.skill !== second.skill && first.form !== second.form && (first.always || second.always))
    .map(([first, second]) => ({
      code: 'knowledge.form-nearly-claimed-twice', entry: `skill ${second.skill.id}`, message: `"${second.form}" is hardly another name than "${first.form}" of skill ${first.skill.id}`,
    }));
}

/** "goal setting" as an alias of performance-management, beside a skill with the id goal-setting, is one skill written twice. */
function idsClaimedByOthers(skills: readonly Skill[]): Problem[] {
  const ids = new Map(skills.map(({ id }) => [normaliseForm(id), id]));
  return skills.flatMap((skill) =>
    unconditionalForms(skill).flatMap((form): Problem[] => {
      const id = ids.get(form);
      if (id === undefined || id === skill.id) return [];
      return [{ code: 'knowledge.form-claimed-twice', entry: `skill ${skill.id}`, message: `"${form}" is the id of skill ${id}` }];
    }),
  );
}

function titlesClaimedTwice(roles: readonly Role[]): Problem[] {
  const claimed = rolesByTitle(roles, ({ name, titles }) => [name, ...titles]);
  return [...claimed].flatMap(([title, owners]) => (owners.length < 2 ? [] : owners.map((role): Problem => ({
    code: 'knowledge.title-claimed-twice', entry: `role ${role.id}`, message: `"${title}" is the title of another role too`,
  }))));
}

/** What a stage of one role is called names no other: a title that several trades use carries its trade ("Junior Engineer Civil"). */
function stageTitlesClaimedTwice(roles: readonly Role[]): Problem[] {
  const claimed = rolesByTitle(roles, titlesOfRole);
  return roles.flatMap((role) => [...new Set(stageTitles(role))].flatMap((title): Problem[] => {
    const other = claimed.get(title)?.find((one) => one !== role);
    return other === undefined ? [] : [{ code: 'knowledge.stage-title-claimed-twice', entry: `role ${role.id}`, message: `"${title}" stands in its seniority and is a title of ${other.id}` }];
  }));
}

function titlesOfTwoStages(roles: readonly Role[]): Problem[] {
  return roles.flatMap((role) => repeated(stageTitles(role)).map((title): Problem => ({
    code: 'knowledge.title-of-two-stages', entry: `role ${role.id}`, message: `"${title}" stands at two stages of its seniority`,
  })));
}

function stageTitles({ seniority }: Role): string[] {
  return roleStages.flatMap((stage) => seniority[stage].map(normaliseForm));
}

function rolesByTitle(roles: readonly Role[], titlesOf: (role: Role) => readonly string[]): Map<string, Role[]> {
  const byTitle = new Map<string, Role[]>();
  for (const role of roles) for (const title of new Set(titlesOf(role).map(normaliseForm))) byTitle.set(title, [...(byTitle.get(title) ?? []), role]);
  return byTitle;
}

/** A form that is its own context would count wherever it stands twice. */
function contextsOfThemselves(skills: readonly Skill[]): Problem[] {
  return skills.flatMap((skill) =>
    skill.ambiguous
      .filter(({ form, context }) => context.some((word) => normaliseForm(word) === normaliseForm(form)))
      .map(({ form }) => ({ code: 'knowledge.context-of-itself', entry: `skill ${skill.id}`, message: `"${form}" is among its own context words` })),
  );
}

function unconditionalOrdinaryWords(skills: readonly Skill[]): Problem[] {
  return skills.flatMap((skill) =>
    unconditionalForms(skill)
      .filter((form) => ordinaryWords.has(form) || /^[a-z]$/.test(form))
      .map((form) => ({
        code: 'knowledge.ordinary-word', entry: `skill ${skill.id}`, message: `"${form}" is an ordinary word or letter: give it context words under "ambiguous"`,
      })),
  );
}

/** A sentence that two checkpoints share says nothing about either. */
function repeatedCheckpoints(skills: readonly Skill[]): Problem[] {
  const sentences = skills.flatMap((skill) => Object.values(skill.checkpoints).map((sentence) => ({ skill, sentence })));
  const twice = new Set(repeated(sentences.map(({ sentence }) => normaliseForm(sentence))));
  return sentences.filter(({ sentence }) => twice.has(normaliseForm(sentence))).map(({ skill, sentence }) => ({
    code: 'knowledge.repeated-checkpoint', entry: `skill ${skill.id}`, message: `shares the checkpoint "${sentence}"`,
  }));
}
