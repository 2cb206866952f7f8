/** Words that name a post somebody holds, English and Hindi: enough to tell a role from an employer. */
import { foldKey } from '../../text/fold.ts';

const posts =
  'advocate|barrister|journeyman|bosun|rigger|scaffolder|sommelier|picker|packer|stocker|loader|labourer|laborer|handyman|caretaker|janitor|housekeeper|matron|warden|phlebotomist|radiographer|sonographer|optometrist|dietitian|dietician|accountant|actor|actuary|administrator|adviser|advisor|agent|aide|ambassador|analyst|anchor|animator|apprentice|architect|archivist|artist|assistant|associate|attendant|attorney|auditor|author|baker|banker|barista|biologist|bookkeeper|broker|builder|buyer|captain|carer|caregiver|cashier|ceo|cfo|chair|chairman|chairperson|chef|chemist|chief|cio|clerk|clinician|co-founder|cofounder|coach|coder|columnist|commander|composer|conductor|conservator|consultant|contractor|contributor|controller|convener|convenor|coo|cook|coordinator|co-ordinator|copywriter|correspondent|counsel|counsellor|counselor|cpo|creator|cto|curator|custodian|dean|delegate|dentist|deputy|designer|detective|developer|devops|dietician|dietitian|director|doctor|draftsman|draughtsman|drafter|driver|economist|editor|educator|electrician|engineer|entrepreneur|estimator|evangelist|examiner|executive|expert|facilitator|faculty|farmer|fellow|filmmaker|fitter|foreman|founder|freelancer|freelance|generalist|geologist|guard|guide|handler|head|helper|host|hostess|hygienist|illustrator|inspector|instructor|intern|interpreter|inventor|investigator|invigilator|journalist|judge|keeper|laborer|labourer|lawyer|lead|leader|lecturer|librarian|lieutenant|linguist|machinist|maintainer|manager|marketer|mason|mechanic|mediator|member|mentor|merchandiser|microbiologist|midwife|moderator|musician|negotiator|nurse|nutritionist|officer|operator|organizer|organiser|owner|painter|paralegal|paramedic|partner|pharmacist|phlebotomist|photographer|physician|physicist|physiotherapist|pilot|planner|plumber|policeman|postdoc|practitioner|president|principal|producer|professor|programmer|promoter|proprietor|prosecutor|psychologist|publisher|radiographer|radiologist|realtor|receptionist|recruiter|registrar|reporter|representative|researcher|resident|reviewer|sailor|salesman|salesperson|scholar|scientist|scribe|secretary|seller|sergeant|server|shepherd|singer|solicitor|specialist|sponsor|statistician|steward|strategist|student|superintendent|supervisor|support|surgeon|surveyor|sysadmin|tailor|teacher|technician|technologist|telecaller|teller|tester|therapist|tracer|trader|trainee|trainer|translator|treasurer|tutor|underwriter|veterinarian|vice-president|videographer|volunteer|waiter|waitress|warden|welder|winner|worker|writer|vp|svp|avp|sde|swe|sre|hr|qa|gm|md|fresher|' +
  'अभियंता|इंजीनियर|प्रबंधक|मैनेजर|शिक्षक|शिक्षिका|अध्यापक|अध्यापिका|प्राध्यापक|व्याख्याता|विश्लेषक|सहायक|इंटर्न|प्रशिक्षु|डेवलपर|विकासकर्ता|लेखाकार|लेखापाल|अधिकारी|संचालक|निदेशक|सलाहकार|परामर्शदाता|नर्स|चिकित्सक|पत्रकार|संपादक|अनुवादक|डिज़ाइनर|डिजाइनर|तकनीशियन|पर्यवेक्षक|समन्वयक|प्रशिक्षक|शोधकर्ता|शोधार्थी|वैज्ञानिक|लिपिक|सचिव|स्वयंसेवक|कार्यकारी|विशेषज्ञ|प्रमुख|क्लर्क|ऑपरेटर|टेस्टर|प्रोग्रामर|वरिष्ठ|कनिष्ठ';
/** Words of posts that are as often words of something else: half the weight. */
const weak =
  'senior|junior|sr|jr|principal|staff|head|lead|chief|support|fellow|resident|server|host|student|member|chair|research|sales|marketing|operations|development|engineering|software|product|data|project|summer|technical|business|web|frontend|backend|full-stack|fullstack|full|stack|graduate|associate|partner|assistant|expert|winner|scholar|author|internship|apprenticeship|traineeship|articleship';

const firms = new Set('partners|associates|advocates|consultants|architects|engineers|builders|developers|contractors|solicitors|attorneys|promoters|designers|brokers|merchants|traders|chartered accountants'.split('|'));

const strongPosts: ReadonlySet<string> = new Set(posts.split('|').map(foldKey));
const weakPosts: ReadonlySet<string> = new Set(weak.split('|').map(foldKey));

/** 0 to about 2: how much the words sound like a post. The last word of an English title weighs most ("Data Engineer"). */
export function roleScore(text: string): number {
  const words = foldKey(text).split(/[^\p{L}\p{M}\d-]+/u).filter((word) => word !== '');
  if (words.length === 0 || words.length > 12) return 0;
  // "Harborview Partners", "Lexfirm Advocates": many of them are a firm.
  if (words.length > 1 && firms.has(words.at(-1) as string)) return 0;
  let score = 0;
  for (const [index, word] of words.entries()) {
    const singular = word.endsWith('s') && word.length > 4 ? word.slice(0, -1) : word;
    const known = weakPosts.has(word) ? 0.35 : strongPosts.has(word) || strongPosts.has(singular) || word.split('-').some((part) => strongPosts.has(part) && part.length > 3) ? 1 : 0;
    score = Math.max(score, known * (index === words.length - 1 ? 1.2 : 1)) + (known > 0 && score > 0 ? 0.15 : 0);
  }
  return score - (words.length > 7 ? 0.3 : 0);
}
