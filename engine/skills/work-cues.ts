/** Words of a line of work that tell how regularly it was done, and that others were led or taught in it. */

const edge = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const end = String.raw`(?![\p{L}\p{M}])`;
const period = String.raw`(?:hour|day|night|morning|evening|shift|week|month|quarter|year|fortnight)`;

const regularly = new RegExp(
  String.raw`${edge}(?:daily|nightly|hourly|weekly|fortnightly|monthly|quarterly|yearly|annually|regularly|routinely|day[- ]to[- ]day|round[- ]the[- ]clock|on a (?:daily|weekly|monthly|regular) basis|(?:each|every) (?:[\p{L}\p{N}]+ ){0,2}?(?:${period}s?|hours|pour|delivery|visit|batch|sprint|term)|\d[\d,]* (?:[\p{L}-]+ ){0,4}?(?:a|an|per|each|every) ${period}|per ${period}|रोज़ाना|रोजाना|प्रतिदिन|हर (?:दिन|रोज़|सप्ताह|महीने|पाली)|मासिक|साप्ताहिक)${end}`,
  'iu',
);

const people = String.raw`(?:juniors?|freshers?|trainees?|apprentices?|interns?|students?|nurses|staff|team|crew|gang|workers|labou?rers|helpers|operators|colleagues|engineers|developers|technicians|masons|teachers|volunteers|employees|members|associates|executives|joiners|hires|people|guards|drivers|cooks|assistants|recruits)`;
const leadsOthers = new RegExp(
  String.raw`${edge}(?:(?:train(?:ed|s|ing)?|taught|teach(?:es|ing)?|mentor(?:ed|s|ing)?|coach(?:ed|es|ing)?|guid(?:e|ed|es|ing)|supervis(?:e|ed|es|ing)|led|lead(?:s|ing)?|head(?:ed|s|ing)?|manag(?:e|ed|es|ing)|oversaw|oversee(?:s|ing)?) (?:[\p{L}\p{N}-]+ ){0,4}?${people}|in[- ]?charge of|(?:ward|shift|site|section|floor|store|line) in[- ]?charge)${end}`,
  'iu',
);

/** "every shift", "daily", "60 pieces a day". */
export const isRegular = (line: string): boolean => regularly.test(line);

/** "trained four juniors", "in charge of the store". Not "managed a database". */
export const isInCharge = (line: string): boolean => leadsOthers.test(line);
