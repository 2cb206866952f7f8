import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileTitleModel, createOccupationFinder, createRoleFinder, fittedWeights, prepareTitle, titleSimilarity, type OccupationWeights, type TitleModel } from '@cairn/engine/titles';
import { loadKnowledge } from '@cairn/knowledge';
import { loadTitleTable } from '@cairn/knowledge/titles';
import type { BenchRow } from './row.ts';
import { weightsWithoutOwnFold } from './titles/cross-validate.ts';
import { equalWeights } from './titles/fit-weights.ts';
import { readOccupationCases, type OccupationCase } from './titles/occupation-cases.ts';
import { rankOfRight, scoreTerms } from './titles/score-terms.ts';

const bars = { first: 45, five: 68, role: 80, map: 0.45 } as const;

/**
 * Mean average precision over the queries of `matching/jobtitle_*`: the whole corpus ranked, what is not annotated counts as
 * irrelevant. And the ads of `job_ads/hahu_ads_esco_occupation_shared.csv` whose ESCO code is the first, or among the first
 * five, of all ESCO 1.1.1 occupations: with weights fitted here on four fifths of the ads for the other fifth, with and without
 * the list of other words; with equal weights, which nothing was fitted for; and with the weights that Cairn has. And of the
 * ads for which a role of ours is named, from title and description alone, those whose ISCO-08 unit group is the role's.
 */
export function measureTitles(dataDirectory: string): Promise<BenchRow[]> {
  const model = compileTitleModel(loadTitleTable());
  const precisions = measuredPrecisions(dataDirectory, model);
  const ads = readOccupationCases(dataDirectory);
  const terms = scoreTerms(ads, model);
  const plainTerms = scoreTerms(ads, model, (text) => text);
  const weights = weightsWithoutOwnFold(ads, terms);
  const plainWeights = weightsWithoutOwnFold(ads, plainTerms);
  const named = weights === null ? [] : areNamedRolesRight(ads, weights, model);
  const pair = (id: string, label: string, ranks: readonly number[] | null, hasBar: boolean): BenchRow[] => {
    const share = (below: number): number | null => (ranks === null || ranks.length === 0 ? null : (100 * ranks.filter((rank) => rank < below).length) / ranks.length);
    const row = (name: string, words: string, below: number, bar: number): BenchRow => ({ id: `titles.occupation.${id}${name}`, label: `${label}, ${words}: %`, value: share(below), bar: hasBar ? bar : null, lowerIsBetter: false, n: ranks?.length ?? 0 });
    return [row('acc1', 'the first right', 1, bars.first), row('acc5', 'among the first five', 5, bars.five)];
  };
  const ranked = (of: typeof terms, weightsOf: (at: number) => OccupationWeights): number[] => of.map((each, at) => rankOfRight(each, weightsOf(at)));
  return Promise.resolve([
    { id: 'titles.similarity.map', label: 'Job titles ranked by similarity (settings compared on ../shared/data): MAP', value: precisions.length === 0 ? null : precisions.reduce((sum, value) => sum + value, 0) / precisions.length, bar: bars.map, lowerIsBetter: false, n: precisions.length },
    ...pair('', 'Occupation of an ad left out of the fit', weights === null ? null : ranked(terms, (at) => weights[at] ?? fittedWeights), true),
    ...pair('labels-', 'The same without our list of other words', plainWeights === null ? null : ranked(plainTerms, (at) => plainWeights[at] ?? fittedWeights), true),
    ...pair('equal-', 'Nothing fitted: equal weights, no list', ranked(plainTerms, () => equalWeights), true),
    ...pair('shipped-', "Cairn's own weights (fitted on ../shared/data)", ranked(terms, () => fittedWeights), false),
    { id: 'titles.role.precision', label: 'Role named for an ad left out of the fit, of the right group: %', value: named.length === 0 ? null : (100 * named.filter((isRight) => isRight).length) / named.length, bar: bars.role, lowerIsBetter: false, n: named.length },
    { id: 'titles.role.named', label: 'Ads for which a role is named: %', value: weights === null ? null : (100 * named.length) / ads.length, bar: null, lowerIsBetter: false, n: weights === null ? 0 : ads.length },
  ]);
}

function areNamedRolesRight(ads: readonly OccupationCase[], weights: readonly OccupationWeights[], model: TitleModel): boolean[] {
  const roles = loadKnowledge().roles;
  const groups = new Map(roles.map(({ id, iscoCode, escoCode }) => [id, escoCode?.slice(0, 4) ?? iscoCode]));
  const finders = new Map([...new Set(weights)].map((own) => [own, createRoleFinder(roles, model, createOccupationFinder(model, own))]));
  return ads.flatMap(({ title, description, code }, at) => {
    const role = finders.get(weights[at] ?? fittedWeights)?.(title, description) ?? null;
    return role === null ? [] : [groups.get(role.id) === code.slice(0, 4)];
  });
}

/** Average precision of each query; none where a file is not there. */
function measuredPrecisions(dataDirectory: string, model: TitleModel): number[] {
  const lines = (name: string): string[][] | null => {
    const file = join(dataDirectory, 'matching', name);
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => line.trimEnd().split('\t')) : null;
  };
  const [queries, corpus, annotations] = ['jobtitle_queries_shared.tsv', 'jobtitle_corpus_en.tsv', 'jobtitle_annotations_shared.tsv'].map(lines);
  return queries && corpus && annotations ? averagePrecisions(queries, corpus, annotations, model) : [];
}

function averagePrecisions(queries: readonly string[][], corpus: readonly string[][], annotations: readonly string[][], model: TitleModel): number[] {
  const relevant = Map.groupBy(annotations.filter((row) => row[3] === '1'), ([query]) => query ?? '');
  const prepared = corpus.map(([id = '', title = '']) => ({ id, title: prepareTitle(title, model) }));
  return queries.flatMap(([id = '', title = '']) => {
    const wanted = new Set((relevant.get(id) ?? []).map((row) => row[2]));
    if (wanted.size === 0) return [];
    const query = prepareTitle(title, model);
    const ranked = prepared.map((one) => ({ id: one.id, score: titleSimilarity(query, one.title) })).sort((a, b) => b.score - a.score);
    let [found, sum] = [0, 0];
    ranked.forEach((one, index) => {
      if (!wanted.has(one.id)) return;
      found += 1;
      sum += found / (index + 1);
    });
    return [sum / wanted.size];
  });
}
