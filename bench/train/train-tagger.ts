/**
 * `node bench/train/train-tagger.ts [--data DIR]`: trains the phrase tagger on SkillSpan's training file and writes
 * knowledge/models/skill-phrases.bin and, beside it, what it was made from. The same data gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readPhraseModel } from '@cairn/engine/phrases';
import { scoreTagger } from '../quality-tagger.ts';
import { readSkillSpan } from '../span-score.ts';
import { taggerSettings, treeParts, treeSettings } from './tagger-settings.ts';
import { gradeSettings } from './grade-training.ts';
import { buildLexicon, lexiconSettings } from './tagger-lexicon.ts';
import { trainTagger } from './tagger-training.ts';
import { textSources } from './text-sources.ts';
import { candidateRows, partsOf, readChains, trainTrees } from './tree-training.ts';
import { writeModel } from './write-model.ts';

const root = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({ options: { data: { type: 'string', default: resolve(root, '../shared/data') } } });
const data = resolve(values.data);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const trainingFile = 'skills/skillspan_train.jsonl';
const training = readFileSync(join(data, trainingFile));
const ads = readSkillSpan(training.toString('utf8'));
const lexicon = buildLexicon(data, ads.flat());
const trees = trainTrees(partsOf(ads, treeParts).map(({ own, others }) => candidateRows(readChains(trainTagger(others, lexicon, { ...taggerSettings, seeds: taggerSettings.seeds.slice(0, 1) })), own)));
const bytes = writeModel({ ...trainTagger(ads, lexicon, taggerSettings), trees });
writeFileSync(join(root, 'knowledge/models/skill-phrases.bin'), bytes);

const devFile = join(data, 'skills/skillspan_dev.jsonl');
const dev = existsSync(devFile) ? scoreTagger(readPhraseModel(bytes), readSkillSpan(readFileSync(devFile, 'utf8'))) : null;
const provenance = {
  what: 'Weights of the phrase tagger (engine/phrases): two linear-chain CRFs over hashed features, word clusters and phrase hashes, and boosted trees over whole phrases; no text of the data is in them.',
  madeBy: 'node bench/train/train-tagger.ts',
  bytes: bytes.byteLength,
  sha256: sha256(bytes),
  labelled: { file: trainingFile, source: 'SkillSpan (Zhang, Jensen, Sonniks, Plank 2022), github.com/kris927b/SkillSpan at 2ccf3de5, data/json', licence: 'MIT', sha256: sha256(training), ads: ads.length, sentences: ads.flat().length },
  withoutLabels: textSources.map(({ file, source, licence }) => ({ file, source, licence, sha256: sha256(readFileSync(join(data, file))) })),
  alsoListed: 'The names and aliases of the skills in knowledge/skills, as they were on that day.',
  settings: { chains: taggerSettings, trees: { ...treeSettings, parts: treeParts }, grades: gradeSettings, lexicon: lexiconSettings },
  dev: dev === null ? null : { file: 'skills/skillspan_dev.jsonl', strictSpanF1: dev.all.f1, precision: dev.all.precision, recall: dev.all.recall, skillF1: dev.skill.f1, knowledgeF1: dev.knowledge.f1, spans: dev.all.spans },
};
writeFileSync(join(root, 'knowledge/models/skill-phrases.json'), `${JSON.stringify(provenance, undefined, 2)}\n`);
console.log(`${bytes.byteLength} bytes; dev ${JSON.stringify(provenance.dev)}`);
