/** `node bench/train/cross-validate-tagger.ts [--data DIR] [--epochs N] …`: settings judged inside the training file, ads kept whole. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tagSentences, type PhraseModel } from '@cairn/engine/phrases';
import { readSkillSpan, scoreSpans } from '../span-score.ts';
import { buildLexicon } from './tagger-lexicon.ts';
import { taggerSettings, treeParts } from './tagger-settings.ts';
import { trainTagger } from './tagger-training.ts';
import { candidateRows, partsOf, readChains, trainTrees } from './tree-training.ts';

const option = (name: string): string | undefined => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? undefined : process.argv[at + 1]; };
const number = (name: string, fallback: number): number => Number(option(name) ?? fallback);
const data = resolve(option('data') ?? join(import.meta.dirname, '../../../shared/data'));
const settings = {
  ...taggerSettings, epochs: number('epochs', taggerSettings.epochs), averageFrom: number('average-from', taggerSettings.averageFrom), rate: number('rate', taggerSettings.rate),
  seeds: taggerSettings.seeds.slice(0, number('seeds', 1)),
  decay: number('decay', taggerSettings.decay), dropout: number('dropout', taggerSettings.dropout), minimumCount: number('minimum', taggerSettings.minimumCount), sharpness: number('sharpness', taggerSettings.sharpness),
};

const ads = readSkillSpan(readFileSync(join(data, 'skills/skillspan_train.jsonl'), 'utf8'));
const lexicon = buildLexicon(data, ads.flat());
const tested = partsOf(ads, treeParts).map(({ own, others }) => {
  const model = readChains(trainTagger(others, lexicon, settings));
  return { model, ads: own, rows: candidateRows(model, own) };
});
/** Trees for a part come from the others' rows; their chains have seen the part, the trees have not. */
const corrected = tested.map(({ model }, at) => ({ ...model, trees: trainTrees(tested.filter((_, other) => other !== at).map(({ rows }) => rows)) }));

const sentences = tested.flatMap(({ ads: own }) => own.flat());
for (const [label, models] of [['chains', tested.map(({ model }) => model)], ['with trees', corrected]] as const) {
  for (const threshold of [0.2, 0.25, 0.3, 0.35]) {
    const found = tested.flatMap(({ ads: own }, at) => own.flatMap((ad) => tagSentences({ ...(models[at] as PhraseModel), thresholds: [threshold, threshold] }, ad.map(({ tokens }) => tokens))));
    const [all, skill, knowledge] = [scoreSpans(sentences, found), scoreSpans(sentences, found, ['skill']), scoreSpans(sentences, found, ['knowledge'])];
    console.log(`${label}, threshold ${String(threshold)}: F1 ${all.f1.toFixed(2)} (precision ${all.precision.toFixed(1)}, recall ${all.recall.toFixed(1)}); skill ${skill.f1.toFixed(2)}, knowledge ${knowledge.f1.toFixed(2)}; ${String(all.spans)} spans`);
  }
}
