import { phraseKinds, type PhraseKind, type TaggedPhrase } from '@cairn/engine/phrases';

/** A sentence of SkillSpan. */
export interface LabelledSentence {
  /** The ad it belongs to; sentences of an ad follow each other. */
  readonly ad: string;
  readonly tokens: readonly string[];
  /** B, I or O for each token. */
  readonly skill: readonly string[];
  readonly knowledge: readonly string[];
}

export interface SpanScore {
  /** Per cent. */
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  /** Spans that are there. */
  readonly spans: number;
}

/** The lines of a SkillSpan file (`skillspan_train.jsonl`), by ad. */
export function readSkillSpan(jsonl: string): LabelledSentence[][] {
  const ads = new Map<string, LabelledSentence[]>();
  for (const line of jsonl.split('\n')) {
    if (line.trim() === '') continue;
    const { idx, source, tokens, tags_skill: skill, tags_knowledge: knowledge } = JSON.parse(line) as { idx: number; source?: string; tokens: string[]; tags_skill: string[]; tags_knowledge: string[] };
    const ad = `${source ?? ''} ${idx}`;
    const own = ads.get(ad) ?? [];
    own.push({ ad, tokens, skill, knowledge });
    ads.set(ad, own);
  }
  return [...ads.values()];
}

/** The spans of a BIO row as "start-end", end not included. An I after an O begins a span, as in conlleval. */
export function spansOf(bio: readonly string[]): string[] {
  const spans: string[] = [];
  for (let start = 0; start < bio.length; start += 1) {
    if (bio[start] === 'O' || (bio[start] === 'I' && start > 0 && bio[start - 1] !== 'O')) continue;
    let end = start + 1;
    while (bio[end] === 'I') end += 1;
    spans.push(`${start}-${end}`);
  }
  return spans;
}

/** Strict: a span counts when its start, its end and its kind are equal; micro-averaged over the kinds named. */
export function scoreSpans(sentences: readonly LabelledSentence[], found: readonly (readonly TaggedPhrase[])[], kinds: readonly PhraseKind[] = phraseKinds): SpanScore {
  let said = 0;
  let there = 0;
  let hits = 0;
  sentences.forEach((sentence, at) => {
    for (const kind of kinds) {
      const truth = new Set(spansOf(sentence[kind]));
      const own = (found[at] ?? []).filter((phrase) => phrase.kind === kind);
      there += truth.size;
      said += own.length;
      hits += own.filter(({ start, end }) => truth.has(`${start}-${end}`)).length;
    }
  });
  const share = (of: number): number => (of === 0 ? 0 : (100 * hits) / of);
  return { f1: said + there === 0 ? 0 : (200 * hits) / (said + there), precision: share(said), recall: share(there), spans: there };
}
