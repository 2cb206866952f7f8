import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileTitleModel, createOccupationFinder, createRoleFinder, prepareTitle, titleSimilarity, type OccupationFinder, type TitleModel } from '@cairn/engine/titles';
import { loadKnowledge } from '@cairn/knowledge';
import { loadTitleTable } from '@cairn/knowledge/titles';
import { csvRecords } from './read-csv.ts';
import type { BenchRow } from './row.ts';

export interface OccupationCase {
  readonly title: string;
  readonly description: string;
  readonly sector: string;
  readonly code: string;
}

/**
 * Mean average precision over the queries of `matching/jobtitle_*`: the whole corpus ranked, what is not annotated counts as
 * irrelevant. And the ads of `job_ads/hahu_ads_esco_occupation_shared.csv` whose ESCO code is the first, or among the first
 * five, of all ESCO 1.1.1 occupations. And of the ads for which a role of ours is named, those whose ISCO-08 unit group is the
 * role's; as where an ad is pasted, from title and description alone.
 */
export function measureTitles(dataDirectory: string): Promise<BenchRow[]> {
  const lines = (name: string): string[][] | null => {
    const file = join(dataDirectory, 'matching', name);
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => line.trimEnd().split('\t')) : null;
  };
  const [queries, corpus, annotations] = ['jobtitle_queries_shared.tsv', 'jobtitle_corpus_en.tsv', 'jobtitle_annotations_shared.tsv'].map(lines);
  const model = compileTitleModel(loadTitleTable());
  const precisions = queries && corpus && annotations ? averagePrecisions(queries, corpus, annotations, model) : [];
  const ads = readOccupationCases(dataDirectory);
  const finder = ads.length === 0 ? null : createOccupationFinder(model);
  const ranks = finder === null ? [] : ads.map((ad) => finder.find(ad, 5).findIndex(({ code }) => code === ad.code));
  const share = (isRight: (rank: number) => boolean): number | null => (ranks.length === 0 ? null : (100 * ranks.filter(isRight).length) / ranks.length);
  const named = finder === null ? [] : areNamedRolesRight(ads, model, finder);
  return Promise.resolve([
    { id: 'titles.similarity.map', label: 'Job titles ranked by similarity: MAP', value: precisions.length === 0 ? null : precisions.reduce((sum, value) => sum + value, 0) / precisions.length, bar: 0.45, lowerIsBetter: false, n: precisions.length },
    { id: 'titles.occupation.acc1', label: 'Occupation of an ad, the first right: %', value: share((rank) => rank === 0), bar: 45, lowerIsBetter: false, n: ranks.length },
    { id: 'titles.occupation.acc5', label: 'Occupation of an ad, among the first five: %', value: share((rank) => rank >= 0), bar: 68, lowerIsBetter: false, n: ranks.length },
    { id: 'titles.role.precision', label: 'Role named for an ad, of the right occupation group: %', value: named.length === 0 ? null : (100 * named.filter((isRight) => isRight).length) / named.length, bar: 80, lowerIsBetter: false, n: named.length },
    { id: 'titles.role.named', label: 'Ads for which a role is named: %', value: ads.length === 0 ? null : (100 * named.length) / ads.length, bar: null, lowerIsBetter: false, n: ads.length },
  ]);
}

function areNamedRolesRight(ads: readonly OccupationCase[], model: TitleModel, finder: OccupationFinder): boolean[] {
  const roles = loadKnowledge().roles;
  const groups = new Map(roles.map(({ id, iscoCode, escoCode }) => [id, escoCode?.slice(0, 4) ?? iscoCode]));
  const nearest = createRoleFinder(roles, model, finder);
  return ads.flatMap(({ title, description, code }) => {
    const role = nearest(title, description);
    return role === null ? [] : [groups.get(role.id) === code.slice(0, 4)];
  });
}

export function readOccupationCases(dataDirectory: string): OccupationCase[] {
  const file = join(dataDirectory, 'job_ads', 'hahu_ads_esco_occupation_shared.csv');
  if (!existsSync(file)) return [];
  return csvRecords(readFileSync(file, 'utf8')).map((row) => ({ title: row['title'] ?? '', description: row['description'] ?? '', sector: row['sector'] ?? '', code: row['esco_code'] ?? '' }));
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
