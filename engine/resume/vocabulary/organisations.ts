/** Words that name employers and schools, English and Hindi. */
import { foldKey } from '../../text/fold.ts';

const legalForms = 'inc|inc.|ltd|ltd.|limited|llc|llp|plc|pvt|pvt.|private|gmbh|ag|s.a.|sa|corp|corp.|corporation|co.|company|b.v.|bv|ab|as|oy|kg|s.r.l.|srl|pte|pty|incorporated|लिमिटेड|प्राइवेट|प्रा.|लि.';
const kinds =
  'technologies|technology|tech|solutions|systems|services|software|softwares|labs|lab|laboratory|laboratories|research|institute|group|bank|hospital|hospitals|clinic|school|university|college|academy|consulting|consultancy|consultants|industries|enterprises|enterprise|global|international|foundation|trust|ngo|agency|media|studio|studios|networks|network|motors|airlines|airways|railways|ministry|department|government|council|authority|board|association|society|club|committee|chapter|centre|center|company|partners|ventures|capital|holdings|insurance|finance|financial|pharma|pharmaceuticals|healthcare|biotech|energy|power|steel|cement|construction|constructions|infrastructure|infra|engineers|engineering works|builders|textiles|foods|retail|stores|hotel|hotels|resorts|restaurant|cafe|digital|interactive|analytics|cloud|robotics|mobility|logistics|telecom|communications|electronics|semiconductors|works|team|cell|startup|lok sabha|organisation|organization|federation|union|nagar nigam|panchayat|brothers|sons|associates|education|edtech|learning|classes|corporation|' +
  'विश्वविद्यालय|महाविद्यालय|विद्यालय|संस्थान|कंपनी|कम्पनी|बैंक|अस्पताल|समिति|संगठन|विभाग|मंत्रालय|निगम|परिषद|सेवा|सॉल्यूशंस|टेक्नोलॉजी|टेक्नोलॉजीज|सिस्टम्स|सॉफ्टवेयर|समूह|उद्योग|फाउंडेशन|न्यास|प्रयोगशाला|केंद्र';
/** Employers that many resumes name and whose names carry no such word. */
const wellKnown =
  'google|microsoft|amazon|apple|meta|facebook|netflix|nvidia|intel|amd|ibm|oracle|sap|adobe|salesforce|uber|airbnb|tcs|infosys|wipro|hcl|cognizant|accenture|capgemini|deloitte|kpmg|pwc|ey|isro|drdo|barc|bhel|ongc|ntpc|sail|gail|iocl|hpcl|bsnl|l&t|samsung|siemens|bosch|cisco|dell|hp|flipkart|paytm|zomato|swiggy|ola|byju|myntra|razorpay|freshworks|zoho|reliance|tata|mahindra|infoedge|jpmorgan|goldman sachs|morgan stanley|nasa|cern|unicef|unesco|who|iit|nit|iiit|iisc|bits|aiims';

const legal: ReadonlySet<string> = new Set(legalForms.split('|').map(foldKey));
const kind: ReadonlySet<string> = new Set(kinds.split('|').map(foldKey));
const known: ReadonlySet<string> = new Set(wellKnown.split('|').map(foldKey));

/** 0 to about 2: how much the words sound like an employer or a society. */
export function organisationScore(text: string): number {
  const words = foldKey(text).split(/[\s,()/]+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > 14) return 0;
  let score = 0;
  for (const word of words) {
    const bare = word.replace(/[.]$/, '');
    if (legal.has(word) || legal.has(bare)) score += 1;
    else if (kind.has(bare)) score += 0.6;
    else if (known.has(bare)) score += 0.7;
  }
  if (words.length > 1 && /^(?:associates|advocates|builders|promoters|contractors|solicitors|attorneys|developers|architects|traders)$/.test(words.at(-1) as string)) score += 0.6;
  if (/\.(?:com|io|ai|in|org|net|co|dev|app)$/i.test(text.trim())) score += 0.8;
  return Math.min(2, score);
}

/** True for a piece that only ends a company's name: "Inc.", "Pvt. Ltd.", "LLC". */
export function isLegalForm(text: string): boolean {
  const words = foldKey(text).split(/\s+/).filter((word) => word !== '');
  return words.length > 0 && words.length <= 3 && words.every((word) => legal.has(word) || legal.has(word.replace(/[.)(]/g, '')));
}

const schoolWords =
  'university|college|institute|institution|school|academy|polytechnic|vidyalaya|vidyapeeth|vidya|mandir|convent|campus|faculty|iit|nit|iiit|iim|iisc|iiser|bits|vit|srm|mit|eth|epfl|ucla|ucl|kiit|nift|nid|aiims|ignou|gymnasium|lycée|lycee|universität|universitat|università|universidad|universidade|université|universiteit|üniversitesi|hochschule|fachhochschule|école|ecole|politecnico|politecnica|colegio|instituto|iti|kendriya|navodaya|jnv|dav|dps|saraswati|gurukul|madrasa|seminary|conservatory|universitas|public school|high school|inter college|engineering college|' +
  'विश्वविद्यालय|महाविद्यालय|विद्यालय|संस्थान|विद्यापीठ|कॉलेज|कालेज|स्कूल|विद्या|मंदिर|आईआईटी|एनआईटी|पॉलिटेक्निक|अकादमी|इंटर कॉलेज';
const schools: ReadonlySet<string> = new Set(schoolWords.split('|').map(foldKey));

/** 0 to 1: how much the words sound like a place of learning. */
export function schoolScore(text: string): number {
  const words = foldKey(text).split(/[^\p{L}\p{M}\d&]+/u).filter((word) => word !== '');
  if (words.length === 0 || words.length > 16) return 0;
  return words.some((word) => schools.has(word) || /(?:universit|vidyalay|विद्यालय$)/.test(word)) ? 1 : 0;
}
