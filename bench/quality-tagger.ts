import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPhraseModel, tagSentences, type PhraseModel } from '@cairn/engine/phrases';
import { loadPhraseWeights } from '@cairn/knowledge';
import type { BenchRow } from './row.ts';
import { readSkillSpan, scoreSpans, type LabelledSentence, type SpanScore } from './span-score.ts';

/** Our own first bar. On SkillSpan's test file a dictionary of the training spans gets 30, JobBERT 58.9, ESCOXLM-R 62.6. */
const bar = 45;

export interface TaggerScore {
  readonly all: SpanScore;
  readonly skill: SpanScore;
  readonly knowledge: SpanScore;
}

/** Both kinds pooled, and each by itself, on the words as the file cuts them. */
export function scoreTagger(model: PhraseModel, ads: readonly (readonly LabelledSentence[])[]): TaggerScore {
  const found = ads.flatMap((ad) => tagSentences(model, ad.map(({ tokens }) => tokens)));
  const sentences = ads.flat();
  return { all: scoreSpans(sentences, found), skill: scoreSpans(sentences, found, ['skill']), knowledge: scoreSpans(sentences, found, ['knowledge']) };
}

/** The tagger on `skills/skillspan_dev.jsonl`; it was trained on `skillspan_train.jsonl` alone (knowledge/models). */
export function measureTagger(dataDirectory: string): Promise<BenchRow[]> {
  const file = join(dataDirectory, 'skills/skillspan_dev.jsonl');
  const score = existsSync(file) ? scoreTagger(readPhraseModel(loadPhraseWeights()), readSkillSpan(readFileSync(file, 'utf8'))) : null;
  const row = (id: string, label: string, kind: keyof TaggerScore, value: 'f1' | 'precision' | 'recall', own: number | null = null): BenchRow =>
    ({ id: `skills.tagger.${id}`, label: `Skill phrases, SkillSpan, strict spans, ${label}: %`, value: score === null ? null : score[kind][value], bar: own, lowerIsBetter: false, n: score === null ? 0 : score[kind].spans });
  return Promise.resolve([
    row('span-f1', 'both kinds pooled, F1', 'all', 'f1', bar), row('precision', 'precision', 'all', 'precision'), row('recall', 'recall', 'all', 'recall'),
    row('skill-f1', 'skill alone, F1', 'skill', 'f1'), row('knowledge-f1', 'knowledge alone, F1', 'knowledge', 'f1'),
  ]);
}
