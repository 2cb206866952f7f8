import type { Api } from '@cairn/contracts';

type SaveBody = Api['PUT /knowledge/entries/:kind/:entryId']['request']['body'];
export type SkillEntry = Extract<SaveBody, { kind: 'skill' }>['entry'];
export type RoleEntry = Extract<SaveBody, { kind: 'role' }>['entry'];
export type ResourceEntry = Extract<SaveBody, { kind: 'resource' }>['entry'];
export type Entry = SaveBody;
export type EntryKind = SaveBody['kind'];
export type EntrySource = Api['GET /knowledge/entries']['answer']['items'][number]['source'];
export type SkillAtLevel = RoleEntry['must'][number];

export const entryKinds: readonly EntryKind[] = ['skill', 'role', 'resource'];
export const entrySources: readonly EntrySource[] = ['staff', 'esco', 'onet'];
export const categories = [
  'programming-language', 'web', 'mobile', 'backend', 'database', 'data', 'machine-learning', 'cloud', 'devops', 'security', 'systems', 'embedded', 'testing', 'tool', 'computer-science', 'mathematics', 'design', 'product', 'business', 'finance',
  'marketing', 'sales', 'human-resources', 'operations', 'hospitality', 'media', 'civil-engineering', 'mechanical-engineering', 'electrical-engineering', 'chemical-engineering', 'biotechnology', 'health', 'education', 'law', 'public-service', 'trade',
  'office', 'soft-skill', 'spoken-language',
] as const;
/** Fields of work that Cairn's own roles are in; most go by the name of a kind of skill. */
export const roleFields = [
  'software', 'hardware', 'design', 'product', 'business', 'finance', 'marketing', 'sales', 'human-resources', 'operations', 'office', 'hospitality', 'media', 'civil-engineering', 'mechanical-engineering', 'electrical-engineering',
  'chemical-engineering', 'biotechnology', 'health', 'education', 'law', 'public-service', 'trade', 'other',
] as const;
export const resourceLanguages = ['en', 'hi', 'bn', 'gu', 'kn', 'ml', 'mr', 'or', 'pa', 'ta', 'te', 'ur'] as const;
export const resourceKinds = ['documentation', 'course', 'book', 'tutorial', 'video', 'practice', 'reference', 'programme'] as const;
export const resourceCosts = ['free', 'free-to-audit', 'paid'] as const;

export function isEntryKind(kind: string): kind is EntryKind {
  return (entryKinds as readonly string[]).includes(kind);
}

/** What a new entry begins with; its id comes from its name when it is saved. */
export function emptyEntry(kind: EntryKind): Entry {
  switch (kind) {
    case 'skill': return { kind, entry: { id: '', name: '', category: '', hours: [20, 40, 80, 160], demand: 0.2 } };
    case 'role': return { kind, entry: { id: '', name: '', field: 'other', summary: '', must: [] } };
    case 'resource': return { kind, entry: { id: '', title: '', provider: '', url: '', kind: 'course', cost: 'free', hours: 10, fromLevel: 0, toLevel: 1, skills: [] } };
  }
}

/** The choices offered, and before them what an entry says already that is none of them. */
export function withOwn(choices: readonly string[], own: string): readonly string[] {
  return own === '' || choices.includes(own) ? choices : [own, ...choices];
}

/** "Loom weaving & dyeing" → "loom-weaving-dyeing"; a name without Latin letters is told apart by `mark`. */
export function idOfName(name: string, mark: string): string {
  const words = name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60).replace(/-$/, '');
  return words === '' ? `own-${mark}` : words;
}

export function nameOf({ kind, entry }: Entry): string {
  return kind === 'resource' ? entry.title : entry.name;
}

/** The list of an entry that must name a skill and does not yet; the form itself sees to what is one line. */
export function emptyList({ kind, entry }: Entry): 'field.must' | 'field.skills' | null {
  if (kind === 'role' && entry.must.length === 0) return 'field.must';
  return kind === 'resource' && entry.skills.length === 0 ? 'field.skills' : null;
}

/** Lines that say something, each once. */
export function linesOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()).filter((line) => line !== ''))];
}
