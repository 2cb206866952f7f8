/** Names that a resume gives as what its writer wants: to learn, to become, to work in. They prove nothing yet. */
import { sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';

const edge = String.raw`(?<![\p{L}\p{M}])`;
const end = String.raw`(?![\p{L}\p{M}])`;

const wanting = String.raw`(?:want(?:s|ing)?|wish(?:es|ing)?|hop(?:es?|ing)|eager|keen|excited|ready|willing|plan(?:s|ning)?|intend(?:s|ing)?|aim(?:s|ing)?|aspir(?:es?|ing)|love|like|looking) to`;
const post = String.raw`(?:position|roles?|jobs?|career|opportunit(?:y|ies)|posts?|placements?|internships?|apprenticeships?|employment|traineeships?|vacancy)`;
/** Each opens a wish, which holds to the end of its sentence. */
const opensWish = new RegExp(
  String.raw`${edge}(?:(?:look|search|hunt)ing for|seek(?:s|ing)?|in (?:search|pursuit) of|(?:would|i['’]d) (?:like|love)(?: to)?|${wanting}|keen on|aspiring|(?:a |an |with |strong |keen |deep |particular |growing |special )*interest(?:ed|s)? in|interested to|passion(?:ate)? (?:for|about)|curious about|fascinated by|open to|(?:transition|mov|pivot|switch|chang|break|grow)(?:e|ing|ion)? (?:in)?to|retraining (?:as|in)|(?:obtain|secure|get|find|gain|land|pursue|build|make|start|begin) (?:an?|my) (?:[\p{L}-]+[ ,]{1,2}){0,4}?${post}|${post} (?:applied for|sought|desired)|(?:desired|target|preferred) (?:role|position|job|post)|appl(?:y|ying|ication) for|(?:future|learning|career) (?:goals?|plans?|aims?)|(?:where|so that) i (?:can|could|will|may) (?:learn|explore|grow|gain)|on my way to)${end}`,
  'giu',
);
/** An objective told in the infinitive: "To work as a tester in …". */
const objective = /^(?:[\p{L}]+(?: [\p{L}]+)?\s?[:–-]\s?)?to (?:work|become|be|pursue|learn|excel|grow|secure|obtain|build|make|establish|contribute|join|gain|get|enhance|explore|achieve|develop|start|utili[sz]e|use|apply|associate|attain|acquire)(?![\p{L}])/iu;
/** What is brought along ends the wish: "… a post where I can use my Python", "… with 4 years of Java". Not "gain experience in". */
const takesBack = new RegExp(
  String.raw`${edge}(?<!(?:gain|gaining|acquire|acquiring|get|getting|build|building|develop|developing|obtain|more|further|deeper|new)\s(?:[\p{L}-]+[\s,]+){0,3})(?:my|leverag(?:e|ing)|utili[sz](?:e|ing)(?! the)|appl(?:y|ying) (?:my|strong|proven)|drawing on|based on|backed by|having|offering|bringing|proficient|skilled|experienced?(?= (?:in|with|of|as))|experience(?= (?:in|with|of|as))|(?:over |more than )?\d{1,2}\+?(?: plus)? years?|expertise|background in|hands-on|i (?:have|am|know|bring|hold|use|work)|with (?:strong|good|solid|extensive|proven|excellent|sound|deep|knowledge|skills?)|certified)${end}`,
  'giu',
);
/** Parts of a line that speak for themselves: "Aspiring data scientist | Python | SQL". */
const breaks = /[|•·;]|\s[–—]\s/gu;

/** A remark of a name's own: "Rust (want to learn)". */
const remark = /^\s*(?:\(|[–—-]\s)\s*(?:i )?(?:want|wish|hope|keen|eager|plan(?:ned|ning)?|to learn|to be learned|interested|next|future|aspiring)(?![\p{L}])/iu;
/** Hindi says it behind the name: "पायथन सीखना चाहता हूँ", "गहन चिकित्सा में पद की तलाश". */
const wishBehind = /^[^।.;\n]{0,40}?(?:सीख(?:ना|ने)[^।.;\n]{0,16}?(?:चाह|इच्छ|उत्सुक)|(?:पद|नौकरी|करियर|कैरियर|अवसर)[^।.;\n]{0,16}?(?:तलाश|चाह|इच्छ|खोज)|(?:में|की) रुचि|(?:काम|कार्य) करना चाह)/u;
/** Every wish above holds one of these; most texts hold none. */
const hint = /look|search|hunt|seek|pursuit|would|['’]d l|want|wish|hop(?:e|ing)|eager|keen|excited|ready|willing|plan|intend|aim|aspir|love|like|interest|passion|curious|fascinat|open to|transition|mov|pivot|switch|chang|break|grow|retrain|obtain|secure|position|role|job|career|post|appl|future|goal|learn|explore|my way|to (?:work|become|be|contribute|build|get|gain|use)|सीख|पद|नौकरी|करियर|कैरियर|अवसर|रुचि|चाह/i;

/** Letters behind a name that are looked at. */
const reach = 70;

/** The stretches of a sentence that wish. */
function wishesOf(text: string, { start, end: stop }: Span): Span[] {
  const sentence = text.slice(start, stop);
  const openings = [...(objective.test(sentence) ? [0] : []), ...Array.from(sentence.matchAll(opensWish), ({ index }) => index)];
  if (openings.length === 0) return [];
  const ends = [...Array.from(sentence.matchAll(takesBack), ({ index }) => index), ...Array.from(sentence.matchAll(breaks), ({ index }) => index), sentence.length].toSorted((a, b) => a - b);
  return openings.map((opening) => ({ start: start + opening, end: start + (ends.find((at) => at > opening) as number) }));
}

/** For each name, in order of the text, whether it is only wished for where it stands. */
export function wishes(text: string, names: readonly Span[]): boolean[] {
  if (names.length === 0 || !hint.test(text)) return names.map(() => false);
  const stretches = sentences(text).flatMap((sentence) => wishesOf(text, sentence));
  let next = 0;
  return names.map((name) => {
    while ((stretches[next]?.end ?? Infinity) <= name.start) next += 1;
    const stretch = stretches[next];
    const behind = text.slice(name.end, name.end + reach);
    return (stretch !== undefined && stretch.start < name.start) || remark.test(behind) || wishBehind.test(behind);
  });
}
