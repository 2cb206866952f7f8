import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileTitleModel, prepareTitle, titleSimilarity, type TitleModel } from '@cairn/engine/titles';
import { loadTitleTable } from '@cairn/knowledge/titles';
import type { BenchRow } from './row.ts';

/** Mean average precision over the queries of `matching/jobtitle_*`: the whole corpus ranked, what is not annotated counts as irrelevant. */
export function measureTitles(dataDirectory: string): Promise<BenchRow[]> {
  const lines = (name: string): string[][] | null => {
    const file = join(dataDirectory, 'matching', name);
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => line.trimEnd().split('\t')) : null;
  };
  const [queries, corpus, annotations] = ['jobtitle_queries_shared.tsv', 'jobtitle_corpus_en.tsv', 'jobtitle_annotations_shared.tsv'].map(lines);
  const precisions = queries && corpus && annotations ? averagePrecisions(queries, corpus, annotations, compileTitleModel(loadTitleTable())) : [];
  return Promise.resolve([
    { id: 'titles.similarity.map', label: 'Job titles ranked by similarity: MAP', value: precisions.length === 0 ? null : precisions.reduce((sum, value) => sum + value, 0) / precisions.length, bar: 0.45, lowerIsBetter: false, n: precisions.length },
  ]);
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
