/** What an ad says of the firm and of other people ("we sell ERP to banks"), and not of whom it wants. */
import type { Span } from '../text/span.ts';
import { occupation } from './ad-facts.ts';

const wordEnd = String.raw`(?![\p{L}\p{M}])`;

/** Speaks to the reader, or of the one who is wanted: such a sentence asks, whoever its subject is. */
const asking = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?:you(?:['’](?:ll|re|ve|d))?|your|candidates?|applicants?|incumbent|must|require[sd]?|requirements?|mandatory|essential|preferred|desirable|should|hir(?:e|ing)|seek(?:s|ing)?|looking|searching for|recruit(?:s|ing)?|(?:expand|grow)(?:ing)? our team|we (?:need|want|expect)|(?:this|the) (?:role|position|job|post|successful|ideal|right)|join(?:ing)? (?:us|our)|responsible for)${wordEnd}|चाहिए|आवश्यक|अनिवार्य`,
  'iu',
);

/** What firms do for others; no verb whose third person is as often a noun of duties ("develop processes", "guide partners"). */
const doing = String.raw`(?:offer|provide|sell|make|manufacture|produce|suppl(?:y|ie)|serve|help|power|enable|empower|deliver|speciali[sz]e|focus|design|develop|build|create|operate|run|support|advise|handle|combine|connect|transform|own|distribute|import|export|trade|deal|cover|include|ship|automate|simplif(?:y|ie)|insure|lend|invest|publish|represent|consult|maintain|work with|use|cater|rel(?:y|ie))`;
const adverb = String.raw`(?:(?:also|currently|now|proudly|primarily|mainly|together|already|not only) )?`;
const kindOfFirm = String.raw`(?:compan(?:y|ies)|start-?ups?|leaders?|leading|providers?|firms?|agency|organi[sz]ation|bank|platform|consultanc(?:y|ies)|consulting|hospital|school|college|university|institution|manufacturers?|suppliers?|makers?|distributors?|retailers?|insurers?|fintech|pioneers?|brand|business|group|chain|restaurant|studio|charity|ngo|enterprise|marketplace|publisher|team of)`;
const isAFirm = String.raw`(?:an?|the|one of) (?:[^\s.;]+ ){0,8}?${kindOfFirm}`;
/** "Founded in 2011, ", "At Acme, ", "With 20 years in audit, ". */
const opening = String.raw`(?:(?:[Ff]ounded|[Ee]stablished|[Hh]eadquartered|[Bb]ased|[Ss]ince|[Ww]ith|[Aa]t|[Aa]s|[Ff]rom|[Aa]longside|[Aa]cross|[Oo]ver|[Ee]very|[Tt]oday|[Bb]esides)[\s,][^.!?]{0,120}?, ?)?`;
/** Things of the firm that do something for its customers. "Our team" may speak of the work instead. */
const thing = String.raw`(?:firm|company|clients?|agency|bank|hospital|school|business|customers?|platforms?|products?|services|solutions?|software|technolog(?:y|ies)|apps?|apis|portfolio|brands?|subsidiar(?:y|ies)|plants?|stores?|expertise|desk|marketplace|organi[sz]ation)`;
const name = String.raw`(?:[Tt]he )?\p{Lu}[\p{L}\p{N}&.’-]*(?: (?:\p{Lu}[\p{L}\p{N}&.’-]*|of|and|&|for|the)){0,5}`;

const aboutUs = new RegExp(String.raw`^(?:${opening}|(?:alongside|besides) (?:\S+ ){1,4}?)we(?:(?:['’]re| are) ${adverb}(?:${isAFirm}|\p{L}+ing)| ${adverb}(?:${doing}|process|partner))${wordEnd}`, 'iu');
const aboutOurs = new RegExp(String.raw`^${opening}(?:our|the) (?:\p{L}[\p{L}-]* ){0,2}?${thing}(?: [^.;]{0,40}?)? (?:is|are|${adverb}${doing}e?s?)${wordEnd}`, 'iu');
/** Third person: "Northwind builds", "Acme Labs is a leading …", "Bluewave's team of 200 includes …". */
const aboutName = new RegExp(
  String.raw`^${opening}(${name})(?:['’]s? [^.,;]{1,40}?)? (?:is ${isAFirm}|(?:is|are) (?:engaged|headquartered|trusted|backed|used)|${adverb}${doing}e?s)${wordEnd}`,
  'u',
);
/** No firm: the one who is wanted ("The Staff Nurse provides …"), or the verb that opens a duty ("Prepares MIS and supports …"). */
const wanted = new RegExp(String.raw`(?:${occupation}|role|position|job|post|person|individual|member|employee|fresher|duties|work|teams?|group|department|unit|division|and|of|for|the|&)$|^\p{L}+(?:ly|ing)$|^\p{Lu}\p{Ll}+s(?:,| and| &|$)`, 'iu');

/** What we do with tools that are named shows the tools of the work: "we build our services in Go". */
const withTools = /(?<![\p{L}])(?:we|our (?:back-?end|front-?end|engineers|developers|services|systems|infrastructure|code|codebase|apps?|stack))(?: are|['’]re)? (?:(?:build|develop|write|deploy|code|program|ship|work)(?:ing)?|built|written|runs?|based)(?![\p{L}])[^.;]{0,60}? (?:in|with|using|on) /iu;

/** Whether the sentence tells what the firm is, does or sells. */
export function isAboutTheFirm(sentence: string): boolean {
  const said = sentence.trim();
  if (asking.test(said)) return false;
  if (aboutUs.test(said) || aboutOurs.test(said)) return true;
  const subject = aboutName.exec(said)?.[1];
  return subject !== undefined && !wanted.test(subject);
}

const outright = /(?<![\p{L}])(?:you(?: will|['’]ll| have(?! (?:the|an) (?:opportunity|chance))|['’]ve| must| should| bring)|(?:candidates?|applicants?) (?:must|should|will|with|who)|(?:is|are) (?:essential|required|mandatory|desirable|preferred)|be responsible for)(?![\p{L}])/iu;

/** Whether it says outright what somebody who applies is to be, do or know. */
export function asksOutright(sentence: string): boolean {
  return outright.test(sentence);
}

/** Whether it tells with which tools the firm's own people work. */
export function namesToolsOfTheFirm(sentence: string): boolean {
  return withTools.test(sentence);
}

/** "…, a manufacturer of medical devices, …": the trade of a firm, up to the comma. */
const trade = /(?:(?:manufacturer|provider|supplier|maker|distributor|producer|exporter|importer|wholesaler|retailer|vendor)s? of|(?:is|are|['’]s|,) (?:an?|the) (?:\S+ ){0,3}leader in|(?:company|firm|start-?up|agency) (?:offering|providing|selling|making|speciali[sz]ing in|that (?:offers|provides|sells|makes|builds)))\s[^,.;:()]*$/iu;
/** "… alongside data scientists who use PyTorch": what others use. */
const ofOthers = /(?:alongside|with|support(?:ing)?|help(?:ing)?|by|for|from|of|to)\s(?:[\p{L}-]+\s){0,4}?(?:scientists|engineers|developers|teams?|analysts|designers|colleagues|specialists|experts|departments?|researchers|customers|clients|users)\s(?:who|that|which)\s(?:\p{L}+\s)?(?:use|work|write|build|run|code|know|develop)(?![\p{L}])[^,.;:]*$/iu;
/** "Partner with supply chain, merchandising and finance teams": whom one works with. */
const togetherWith = /(?:partner|work|collaborat\p{L}*|liais\p{L}*|coordinat\p{L}*|interact\p{L}*|interfac\p{L}*|engag\p{L}*)(?:ing)?\s(?:closely\s|directly\s|cross-functionally\s)?with\s(?:(?!\sto\s)[^.;:()])*$/iu;
const teamBehind = /^[^.;:()]{0,70}?(?<![\p{L}])(?:teams?|departments?|functions|colleagues|counterparts)(?![\p{L}])/iu;
/** "Department of Chemistry", "apply in English": where one works or writes to. */
const addressed = /(?:(?:[Dd]epartments?|[Ff]aculty|[Ss]chool|[Ii]nstitute|[Mm]inistry|[Cc]ollege|[Cc]hair) of (?:(?:[\p{Lu}&][\p{L}&-]*,?|and|the)\s){0,6}|(?:[Aa]pply|[Aa]pplications?|CV|cv|résumé|resume|interviews?)\s(?:[\p{L}]+\s){0,3}in\s)$/u;
/** Letters in front of a name that are looked at. */
const reach = 140;

/** A name in a sentence that asks, and yet names what the firm trades in, what other people use or where one works. */
export function isOfOthers(text: string, sentence: Span, mention: Span): boolean {
  const before = text.slice(Math.max(sentence.start, mention.start - reach), mention.start);
  if (togetherWith.test(before) && teamBehind.test(text.slice(mention.end, Math.min(sentence.end, mention.end + reach)))) return true;
  return trade.test(before) || ofOthers.test(before) || addressed.test(before);
}
