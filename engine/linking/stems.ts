/**
 * English words brought down to what they share: the stem (one word's inflections: "managing", "manages") and the root
 * (the words made from it: "manager", "management"). Rules and not a dictionary, so a root is a key for comparing and
 * not a word. After the suffix rules of M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), shortened.
 */

/** Shorter beginnings say too little: "use" and "user" may meet, "car" and "care" may not. */
const shortestStem = 3;
const shortestRoot = 4;

/** What the rules would part although it belongs together, or the other way round: a root, then words and stems that have it. */
const families = `
analys: analysi analys analyt analytic analytical analytics analyst analyz
solv: solution solv
statist: statistic statistical
innov: innovately
comput: computer
communic: communicat communicate
community: community
internation: international
nation: nation national
general: general
generat: generat generate
university: university
universal: universal
policy: policy
police: police
servic: servic
mobile: mobile
organism: organism
organic: organic
organ: organ
organis: organis organisation organization
station: station
patient: patient
client: client
agent: agent agency
activ: active
solvent: solvent
solid: solid
solidity: solidity
securities: securiti securities
improvis: improvis improvise improvisation
experienc: experienc experience
product: product
production: production
productiv: productivity productive
`;
const fixedRoots: ReadonlyMap<string, string> = new Map(families.trim().split('\n').flatMap((family) => {
  const [root = '', words = ''] = family.split(': ');
  return words.split(' ').map((word) => [word, root] as const);
}));

const hasVowel = /[aeiouy]/;

/** "running" → "run": the doubled letter goes, save those that words end in by themselves ("sell", "pass", "buzz"). */
function undouble(stem: string): string {
  return /([^aeiouylsz])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}

function withoutEnding(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (/(?:ss|us|is|ics)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  if (/[^aeiou]ied$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') && word.length > shortestStem ? word.slice(0, -1) : word;
}

/** The stem of one folded word: singular, and without -ing, -ed and a silent e. Words with signs or digits stay as they are. */
export function stemOf(word: string): string {
  if (word.length <= shortestStem || !/^[a-z]+$/.test(word)) return word;
  const singular = withoutEnding(word);
  const bare = /^(.*?)(?:ing|ed)$/.exec(singular)?.[1];
  const stem = bare !== undefined && bare.length >= shortestStem && hasVowel.test(bare) ? undouble(bare) : singular;
  const spelled = stem.replace(/i[sz]e?$/, 'is').replace(/yz$/, 'ys').replace(/our$/, 'or');
  return spelled.length > shortestStem && spelled.endsWith('e') ? spelled.slice(0, -1) : spelled;
}

/** Longest first: the first that leaves enough of the word is taken. */
const rootEndings = [
  'isation', 'fulness', 'ently', 'antly', 'ability', 'ibility', 'ership', 'ations', 'ition', 'ation', 'atory', 'ively', 'ately', 'ician', 'ment', 'ness', 'ativ',
  'ator', 'tion', 'sion', 'ical', 'ance', 'anc', 'ence', 'enc', 'ancy', 'ency', 'ally', 'ably', 'ibly', 'ship', 'ory', 'ity', 'ful', 'less', 'abl', 'ibl', 'ion', 'ist', 'ism', 'ial',
  'ics', 'iv', 'al', 'ic', 'ly', 'ant', 'ent', 'er', 'or', 'at', 'is', 'e', 'y', 'i',
].toSorted((one, other) => other.length - one.length);

/** Words in -ent, -ant, -er and -or whose ending is no ending. */
const wholeWords = /^(?:present|represent|implement|document|agent|client|patient|content|event|invent|comment|engineer|computer|paper|power|water|customer|server|order|consider|number|letter|member|deliver|answer|offer|cover|discover|recover|register|monitor|factor|sector|vector|matter|master)/;

/** The root of one folded word: its stem without the ending that made it out of another word, where enough is left. */
export function rootOf(word: string): string {
  const stem = stemOf(word);
  const fixed = fixedRoots.get(word) ?? fixedRoots.get(stem);
  if (fixed !== undefined) return fixed;
  if (!/^[a-z]+$/.test(stem)) return stem;
  const whole = wholeWords.exec(stem)?.[0];
  if (whole !== undefined && (whole === stem || rootEndings.includes(stem.slice(whole.length)))) return whole;
  const ending = rootEndings.find((letters) => stem.endsWith(letters) && stem.length - letters.length >= shortestRoot) ?? '';
  const root = stem.slice(0, stem.length - ending.length);
  const bare = root.replace(/(?:at|iz|is|at|i|e)$/, '');
  return bare.length >= shortestRoot + 1 ? bare : root;
}
