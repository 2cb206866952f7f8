/** `node bench/train/cross-validate-tagger.ts [--data DIR] [--epochs N] …`: settings judged inside the training file, ads kept whole. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readPhraseModel, tagSentences, type PhraseModel } from '@cairn/engine/phrases';
import { readSkillSpan, scoreSpans, type LabelledSentence } from '../span-score.ts';
import { buildLexicon } from './tagger-lexicon.ts';
import { taggerSettings } from './tagger-settings.ts';
import { trainTagger } from './tagger-training.ts';
import { writeModel } from './write-model.ts';

const option = (name: string): string | undefined => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? undefined : process.argv[at + 1]; };
const number = (name: string, fallback: number): number => Number(option(name) ?? fallback);
const data = resolve(option('data') ?? join(import.meta.dirname, '../../../shared/data'));
const settings = {
  ...taggerSettings, epochs: number('epochs', taggerSettings.epochs), averageFrom: number('average-from', taggerSettings.averageFrom), rate: number('rate', taggerSettings.rate),
  decay: number('decay', taggerSettings.decay), dropout: number('dropout', taggerSettings.dropout), minimumCount: number('minimum', taggerSettings.minimumCount), sharpness: number('sharpness', taggerSettings.sharpness),
};
const parts = number('parts', 5);
const measured = number('measured', parts);

const ads = readSkillSpan(readFileSync(join(data, 'skills/skillspan_train.jsonl'), 'utf8'));
const lexicon = buildLexicon(data, ads.flat());
// 89 and 140 have no common factor, so neighbours in the file come apart.
const partOf = (at: number): number => ((at * 89) % ads.length) % parts;

const tested: { readonly model: PhraseModel; readonly ads: readonly LabelledSentence[][] }[] = [];
for (let part = 0; part < measured; part += 1) {
  const model = readPhraseModel(writeModel(trainTagger(ads.filter((_, at) => partOf(at) !== part), lexicon, settings)));
  tested.push({ model, ads: ads.filter((_, at) => partOf(at) === part) });
}
for (const threshold of [0.2, 0.25, 0.3, 0.35]) {
  const found = tested.flatMap(({ model, ads: own }) => own.flatMap((ad) => tagSentences({ ...model, thresholds: [threshold, threshold] }, ad.map(({ tokens }) => tokens))));
  const sentences = tested.flatMap(({ ads: own }) => own.flat());
  const [all, skill, knowledge] = [scoreSpans(sentences, found), scoreSpans(sentences, found, ['skill']), scoreSpans(sentences, found, ['knowledge'])];
  console.log(`threshold ${threshold}: F1 ${all.f1.toFixed(2)} (precision ${all.precision.toFixed(1)}, recall ${all.recall.toFixed(1)}); skill ${skill.f1.toFixed(2)}, knowledge ${knowledge.f1.toFixed(2)}; ${all.spans} spans`);
}
