import type { Knowledge, Role, RoleSkill, Skill } from '../types.ts';
import { claimsOf, formKey, newEntryId, placeInTurn } from './claims.ts';
import { changesOf, draftOf } from './draft.ts';
import { importedDemand, importedField, knowledgeHours, longestSummary, mostOfKind, namesOfRole, namesOfSkill } from './rules.ts';
import type { ImportOptions, ImportProposal, ImportRemark, OnetOccupation, OnetTables, OnetTool, RowPlace } from './types.ts';

/**
 * What the given O*NET rows would change in `known`; nothing when they have been imported before. The rules stand in
 * docs/guides/extend-knowledge.md. Time grows with the letters of all rows. Source: O*NET, US Department of Labor, text download.
 */
export function proposeOnet(tables: OnetTables, known: Pick<Knowledge, 'skills' | 'roles'>, options: ImportOptions): ImportProposal {
  const remarks: ImportRemark[] = [];
  const skills = draftOf<Skill>(known.skills, 'aliases');
  const roles = draftOf<Role>(known.roles, 'titles');
  const toolOf = placeTools();
  const unchangedTools = new Set([...toolOf.values()].filter((id) => known.skills.some((skill) => skill.id === id)));
  const unchangedRoles = placeOccupations();
  return { changes: changesOf(skills, roles), unchanged: unchangedTools.size + unchangedRoles, remarks };

  /** Tool by its folded name → the skill that it is here. */
  function placeTools(): ReadonlyMap<string, string> {
    const claims = claimsOf(known.skills, namesOfSkill);
    const placed = new Map<string, string>();
    const refused = new Set<string>();
    for (const row of tables.tools) {
      const key = formKey(row.example);
      if (placed.has(key) || refused.has(key)) continue;
      const owner = claims.ownerOf(key);
      if (owner !== undefined && owner !== 'several') placed.set(key, owner);
      else if (key === '' || owner === 'several' || isOrdinary(key)) {
        refused.add(key);
        remark(row, key === '' ? 'no-name' : owner === 'several' ? 'several-skills' : 'ordinary-word', row.example);
      } else {
        const id = newEntryId('onet', row.example, '', (taken) => skills.has(taken));
        claims.claim(key, id);
        placed.set(key, id);
        skills.add({ id, name: row.example, category: 'tool', aliases: [], ambiguous: [], hours: knowledgeHours, demand: importedDemand, prerequisites: [], related: [], checkpoints: {} }, `onet:${key}`);
      }
    }
    return placed;
  }

  /** Answers how many occupations say nothing new. */
  function placeOccupations(): number {
    const claims = claimsOf(known.roles, namesOfRole);
    const seen = new Set<string>();
    const occupations = tables.occupations.filter(({ code }) => !seen.has(code) && seen.add(code));
    const names = new Set(occupations.flatMap(({ title }) => [formKey(title), formKey(singular(title))]));
    const toolsOf = Map.groupBy(tables.tools, ({ code }) => code);
    const titlesOf = Map.groupBy(tables.titles, ({ code }) => code);
    const placed: [OnetOccupation, string][] = [];
    const changed = new Set<OnetOccupation>();
    const append = (row: OnetOccupation, id: string, title: string): void => {
      if (!claims.claim(formKey(title), id)) return;
      roles.append(id, title, row.code);
      changed.add(row);
    };
    const settle = (row: OnetOccupation, id: string): void => {
      placed.push([row, id]);
      append(row, id, row.title);
    };
    const create = (row: OnetOccupation): string | null => {
      const role = claims.ownerOf(formKey(row.title)) === undefined ? newRole(row, toolsOf.get(row.code) ?? []) : null;
      if (role === null) return null;
      claims.claim(formKey(row.title), role.id);
      roles.add(role, row.code);
      changed.add(row);
      return role.id;
    };
    const left = placeInTurn(occupations, ({ title }) => claims.ownerOf(formKey(title)) ?? claims.ownerOf(formKey(singular(title))), settle, create);
    for (const row of left) remark(row, formKey(row.title) === '' ? 'no-name' : toolsOf.has(row.code) ? 'no-skill-in-demand' : 'needs-relations', row.title);
    for (const [row, id] of placed) for (const { title } of titlesOf.get(row.code) ?? []) for (const spelling of spellings(title)) if (!names.has(formKey(spelling))) append(row, id, spelling);
    return placed.length - changed.size;
  }

  function newRole(row: OnetOccupation, tools: readonly OnetTool[]): Role | null {
    const taken = new Set<string>();
    const those = (wanted: (tool: OnetTool) => boolean, level: RoleSkill['level']): RoleSkill[] => {
      const ids = [...new Set(tools.filter(wanted).flatMap(({ example }) => toolOf.get(formKey(example)) ?? []))].filter((id) => !taken.has(id)).slice(0, mostOfKind);
      for (const id of ids) taken.add(id);
      return ids.map((id) => ({ id, level }));
    };
    const must = those(({ isInDemand }) => isInDemand, 2);
    if (formKey(row.title) === '' || must.length === 0) return null;
    const should = those(({ isHot, isInDemand }) => isHot && !isInDemand, 2);
    const nice = those(({ isHot, isInDemand }) => !isHot && !isInDemand, 1);
    return {
      id: newEntryId('onet', row.title, row.code, (id) => roles.has(id)), name: row.title, titles: [], seniority: { entry: [], mid: [], senior: [], lead: [] }, field: importedField, summary: row.description.slice(0, longestSummary).trim() || row.title,
      must, should, nice, moves: [], iscoCode: null, escoCode: null, pay: [],
    };
  }

  function isOrdinary(key: string): boolean {
    return /^[a-z]$/.test(key) || options.isOrdinaryWord(key);
  }

  function remark({ file, line }: RowPlace, code: ImportRemark['code'], text: string): void {
    remarks.push({ file, line, code, text });
  }
}

/** O*NET names occupations in the plural: "Registered Nurses". */
function singular(title: string): string {
  return title.replace(/(?<=[a-z]{3})ies$/, 'y').replace(/(?<=[a-z]{2}[^s])s$/, '');
}

/** "CEO (Chief Executive Officer)" is two titles. */
function spellings(title: string): string[] {
  const [, before = '', inside = ''] = /^(.+?) \(([^()]+)\)$/.exec(title.trim()) ?? [];
  if (before === '' || !/^[A-Z]{2,6}$/.test([before, inside].sort((a, b) => a.length - b.length)[0] ?? '')) return [title];
  return [before, inside];
}
