/** The files of the official downloads that an import reads, told by their header: people rename files. */
export const fileKinds = ['esco-skills', 'esco-collection', 'esco-occupations', 'esco-relations', 'onet-occupations', 'onet-tools', 'onet-titles'] as const;
export type FileKind = (typeof fileKinds)[number];

interface Recognised {
  readonly kind: FileKind;
  readonly has: readonly string[];
  readonly hasNot: readonly string[];
}

const table: readonly Recognised[] = [
  { kind: 'esco-relations', has: ['occupationuri', 'relationtype', 'skilluri'], hasNot: [] },
  { kind: 'esco-occupations', has: ['concepturi', 'iscogroup', 'preferredlabel'], hasNot: [] },
  { kind: 'esco-collection', has: ['concepturi', 'skilltype', 'preferredlabel', 'broaderconcepturi'], hasNot: [] },
  { kind: 'esco-skills', has: ['concepturi', 'skilltype', 'preferredlabel'], hasNot: ['broaderconcepturi'] },
  { kind: 'onet-tools', has: ['o*net-soc code', 'example', 'hot technology', 'in demand'], hasNot: [] },
  { kind: 'onet-titles', has: ['o*net-soc code', 'reported job title'], hasNot: [] },
  { kind: 'onet-occupations', has: ['o*net-soc code', 'title', 'description'], hasNot: ['task', 'example'] },
];

export function kindOfHeader(header: readonly string[]): FileKind | null {
  const names = new Set(header.map((name) => name.trim().toLowerCase()));
  return table.find(({ has, hasNot }) => has.every((name) => names.has(name)) && !hasNot.some((name) => names.has(name)))?.kind ?? null;
}

export function sourceOfKind(kind: FileKind): 'esco' | 'onet' {
  return kind.startsWith('esco') ? 'esco' : 'onet';
}

/** All collections have one header; which one it is stands in the name that ESCO gives the file. */
export function collectionOfName(fileName: string): 'spoken-language' | 'soft-skill' | 'tool' | null {
  if (/language/i.test(fileName)) return 'spoken-language';
  if (/transversal/i.test(fileName)) return 'soft-skill';
  return /ict|digital|digcomp/i.test(fileName) ? 'tool' : null;
}
