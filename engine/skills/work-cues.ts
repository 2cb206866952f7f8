/** Words of a line of work that tell how regularly it was done, and that others were led or taught in it. */

const edge = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const end = String.raw`(?![\p{L}\p{M}])`;
const period = String.raw`(?:hour|day|night|morning|evening|shift|week|month|quarter|year|fortnight)`;

const regularly = new RegExp(
  String.raw`${edge}(?:daily|nightly|hourly|weekly|fortnightly|monthly|quarterly|yearly|annually|regularly|routinely|day[- ]to[- ]day|round[- ]the[- ]clock|on a (?:daily|weekly|monthly|regular) basis|(?:each|every) (?:[\p{L}\p{N}]+ ){0,2}?(?:${period}s?|hours|pour|delivery|visit|batch|sprint|term)|\d[\d,]* (?:[\p{L}-]+ ){0,4}?(?:a|an|per|each|every) ${period}|per ${period}|रोज़ाना|रोजाना|प्रतिदिन|हर (?:दिन|रोज़|सप्ताह|महीने|पाली)|मासिक|साप्ताहिक)${end}`,
  'iu',
);

/** "Led a batch of students" leads the students; "managed the records of students" does not. */
const group = String.raw`(?:groups?|batch(?:es)?|class(?:es)?|shifts?|units?|squads?|pairs?|number|hundreds|dozens) of `;
const people = String.raw`(?:juniors?|freshers?|trainees?|apprentices?|interns?|students?|nurses|staff|team|crew|gang|workers|labou?rers|helpers|operators|colleagues|engineers|developers|technicians|masons|teachers|volunteers|employees|members|associates|executives|joiners|hires|people|guards|drivers|cooks|assistants|recruits)`;
/** What belongs to people is managed without leading them: "managed staff records". */
const belongings = String.raw`(?:['’]s?)? (?:[\p{L}-]+ )?(?:records?|data|databases?|files?|details|attendance|payroll|salar(?:y|ies)|leaves?|portals?|websites?|systems?|accounts?|budgets?|rosters?|queries|documents?|registers?)`;
const between = String.raw`(?:${group}|(?!(?:by|of|for|with|on|to|from|in|at|as|into|under|using|about|through|against) )[\p{L}\p{N}-]+ )`;
const leading = String.raw`(?:train(?:ed|s|ing)?|taught|teach(?:es|ing)?|mentor(?:ed|s|ing)?|coach(?:ed|es|ing)?|guid(?:e|ed|es|ing)|supervis(?:e|ed|es|ing)|led|lead(?! (?:generation|conversion|qualification|time))(?:s|ing)?|head(?! (?:office|count))(?:ed|s|ing)?|manag(?:e|ed|es|ing)|oversaw|oversee(?:s|ing)?)`;
const givenTo = String.raw`(?:conduct|deliver|g[ia]v|provid|organi[sz]|impart|h[eo]ld|r[ua]n)(?:e|ed|es|s|ing|ning)? (?:[\p{L}-]+ ){0,3}?(?:training|trainings|sessions?|workshops?|classes|courses?|demonstrations?) (?:of|for|to) (?:[\p{L}\p{N}-]+ ){0,2}?${people}`;
const leadsOthers = new RegExp(
  String.raw`${edge}(?:${leading} ${between}{0,4}?${people}(?!${belongings}${end})|${givenTo}|in[- ]?charge of|(?:ward|shift|site|section|floor|store|line) in[- ]?charge)${end}`,
  'iu',
);

/** Fewer than four a year, what "quarterly" says, is not again and again. */
const rarely = new RegExp(String.raw`${edge}(?:(?:[1-3]|one|two|three|once|twice|thrice) (?:[\p{L}-]+ ){0,4}?(?:a|an|per|each|every) year|(?:once|twice) yearly)${end}`, 'giu');
/** Named by the period, and not done in it. */
const namedByPeriod = new RegExp(String.raw`${edge}(?:daily|weekly|fortnightly|monthly|quarterly|yearly) (?:newspapers?|magazines?|life|living|needs|use|active|recurring|wage (?:workers?|labou?r(?:ers)?))${end}`, 'giu');
const prize = new RegExp(String.raw`${edge}(?:awards?|awarded|prizes?|medals?|troph(?:y|ies)|scholarships?)${end}`, 'iu');
/** What the writer is paid: it opens the statement or is got. To "process monthly salaries" is work. */
const pay = new RegExp(
  String.raw`(?:^[^\p{L}\p{N}]*|${edge}(?:got|gets?|receiv(?:e|ed|es|ing)|earn(?:ed|s|ing)?|drew|draw(?:n|s|ing)?|with|on|at) )(?:(?:an?|the|my|current|last|present|basic|gross|net|fixed|starting|daily|weekly|monthly|yearly|annual) )*(?:salary|stipend|pay|wages?|ctc|bonus|incentives?|allowance|remuneration|pension)${end}`,
  'iu',
);
const amount = new RegExp(String.raw`(?:^[^\p{L}\p{N}]*|${edge}earn(?:ed|s|ing)? )(?:(?:rs\.?|inr|₹|\$) ?)?\d[\d,.]*(?: (?:rs|rupees|lakhs?|inr|usd|lpa))? (?:a|an|per|each|every) ${period}\s*$`, 'iu');

/** A number's comma and the stop of "Rs." end no statement. */
const statements = (line: string): string[] => line.split(/[,;|](?!\d)|\.\s(?=\p{Lu})/u);

/** "every shift", "daily", "60 pieces a day", "prepared monthly reports". Not a monthly award or salary, nor two papers a year. */
export const isRegular = (line: string): boolean => statements(line).some((said) => (
  regularly.test(said.replace(rarely, ' ').replace(namedByPeriod, ' ')) && !prize.test(said) && !pay.test(said) && !amount.test(said)
));

/** "trained four juniors", "in charge of the store". Not "managed a database", "managed records of 200 employees" or "trained by nurses". */
export const isInCharge = (line: string): boolean => leadsOthers.test(line);
