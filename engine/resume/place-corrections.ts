/** Whose a correction is: an entry is known again by what it said, never by where it stood. */
import type { Message } from '../reasons/reason.ts';
import { entryPathOf, idKindOf, pathOf, type EntryList, type EntryPath } from './correction-paths.ts';
import type { ResumeCorrection } from './corrections.ts';
import { anchorsOf, likeness, prepared, wantedBy, type EntryAnchor, type WantedFacts } from './entry-anchor.ts';
import type { Resume } from './types.ts';

/** Less like than this is another entry. A judgement: organisation and start alone are just enough. */
const leastLikeness = 0.6;
/** Of the entries that share most whole words with an anchor so many are looked at letter by letter. */
const mostByLetters = 5;
/** No list of a resume has as many entries, and nobody corrects as many: what is beyond them is not looked for. */
const mostCompared = 200;

/** What is corrected in one entry. */
interface Group {
  readonly list: EntryList;
  readonly id: string;
  readonly anchor: EntryAnchor | undefined;
  readonly wanted: WantedFacts;
}

/** The id that a group's paths get, and what it is known by. */
type Place = Pick<Group, 'id' | 'anchor'>;

export type Accepted = { readonly ok: true; readonly corrections: readonly ResumeCorrection[] } | { readonly ok: false; readonly path: string };

/**
 * Corrections of one reading for that same reading: each of an entry that was read carries the entry's anchor. One
 * without an anchor whose entry is not there is lost: no later entry that happens to stand in its place is it.
 */
export function anchorCorrections(resume: Resume, corrections: readonly ResumeCorrection[]): readonly ResumeCorrection[] {
  const taken = lostIdsIn(corrections);
  const anchorsIn = rememberedAnchors(resume);
  const places = new Map<string, Place>();
  for (const group of groupsOf(corrections)) {
    const there = idKindOf(group.id) === 'read' ? anchorsIn(group.list).get(group.id) : undefined;
    places.set(keyOf(group), { id: there || idKindOf(group.id) === 'lost' ? group.id : lostId(group, taken), anchor: group.anchor ?? there });
  }
  return moved(corrections, places);
}

/**
 * Corrections of an earlier reading for this one: each moves to the entry most like its anchor (entry-anchor.ts), from
 * 0.6 likeness up, an entry being one anchor's only. The likest pair goes first; of equals the one that is in the same
 * place among its twins as before, then the one earlier in the resume. A correction whose entry is not found is kept
 * under an id that no entry has (`lost-…`), and looked for again in the next reading. Whatever names no entry, and the
 * person's own entries, stay as they are. Time grows with corrected entries × entries of their list, 200 of each at most.
 */
export function followCorrections(resume: Resume, corrections: readonly ResumeCorrection[]): readonly ResumeCorrection[] {
  const known = corrections.every((correction) => correction.anchor !== undefined || !needsAnchor(correction.path)) ? corrections : anchorCorrections(resume, corrections);
  const groups = groupsOf(known);
  const anchorsIn = rememberedAnchors(resume);
  const entriesOf = remembered((list: EntryList) => [...anchorsIn(list)].slice(0, mostCompared).map(([id, entry], order) => ({ id, order, entry: prepared(entry) })));
  const pairs = groups.slice(0, mostCompared).flatMap((group) => {
    const { anchor } = group;
    if (!anchor) return [];
    const [known, wanted] = [prepared(anchor), prepared(group.wanted)];
    return entriesOf(group.list)
      .map((one) => ({ ...one, group, isTwin: one.entry.facts.twin === anchor.twin, byWords: likeness(known, one.entry, wanted, 'words') }))
      .toSorted((a, b) => b.byWords - a.byWords || Number(b.isTwin) - Number(a.isTwin) || a.order - b.order)
      .map((one, rank) => ({ ...one, likeness: rank < mostByLetters ? likeness(known, one.entry, wanted, 'letters') : one.byWords }));
  }).filter((pair) => pair.likeness >= leastLikeness);
  pairs.sort((a, b) => b.likeness - a.likeness || Number(b.isTwin) - Number(a.isTwin) || a.order - b.order);
  const places = new Map<string, Place>();
  const used = new Set<string>();
  for (const { group, id } of pairs) {
    const entry = `${group.list}.${id}`;
    if (places.has(keyOf(group)) || used.has(entry)) continue;
    used.add(entry);
    places.set(keyOf(group), { id, anchor: group.anchor });
  }
  const taken = lostIdsIn(known);
  for (const group of groups) {
    if (!places.has(keyOf(group))) places.set(keyOf(group), { id: idKindOf(group.id) === 'lost' ? group.id : lostId(group, taken), anchor: group.anchor });
  }
  return moved(known, places);
}

/**
 * What a person sends for the reading they see, with the anchors it needs; `stored` is what was sent before. `ok` is
 * false at the first path whose entry neither this reading has, nor the person added, nor an earlier correction lost.
 */
export function acceptCorrections(resume: Resume, sent: readonly ResumeCorrection[], stored: readonly ResumeCorrection[]): Accepted {
  const before = new Map(groupsOf(stored).map((group) => [keyOf(group), group]));
  const anchorsIn = rememberedAnchors(resume);
  const added = new Set(sent.filter(({ value }) => value !== null).map(({ path }) => path));
  const corrections: ResumeCorrection[] = [];
  for (const { path, value } of sent) {
    const at = entryPathOf(path);
    const kind = at && idKindOf(at.id);
    if (!at || kind === undefined) {
      corrections.push({ path, value });
      continue;
    }
    const known = before.get(keyOf(at));
    const there = kind === 'read' ? anchorsIn(at.list).get(at.id) : undefined;
    const isNamed = kind === 'own' ? at.key === undefined || added.has(keyOf(at)) : kind === 'lost' ? known !== undefined : there !== undefined;
    if (!isNamed) return { ok: false, path };
    corrections.push(anchored({ path, value }, known?.anchor ?? there));
  }
  return { ok: true, corrections };
}

/** One for each entry that is not found any more, with what it was as far as that is known. */
export function lostWarnings(corrections: readonly ResumeCorrection[]): Message[] {
  return groupsOf(corrections).filter(({ id }) => idKindOf(id) === 'lost').map(({ list, anchor, wanted }) => {
    const named = [anchor?.role ?? wanted.role, anchor?.name ?? wanted.name].filter((text) => text !== undefined);
    return { code: 'resume.correction-without-entry', params: { entry: named.length > 0 ? named.join(', ') : (anchor?.firstLine ?? list) } };
  });
}

function rememberedAnchors(resume: Resume): (list: EntryList) => ReadonlyMap<string, EntryAnchor> {
  return remembered((list: EntryList) => anchorsOf(resume, list));
}

function remembered<Key, Value extends object>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

function groupsOf(corrections: readonly ResumeCorrection[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { path, value, anchor } of corrections) {
    const at = entryPathOf(path);
    if (!at || !needsAnchor(path)) continue;
    const group = groups.get(keyOf(at));
    groups.set(keyOf(at), { list: at.list, id: at.id, anchor: group?.anchor ?? anchor, wanted: { ...group?.wanted, ...wantedBy(at.list, at.key, value) } });
  }
  return [...groups.values()];
}

function needsAnchor(path: string): boolean {
  const kind = idKindOf(entryPathOf(path)?.id ?? '');
  return kind === 'read' || kind === 'lost';
}

function moved(corrections: readonly ResumeCorrection[], places: ReadonlyMap<string, Place>): ResumeCorrection[] {
  return corrections.map((correction) => {
    const at = entryPathOf(correction.path);
    const place = at && places.get(keyOf(at));
    return place ? anchored({ path: pathOf({ ...at, id: place.id }), value: correction.value }, place.anchor) : correction;
  });
}

function anchored(correction: ResumeCorrection, anchor: EntryAnchor | undefined): ResumeCorrection {
  return anchor ? { ...correction, anchor } : correction;
}

function keyOf({ list, id }: Pick<EntryPath, 'list' | 'id'>): string {
  return `${list}.${id}`;
}

function lostIdsIn(corrections: readonly ResumeCorrection[]): Set<string> {
  return new Set(groupsOf(corrections).filter(({ id }) => idKindOf(id) === 'lost').map(keyOf));
}

/** Says where the entry last stood; a number tells it from another that stood there. */
function lostId({ list, id }: Group, taken: Set<string>): string {
  let lost = `lost-${id}`;
  for (let count = 2; taken.has(keyOf({ list, id: lost })); count += 1) lost = `lost-${id}-${String(count)}`;
  taken.add(keyOf({ list, id: lost }));
  return lost;
}
