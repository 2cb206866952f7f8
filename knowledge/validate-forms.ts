/** How skills and roles are named: no form may name two of them, and no ordinary word one of them by itself. */
import { roleStages, titlesOfRole, type Role, type Skill } from '@cairn/engine/knowledge';
import { ordinaryWords } from './ordinary-words.ts';
import { repeated, type Problem } from './problem.ts';

export function formProblems(skills: readonly Skill[], roles: readonly Role[]): Problem[] {
  return [
    formsClaimedTwice(skills),
    idsClaimedByOthers(skills),
    titlesClaimedTwice(roles),
    stageTitlesClaimedTwice(roles),
    titlesOfTwoStages(roles),
    contextsOfThemselves(skills),
    unconditionalOrdinaryWords(skills),
    repeatedCheckpoints(skills),
  ].flat();
}

/** Case, spacing, hyphens and compatibility variants (full-width letters, ligatures) of a form are one form. */
function normaliseForm(form: string): string {
  return form.normalize('NFKC').toLowerCase().replace(/[\s_-]+/g, ' ').trim();
}

/** The forms that count wherever they stand: the name, unless it is declared ambiguous, and the aliases. */
function unconditionalForms(skill: Skill): string[] {
  const ambiguous = new Set(skill.ambiguous.map(({ form }) => normaliseForm(form)));
  const name = normaliseForm(skill.name);
  return [...(ambiguous.has(name) ? [] : [name]), ...skill.aliases.map(normaliseForm)];
}

interface Claim {
  readonly skill: Skill;
  readonly always: boolean;
  readonly context: ReadonlySet<string>;
}

function claimsOf(skills: readonly Skill[]): Map<string, Claim[]> {
  const claims = new Map<string, Claim[]>();
  const claim = (form: string, made: Claim) => {
    const others = claims.get(form);
    if (others === undefined) claims.set(form, [made]);
    else others.push(made);
  };
  for (const skill of skills) {
    for (const form of new Set(unconditionalForms(skill))) claim(form, { skill, always: true, context: new Set() });
    for (const { form, context } of skill.ambiguous) {
      claim(normaliseForm(form), { skill, always: false, context: new Set(context.map(normaliseForm)) });
    }
  }
  return claims;
}

/** Two skills may share a form only when both are ambiguous in it and no word is context for both. */
function formsClaimedTwice(skills: readonly Skill[]): Problem[] {
  return [...claimsOf(skills)].flatMap(([form, claims]) =>
    claims.flatMap((first, index) =>
      claims.slice(index + 1).flatMap((second): Problem[] => {
        const shared = [...first.context].filter((word) => second.context.has(word));
        if (first.skill !== second.skill && !first.always && !second.always && shared.length === 0) return [];
        const why = shared.length > 0 ? `, both by "${shared.join('", "')}"` : '';
        return [{
          code: 'knowledge.form-claimed-twice', entry: `skill ${second.skill.id}`, message: `"${form}" is also claimed by skill ${first.skill.id}${why}`,
        }];
      }),
    ),
  );
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
