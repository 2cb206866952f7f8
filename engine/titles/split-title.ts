/** From the least to the most: what a title says about how far somebody is and what they answer for. */
export const titleSeniorities = ['intern', 'trainee', 'junior', 'mid', 'senior', 'lead', 'manager', 'director', 'executive'] as const;
export type TitleSeniority = (typeof titleSeniorities)[number];

export interface TitleParts {
  /** The work itself, as written but for abbreviations: "Software Engineer", "Finance", "Civil Engineer". */
  readonly function: string;
  /** "mid" where the title says nothing. */
  readonly seniority: TitleSeniority;
  /** The words that say the seniority; none where nothing does. */
  readonly seniorityWords: readonly string[];
  /** What else the title says: "Remote", "Contract", a place, years. */
  readonly extras: readonly string[];
}

export interface SplitOptions {
  /** Whether a part of a title names a place; without it no place is recognised. */
  readonly isPlace?: (text: string) => boolean;
}

/** Longer lines are no titles. */
const longestTitle = 160;

/** Abbreviations of whole posts, mostly Indian usage. */
const posts: Readonly<Record<string, string>> = {
  sde: 'Software Development Engineer', swe: 'Software Engineer', sdet: 'Software Development Engineer in Test', ase: 'Associate Software Engineer', sse: 'Senior Software Engineer', get: 'Graduate Engineer Trainee', pget: 'Post Graduate Engineer Trainee', det: 'Diploma Engineer Trainee',
  pgt: 'Post Graduate Teacher', tgt: 'Trained Graduate Teacher', prt: 'Primary Teacher', bde: 'Business Development Executive', bdm: 'Business Development Manager', deo: 'Data Entry Operator', hrbp: 'HR Business Partner', rmo: 'Resident Medical Officer', sre: 'Site Reliability Engineer',
  avp: 'Associate Vice President', vp: 'Vice President', svp: 'Senior Vice President', evp: 'Executive Vice President', gm: 'General Manager', agm: 'Assistant General Manager', dgm: 'Deputy General Manager', md: 'Managing Director', tl: 'Team Lead',
  ceo: 'Chief Executive Officer', cto: 'Chief Technology Officer', cfo: 'Chief Financial Officer', coo: 'Chief Operating Officer', cio: 'Chief Information Officer', cmo: 'Chief Marketing Officer', chro: 'Chief Human Resources Officer', ciso: 'Chief Information Security Officer',
};
const abbreviations: Readonly<Record<string, string>> = {
  sr: 'Senior', snr: 'Senior', jr: 'Junior', jnr: 'Junior', asst: 'Assistant', assist: 'Assistant', assoc: 'Associate', mgr: 'Manager', mngr: 'Manager', engr: 'Engineer', eng: 'Engineer', exec: 'Executive', dy: 'Deputy', dir: 'Director', dev: 'Developer', admin: 'Admin',
};
const words = (list: string): string => String.raw`(?<![\p{L}\p{M}\p{N}])(?:${list})(?![\p{L}\p{M}\p{N}])`;
const rule = (list: string): RegExp => new RegExp(words(list), 'giu');

const extra = new RegExp(String.raw`^(?:${[
  'remote|fully remote|hybrid|on-?site|wfh|work from home|anywhere|virtual|रिमोट', 'contract(?:ual|or)?|c2h|contract to hire|freelance|temporary|temp|permanent|casual|locum|per diem|seasonal|consultancy basis|fixed[- ]term|maternity cover',
  'full[- ]?time|part[- ]?time|ft|pt|(?:night|day|evening|rotational|weekend) shifts?|shifts?|(?:1st|2nd|3rd) shift', 'urgent(?:ly)?(?: (?:hiring|required|opening))?|immediate(?: joiners?)?|walk-?in(?: drive)?|hiring|now hiring|re-?advertis(?:ed|ement)|new|multiple openings?',
  '[mfwdx](?:/[mfwdx*]){1,3}|male|female|male/female|all genders', String.raw`\d{1,2}\s*(?:-|–|to|\+)?\s*(?:\d{1,2})?\s*\+?\s*(?:years?|yrs?|months?)(?: (?:experience|exp))?`, String.raw`(?:batch|class of)?\s*20\d\d(?: batch)?`, String.raw`(?:req|job|id|ref)[ .#:-]*[\w-]*\d[\w-]*|#?\d{4,}`,
].join('|')})$`, 'iu');

/** Posts whose name has "manager" in it although they lead work and not people. */
const ofWork = 'product|project|program|programme|account|accounts|relationship|case|community|category|brand|content|campaign|customer success|delivery|release|scrum|event|events|property|portfolio|fund|social media';
const craftHead = 'nurse|chef|cook|teacher|coach|constable|clerk|librarian|cashier|gardener|waiter|barista|master|mistress';

interface Rule {
  readonly pattern: RegExp;
  readonly seniority: TitleSeniority;
  /** What stays in the function in place of the words. */
  readonly keep?: string;
}

/** In this order the first that fits says the seniority; the words of all that fit leave the function. */
const rules: readonly Rule[] = [
  { pattern: rule('summer intern|intern(?:s|ship|ee)?|co-?op student|working student|इंटर्न'), seniority: 'intern' },
  { pattern: rule('graduate trainee|trainee|traineeship|apprentice(?:ship)?|articleship|article(?:d)? (?:assistant|clerk|trainee)|articled|probationer|प्रशिक्षु'), seniority: 'trainee' },
  { pattern: rule('(?:associate|assistant|deputy) vice president'), seniority: 'director' },
  { pattern: rule(String.raw`chief (\p{L}[\p{L} &]{1,40}?) officer`), seniority: 'executive', keep: '$1' },
  { pattern: rule('managing director|executive director|(?:senior |executive )?vice president|president|co-?founder|founder|chairman|chairwoman|chairperson'), seniority: 'executive' },
  { pattern: rule('(?:deputy|assistant|associate|additional|joint|senior) (?:general manager|director)|general manager|director|head of|(?:department|division|country|regional|zonal|business|practice) head|निदेशक'), seniority: 'director' },
  { pattern: new RegExp(String.raw`${words('head')}(?=\s*$)|^head(?=\s*$)`, 'giu'), seniority: 'director' },
  { pattern: rule('chief of staff|(?<!\\p{L} )principal(?=\\s*$)'), seniority: 'director', keep: '$&' },
  { pattern: rule('(?:assistant|deputy|associate) manager'), seniority: 'lead' },
  { pattern: rule(String.raw`(?<!(?:${ofWork}) )(?:senior |regional |area |zonal )?manager|superintendent|प्रबंधक`), seniority: 'manager' },
  { pattern: rule(String.raw`(?:team|tech|technical) lead(?:er)?|lead|principal(?= \p{L})|chief(?= (?!of )\p{L})|head(?= (?:${craftHead}))|executive(?= chef)|staff(?= (?:software|engineer|developer|scientist|designer|data|product|machine|site|research|security|backend|frontend|devops))|in-?charge`), seniority: 'lead' },
  { pattern: rule('ward sister|nursing sister'), seniority: 'lead', keep: 'Nurse' },
  { pattern: rule('supervisor|foreman|forewoman|पर्यवेक्षक'), seniority: 'lead', keep: '$&' },
  { pattern: rule('senior|distinguished|seasoned|experienced|वरिष्ठ'), seniority: 'senior' },
  { pattern: rule('(?:solutions?|software|enterprise|data|cloud|technical|systems?|security|network|platform) architect'), seniority: 'senior', keep: '$&' },
  { pattern: new RegExp(String.raw`(?<=\p{L}[ -]?)(?<![\p{L}])(?:level |grade |l)?(?:iii|iv|v|3|4|5)(?=\s*$)`, 'giu'), seniority: 'senior' },
  { pattern: rule('junior|entry[- ]level|graduate(?= (?:engineer|developer|analyst|software|consultant|programmer|architect|scientist))|freshers?(?: only| can apply)?|कनिष्ठ'), seniority: 'junior' },
  { pattern: /^(?:associate|assistant)(?= (?!professor|to\b|surgeon|dean|in\b|for\b)\p{L})/giu, seniority: 'junior' },
  { pattern: new RegExp(String.raw`(?<=\p{L}[ -]?)(?<![\p{L}])(?:level |grade |l)?(?:i|1)(?=\s*$)`, 'giu'), seniority: 'junior' },
  { pattern: new RegExp(String.raw`${words('mid[- ]?(?:level|senior)?|intermediate')}|(?<=\p{L}[ -]?)(?<![\p{L}])(?:level |grade |l)?(?:ii|2)(?=\s*$)`, 'giu'), seniority: 'mid' },
];
/** A rest of these words alone is no work: the specialisation behind it is. */
const restOnly = /^(?:of|for|the|and|-|,|&|\s|officer)*$/iu;
const generalPost = /^(?:engineer|executive|officer|teacher|analyst|consultant|associate|technician|developer|architect|specialist|nurse|lecturer|professor|instructor|coordinator|representative|operator|assistant|designer|scientist|trainer|supervisor|staff nurse)$/iu;
const betweenParts = /[()[\]{}|,;:]|\s[-–—]+\s|\s[-–—]+|[-–—]+\s|\s\/\s/u;

/**
 * Splits a job title into the work, the seniority and what else it says: "Sr. Software Engineer II (Remote)" is Software
 * Engineer, senior, [Remote]. Abbreviations are written out first; parts in brackets and behind dashes and commas are extras,
 * seniority or a specialisation ("Jr. Engineer (Civil)" is Civil Engineer). Where several words say a seniority, learning
 * (intern, trainee) wins over leading, leading over experience. Linear in the title; never throws.
 */
export function splitTitle(title: string, { isPlace }: SplitOptions = {}): TitleParts {
  const parts = title.slice(0, longestTitle).split(betweenParts).map((part) => part.replace(/\s+/gu, ' ').trim()).filter((part) => part !== '');
  const extras: string[] = [];
  const kept: string[] = [];
  for (const part of parts) {
    const words = outerExtras(part);
    extras.push(...words.extras);
    if (words.rest === '') continue;
    if (kept.length > 0 && /^(?:[iv]{1,3}|\d)$/iu.test(words.rest)) kept.push(`${kept.pop() ?? ''} ${words.rest}`);
    else if (kept.length > 0 && isPlace?.(words.rest) === true) extras.push(words.rest);
    else kept.push(words.rest);
  }
  const said = kept.map(readPart);
  const first = rules.findIndex(({ pattern }) => said.some(({ matched }) => matched.some((match) => match.pattern === pattern)));
  const functions = [...new Set(said.map(({ rest }) => rest))].filter((rest) => !restOnly.test(rest));
  const [main, ...details] = functions;
  const work = main === undefined ? writeOut(kept[0] ?? title.trim()) : details.length === 1 && generalPost.test(main) ? `${details[0] ?? ''} ${main}` : functions.join(', ');
  return {
    function: work,
    seniority: rules[first]?.seniority ?? 'mid',
    seniorityWords: said.flatMap(({ matched }) => matched.map(({ word }) => word)),
    extras,
  };
}

/** "Software Engineer Remote", "Remote Software Engineer": extras stand at the ends of a part without a mark, too. */
function outerExtras(part: string): { rest: string; extras: string[] } {
  const [first = '', ...others] = part.split(' ');
  if (others.length === 0 || !/^(?:remote|hybrid|freelance|contract|temporary|part-time|full-time|urgent)$/iu.test(first)) return trailingExtras(part);
  const behind = trailingExtras(others.join(' '));
  return { rest: behind.rest, extras: [first, ...behind.extras] };
}

function trailingExtras(part: string): { rest: string; extras: string[] } {
  if (extra.test(part)) return { rest: '', extras: [part] };
  const all = part.split(' ');
  for (const count of [3, 2, 1]) {
    const end = all.slice(-count).join(' ');
    if (all.length > count && /^\p{L}/u.test(end) && extra.test(end) && !/^(?:new|male|female|ft|pt|temp)$/iu.test(end)) {
      const before = trailingExtras(all.slice(0, -count).join(' '));
      return { rest: before.rest, extras: [...before.extras, end] };
    }
  }
  return { rest: part, extras: [] };
}

function readPart(part: string): { rest: string; matched: { pattern: RegExp; word: string }[] } {
  let rest = writeOut(part);
  const matched: { pattern: RegExp; word: string }[] = [];
  for (const { pattern, keep } of rules) {
    // A word that stays would be found by the rules behind: "Site Supervisor" is asked once.
    const found = rest.match(pattern)?.[0];
    if (found === undefined) continue;
    matched.push({ pattern, word: found });
    rest = rest.replace(pattern, keep ?? ' ').replace(/\s+/gu, ' ').trim();
  }
  return { rest: rest.replace(/^(?:(?:of|for|the|and|&|to|-)(?=\s|$)\s*)+|(?:\s*(?:of|for|the|and|&|-))+$/giu, '').trim(), matched };
}

/** Abbreviations written out: of posts where they stand alone or before a number, of words anywhere. */
function writeOut(part: string): string {
  return part
    .replace(/(?<![\p{L}\p{N}])(\p{L}{2,6})(?![\p{L}\p{M}])\.?(?:[ -]?(?=\d\b))?/gu, (written: string, word: string) => {
      const key = word.toLowerCase();
      const isUpper = word === word.toUpperCase();
      const post = posts[key];
      if (post !== undefined && (isUpper || part.length <= key.length + 3)) return written.length > word.length ? `${post} ` : post;
      const short = Object.hasOwn(abbreviations, key) ? abbreviations[key] : undefined;
      return short ?? written;
    })
    .replace(/(?<!\p{L})CA(?= (?:articleship|article|articled|trainee|intern|inter|final))/giu, 'Chartered Accountant')
    .replace(/\s+/gu, ' ')
    .trim();
}
