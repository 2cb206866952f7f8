import { candidatesOf, candidateWidth, noTrees, phraseKinds, readPhraseModel, readSentences, type PhraseModel, type Trees } from '@cairn/engine/phrases';
import { spansOf, type LabelledSentence } from '../span-score.ts';
import { boostTrees, type BoostedRows } from './boosted-trees.ts';
import { treeSettings } from './tagger-settings.ts';
import { writeModel, type TrainedChains } from './write-model.ts';

type Ads = readonly (readonly LabelledSentence[])[];
/** Of skill, then of knowledge. */
type OfBoth<Value> = readonly [Value, Value];

/** The ads in parts, each beside the ads of the other parts. 89 shares no factor with SkillSpan's 140 ads, so neighbours in the file come apart. */
export function partsOf(ads: Ads, parts: number): { readonly own: Ads; readonly others: Ads }[] {
  const partOf = (at: number): number => ((at * 89) % ads.length) % parts;
  return Array.from({ length: parts }, (_, part) => ({ own: ads.filter((_ad, at) => partOf(at) === part), others: ads.filter((_ad, at) => partOf(at) !== part) }));
}

/** The chains as they are read from the file, before there are trees. */
export function readChains(chains: TrainedChains): PhraseModel {
  return readPhraseModel(writeModel({ ...chains, trees: [noTrees, noTrees] }));
}

/** The candidates for phrases in ads that the model's chains have not seen: of each kind, rows for the trees. */
export function candidateRows(model: PhraseModel, ads: Ads): OfBoth<BoostedRows> {
  const read = ads.map((ad) => ({ ad, readings: readSentences(model, ad.map(({ tokens }) => tokens)) }));
  const rowsOf = (kind: 0 | 1): BoostedRows => {
    const rows = read.flatMap(({ ad, readings }) => candidatesOf(readings, kind).flatMap((candidates, at) => {
      const truth = new Set(spansOf((ad[at] as LabelledSentence)[phraseKinds[kind]]));
      return candidates.map((candidate) => ({ ...candidate, isTrue: truth.has(`${String(candidate.start)}-${String(candidate.end)}`) }));
    }));
    const values = new Float64Array(rows.length * candidateWidth);
    rows.forEach((row, at) => { values.set(row.values, at * candidateWidth); });
    return { values, width: candidateWidth, odds: Float64Array.from(rows, ({ odds }) => odds), labels: Uint8Array.from(rows, ({ isTrue }) => Number(isTrue)) };
  };
  return [rowsOf(0), rowsOf(1)];
}

/** The trees of both kinds, from the rows of all parts. */
export function trainTrees(parts: readonly OfBoth<BoostedRows>[]): PhraseModel['trees'] {
  const treesOf = (kind: 0 | 1): Trees => boostTrees(joinRows(parts.map((rows) => rows[kind])), treeSettings);
  return [treesOf(0), treesOf(1)];
}

function joinRows(parts: readonly BoostedRows[]): BoostedRows {
  const joined = (of: 'values' | 'odds'): Float64Array => Float64Array.from(parts.flatMap((part) => Array.from(part[of])));
  return { values: joined('values'), width: candidateWidth, odds: joined('odds'), labels: Uint8Array.from(parts.flatMap(({ labels }) => Array.from(labels))) };
}
