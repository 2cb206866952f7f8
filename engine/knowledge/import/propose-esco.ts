import type { Knowledge, Role, RoleSkill, Skill } from '../types.ts';
import { claimsOf, formKey, newEntryId, placeInTurn, type Claims } from './claims.ts';
import { changesOf, draftOf } from './draft.ts';
import { importedDemand, importedField, languageHours, knowledgeHours, longestSummary, mostOfKind, namesOfRole, namesOfSkill, skillHours } from './rules.ts';
import type { EscoOccupation, EscoSkill, EscoTables, ImportOptions, ImportProposal, ImportRemark } from './types.ts';

const escoCode = /^\d{4}(\.\d+)+$/;
const iscoCode = /^\d{4}$/;

/**
 * What the given ESCO rows would change in `known`; nothing when they have been imported before. The rules stand in
 * docs/guides/extend-knowledge.md. Time grows with the letters of all rows. Source: ESCO, European Commission, CSV download.
 */
export function proposeEsco(tables: EscoTables, known: Pick<Knowledge, 'skills' | 'roles'>, options: ImportOptions): ImportProposal {
  const remarks: ImportRemark[] = [];
  const skills = draftOf<Skill>(known.skills, 'aliases');
  const roles = draftOf<Role>(known.roles, 'titles');
  const skillRows = mergedByUri(tables.skills);
  const occupations = firstByUri(tables.occupations);
  const skillOf = placeSkills(skillRows);
  placeOccupations();
  const changes = changesOf(skills, roles);
  const touched = new Set(changes.map(({ sourceUri }) => sourceUri));
  const refused = new Set(remarks.filter(({ code }) => code !== 'alias-left-out').map(({ file, line }) => `${file}:${String(line)}`));
  const unchanged = [...skillRows, ...occupations].filter(({ uri, file, line }) => !touched.has(uri) && !refused.has(`${file}:${String(line)}`)).length;
  return { changes, unchanged, remarks };

  /** Concept → the skill that it is here. Names go first, so that no row's other label takes the name of a row that follows. */
  function placeSkills(rows: readonly EscoSkill[]): ReadonlyMap<string, string> {
    const before = claimsOf(known.skills, namesOfSkill);
    const claims = claimsOf(known.skills, namesOfSkill);
    const names = new Set(rows.map(({ label }) => formKey(label)));
    const placed = new Map<string, string>();
    for (const row of rows) {
      const id = skillOfRow(row, before, claims);
      if (id !== null) placed.set(row.uri, id);
    }
    for (const row of rows) {
      const id = placed.get(row.uri);
      if (id === undefined) continue;
      for (const label of new Set([row.label, ...row.altLabels])) {
        const key = formKey(label);
        if (claims.ownerOf(key) !== undefined || (label !== row.label && names.has(key))) continue;
        if (isOrdinary(key) || (label !== row.label && isLoneWord(label) && !row.isKnowledge)) remark(row, 'alias-left-out', label);
        else if (claims.claim(key, id)) skills.append(id, label, row.uri);
      }
    }
    return placed;
  }

  function skillOfRow(row: EscoSkill, before: Claims, claims: Claims): string | null {
    const key = formKey(row.label);
    if (key === '') return refuse(row, 'no-name');
    const owner = before.ownerOf(key);
    if (owner === 'several') return refuse(row, 'several-skills');
    if (owner !== undefined) return owner;
    if (isOrdinary(key)) return refuse(row, 'ordinary-word');
    return byOtherLabel(row, before) ?? added(row, key, claims);
  }

  function byOtherLabel({ altLabels }: EscoSkill, claims: Claims): string | undefined {
    const owners = new Set(altLabels.flatMap((label) => claims.ownerOf(formKey(label)) ?? []));
    const [only] = owners;
    return owners.size === 1 && only !== 'several' ? only : undefined;
  }

  function added(row: EscoSkill, key: string, claims: Claims): string {
    const other = claims.ownerOf(key);
    if (other !== undefined) return other;
    const id = newEntryId('esco', row.label, row.uri, (taken) => skills.has(taken));
    claims.claim(key, id);
    const hours = row.collection === 'spoken-language' ? languageHours : row.isKnowledge ? knowledgeHours : skillHours;
    skills.add({ id, name: row.label, category: row.collection ?? options.category, aliases: [], ambiguous: [], hours, demand: importedDemand, prerequisites: [], related: [], checkpoints: {} }, row.uri);
    return id;
  }

  function placeOccupations(): void {
    const claims = claimsOf(known.roles, namesOfRole);
    const names = new Set(occupations.map(({ label }) => formKey(label)));
    const byCode = rolesByCode(known.roles);
    const asked = skillsByOccupation();
    const placed: [EscoOccupation, string][] = [];
    const settle = (row: EscoOccupation, id: string): void => {
      placed.push([row, id]);
      if (claims.claim(formKey(row.label), id)) roles.append(id, row.label, row.uri);
    };
    const create = (row: EscoOccupation): string | null => {
      const role = claims.ownerOf(formKey(row.label)) === undefined ? newRole(row, asked.get(row.uri)) : null;
      if (role === null) return null;
      claims.claim(formKey(row.label), role.id);
      if (role.escoCode !== null) byCode.set(role.escoCode, role.id);
      roles.add(role, row.uri);
      return role.id;
    };
    const left = placeInTurn(occupations, (row) => byCode.get(row.code) ?? claims.ownerOf(formKey(row.label)), settle, create);
    for (const row of left) refuse(row, formKey(row.label) === '' ? 'no-name' : asked.has(row.uri) ? 'no-essential-skill' : 'needs-relations');
    for (const [row, id] of placed) {
      for (const label of new Set(row.altLabels)) if (!names.has(formKey(label)) && claims.claim(formKey(label), id)) roles.append(id, label, row.uri);
    }
  }

  function newRole(row: EscoOccupation, asked: { readonly essential: readonly string[]; readonly optional: readonly string[] } | undefined): Role | null {
    if (asked === undefined || asked.essential.length === 0 || formKey(row.label) === '') return null;
    const must = asked.essential.slice(0, mostOfKind);
    const nice = asked.optional.filter((id) => !must.includes(id)).slice(0, mostOfKind);
    return {
      id: newEntryId('esco', row.label, row.uri, (taken) => roles.has(taken)), name: row.label, titles: [], seniority: { entry: [], mid: [], senior: [], lead: [] }, field: importedField, summary: row.description.slice(0, longestSummary).trim() || row.label,
      must: must.map((id): RoleSkill => ({ id, level: 2 })), should: [], nice: nice.map((id): RoleSkill => ({ id, level: 1 })), moves: [],
      iscoCode: iscoCode.test(row.iscoGroup) ? row.iscoGroup : null, escoCode: escoCode.test(row.code) ? row.code : null, pay: [],
    };
  }

  function skillsByOccupation(): Map<string, { essential: string[]; optional: string[] }> {
    const asked = new Map<string, { essential: string[]; optional: string[] }>();
    for (const { occupationUri, skillUri, isEssential } of tables.relations) {
      const lists = asked.get(occupationUri) ?? { essential: [], optional: [] };
      asked.set(occupationUri, lists);
      const id = skillOf.get(skillUri);
      const list = isEssential ? lists.essential : lists.optional;
      if (id !== undefined && !list.includes(id)) list.push(id);
    }
    return asked;
  }

  function isOrdinary(key: string): boolean {
    return /^[a-z]$/.test(key) || options.isOrdinaryWord(key);
  }

  function refuse(row: EscoSkill | EscoOccupation, code: ImportRemark['code']): null {
    remark(row, code, row.label);
    return null;
  }

  function remark({ file, line }: EscoSkill | EscoOccupation, code: ImportRemark['code'], text: string): void {
    remarks.push({ file, line, code, text });
  }
}

/** "guide" beside "give advice to others": such a word says the skill only where it stands. Names ("Java") have a capital letter. */
function isLoneWord(label: string): boolean {
  return /^\p{Ll}+$/u.test(label.trim());
}

function rolesByCode(roles: readonly Role[]): Map<string, string> {
  const byCode = new Map<string, string>();
  const twice = new Set<string>();
  for (const { id, escoCode: code } of roles) {
    if (code === null) continue;
    if (byCode.has(code)) twice.add(code);
    byCode.set(code, id);
  }
  for (const code of twice) byCode.delete(code);
  return byCode;
}

function firstByUri<Row extends { readonly uri: string }>(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter(({ uri }) => !seen.has(uri) && seen.add(uri));
}

/** A concept may come in the list of all skills and in a collection: its place is the first, its collection any. */
function mergedByUri(rows: readonly EscoSkill[]): EscoSkill[] {
  const byUri = new Map<string, EscoSkill>();
  for (const row of rows) {
    const before = byUri.get(row.uri);
    byUri.set(row.uri, before === undefined ? row : { ...before, collection: before.collection ?? row.collection, altLabels: [...new Set([...before.altLabels, ...row.altLabels])] });
  }
  return [...byUri.values()];
}
