import type { Message } from '../reasons/reason.ts';

/** Puts a message into words of some language. */
export type WordMessage = (message: Message) => string;

/**
 * Every message this domain can send, in English: `{name}` stands for a parameter; `level` and `difficulty` are levels,
 * 1 to 4. Pages have their own wordings in every language. Sentences are made so that no number needs a plural.
 */
export const englishRoadmapMessages = {
  'roadmap.level.1': 'beginner',
  'roadmap.level.2': 'intermediate',
  'roadmap.level.3': 'advanced',
  'roadmap.level.4': 'expert',
  'roadmap.task.learn': 'Learn {skill} ({level})',
  'roadmap.task.learn-hour': 'Learn {skill} ({level}), hour {from} of {total}',
  'roadmap.task.learn-hours': 'Learn {skill} ({level}), hours {from}–{to} of {total}',
  'roadmap.task.practise': 'Practise {skill} ({level})',
  'roadmap.task.practise-hour': 'Practise {skill} ({level}), hour {from} of {total}',
  'roadmap.task.practise-hours': 'Practise {skill} ({level}), hours {from}–{to} of {total}',
  'roadmap.task.check': 'Check yourself: {skill} ({level})',
  'roadmap.task.build': 'Build "{project}"',
  'roadmap.task.build-hour': 'Build "{project}", hour {from} of {total}',
  'roadmap.task.build-hours': 'Build "{project}", hours {from}–{to} of {total}',
  'roadmap.overview': 'Skills: {skills}. Hours: {hours}. Weeks: {weeks}, at {hoursPerWeek} hours each. Projects: {projects}.',
  'roadmap.overview.nothing-to-learn': 'You already have every skill that was asked for.',
  'roadmap.timeline': 'From {startsOn} to {endsOn}. Weeks: {weeks}. Months: {months}.',
  'roadmap.timeline.none': 'No time is needed.',
  'roadmap.final-outcome': 'You can show {skills} at the levels asked for.',
  'roadmap.final-outcome.more': 'You can show {skills} and more ({more}) at the levels asked for.',
  'roadmap.final-outcome.proven': 'You can show {skills} at the levels asked for, and prove it with {projects}.',
  'roadmap.final-outcome.more-proven': 'You can show {skills} and more ({more}) at the levels asked for, and prove it with {projects}.',
  'roadmap.final-outcome.reached': 'You are ready now.',
  'roadmap.phase': '{skills}',
  'roadmap.phase.empty': 'Nothing planned',
  'roadmap.reason.target': '{skill} is asked for (importance {importance} of 100).',
  'roadmap.reason.needed-for': '{target} needs it.',
  'roadmap.reason.needed-for-more': '{target} needs it, and so do others that are asked for ({more}).',
  'roadmap.reason.brought-forward': '{skill} waits for it, so it comes earlier.',
  'roadmap.reason.unlocks': 'After it you can begin {skills}.',
  'roadmap.reason.project-proves': 'It practises {skills} on something you can show.',
  'roadmap.reason.project-hours': 'Its hours are part of the practice of these skills, not on top of it.',
  'roadmap.reason.target-hours': 'Hours for the skills that are asked for ({count}).',
  'roadmap.reason.foundation-hours': 'Hours for the foundations they stand on ({count}).',
  'roadmap.reason.known-hours': 'Hours saved by what you already can.',
  'roadmap.reason.current-role-hours': 'Hours saved by what your current role ({role}, years: {years}) must know, taken as given and not checked: {skills}.',
  'roadmap.reason.skipped-hours': 'Hours left out because you passed the self-check.',
  'roadmap.reason.resource-relevance': 'It fits {skill} from your level to the one you need.',
  'roadmap.reason.resource-rating': 'Members rate it {rating} of 5 ({count} ratings).',
  'roadmap.reason.resource-completion': '{finished} of {started} members who began it finished it.',
  'roadmap.reason.resource-recency': 'A member finished it on {date}.',
  'roadmap.reason.resource-few-members': 'Fewer than 5 members have told us about it, so it stands near the middle.',
  'roadmap.self-check.can-do': 'I can work with {skill} at {level} level without help.',
  'roadmap.export.title': 'Roadmap',
  'roadmap.export.final-outcome': 'Where it leads',
  'roadmap.export.progress': '{done} of {total} hours done ({percentage} %)',
  'roadmap.export.phase': 'Phase {number}: {title}',
  'roadmap.export.week': 'Week {number}, from {startsOn}: {focus} ({hours} h)',
  'roadmap.export.week-event': 'Week {number}: {focus}',
  'roadmap.export.hours': '{hours} h',
  'roadmap.export.skipped': 'skipped',
  'roadmap.export.tools': 'Tools',
  'roadmap.export.projects': 'Projects',
  'roadmap.export.project': '{name} ({difficulty}, {hours} h): {summary}',
  'roadmap.export.proven-by': 'Proven by',
  'roadmap.export.checkpoint': 'Checkpoint',
  'roadmap.export.resources': 'Resources',
  'roadmap.export.part-of': 'part of {title}',
} as const satisfies Record<string, string>;

export type RoadmapMessageCode = keyof typeof englishRoadmapMessages;

/** A message of this domain; the code is checked against the table. */
export function message(code: RoadmapMessageCode, params: Message['params'] = {}): Message {
  return { code, params };
}

/** English wording. A code of another domain is given back as it is, so that nothing vanishes from an export. */
export function wordInEnglish(said: Message): string {
  const parts = partsByCode.get(said.code);
  if (parts === undefined) return said.code;
  let wording = '';
  for (const { text, name } of parts) wording += text + (name === '' ? '' : wordParameter(name, said.params[name]));
  return wording;
}

interface TemplatePart {
  readonly text: string;
  /** The parameter that follows the text; empty after the last. */
  readonly name: string;
}

/** Taken apart once, because a plan words hundreds of tasks. */
const partsByCode: ReadonlyMap<string, readonly TemplatePart[]> = new Map(
  Object.entries(englishRoadmapMessages).map(([code, template]) => [code, partsOf(template)]),
);

function partsOf(template: string): TemplatePart[] {
  const pieces = template.split(/\{(\w+)\}/);
  return pieces.flatMap((text, at) => (at % 2 === 0 ? { text, name: pieces[at + 1] ?? '' } : []));
}

function wordParameter(name: string, value: string | number | undefined): string {
  if (value === undefined) return `{${name}}`;
  if (name !== 'level' && name !== 'difficulty') return String(value);
  return (englishRoadmapMessages as Readonly<Record<string, string>>)[`roadmap.level.${value}`] ?? String(value);
}
