/** How ads of several professions word how strongly and at which level they ask, read with the shipped knowledge. */
import { readJobAd } from '@cairn/engine/gap';
import { compileTaxonomy } from '@cairn/engine/skills';
import { loadKnowledge } from '@cairn/knowledge';
import { expect, test } from 'vitest';

const taxonomy = compileTaxonomy(loadKnowledge().skills);
/** Asks for nothing, so that a wording can be shown on one line. */
const company = 'Join the friendly people of our small place and grow with us every single day.\n';

/** Each skill with its alternatives, kind and level, in the order of their names: "docker nice 1". */
function asked(text: string): string {
  const reading = readJobAd(company + text, taxonomy);
  if (!reading.ok) throw new Error(reading.failure.code);
  return reading.jobAd.requirements
    .map(({ skillId, alternatives, requirement, level }) => `${[skillId, ...alternatives.map((other) => other.skillId)].toSorted().join('|')} ${requirement} ${String(level)}`)
    .toSorted().join(', ');
}

test.each<[string, string]>([
  ['Ideally AWS', 'aws nice 1'],
  ['if you have used Docker that’s lovely', 'docker nice 1'],
  ['Docker ka experience ho to better', 'docker nice 1'],
  ['Docker aana chahiye', 'docker must 2'],
  ['Requirements\nLocation: Chennai, Tamil Nadu\nDocker', 'docker must 2'],
  ['Requirements\nTamil and Docker', 'docker must 2, tamil must 2'],
  ['Requirements\n- Advanced Excel is mandatory', 'excel must 3'],
  ['Requirements\n- Advanced Cardiac Life Support', 'advanced-life-support must 2'],
  ['Docker | Advanced | Mandatory', 'docker must 3'],
  ['Requirements\n- Experience (at least 3 years) with C\n- Patience', 'c must 3, patience-and-composure must 2'],
  ['Ideally you know Docker', 'docker nice 1'],
  ['Ideally, experience with Kubernetes', 'kubernetes nice 1'],
  ['You should be familiar with Docker', 'docker should 1'],
  ['Docker should be familiar to you', 'docker should 1'],
  ['Docker is not required, but an advantage', 'docker nice 1'],
  ['Knowledge of Docker is an advantage', 'docker nice 1'],
  ['An advantage: Docker', 'docker nice 1'],
  ['Docker is a bonus', 'docker nice 1'],
  ['Bonus if you know Kubernetes', 'kubernetes nice 1'],
  ['Kubernetes preferred but not mandatory', 'kubernetes nice 1'],
  ['Kubernetes is preferred, but not essential', 'kubernetes nice 1'],
  ['Kubernetes would be great', 'kubernetes nice 1'],
  ['It would be great if you know Docker', 'docker nice 1'],
  ["We'd love to see Docker", 'docker nice 1'],
  ['We would love experience with Docker', 'docker nice 1'],
  ['We’d love it if you know Docker', 'docker nice 1'],
  ['At least one of AWS, Azure or GCP', 'aws|azure|google-cloud must 2'],
  ['At least one of Python and Java', 'java|python must 2'],
  ['You know at least one of PostgreSQL and MySQL', 'mysql|postgresql must 2'],
  ['Docker is a huge plus', 'docker nice 1'],
  ['Extra points for Docker', 'docker nice 1'],
  ['Docker is welcome', 'docker nice 1'],
  ['Docker experience is a nice addition', 'docker nice 1'],
  ['Docker will be an added advantage', 'docker nice 1'],
  ['Candidates with Docker will be preferred', 'docker should 2'],
  ['Preference will be given to candidates with Docker', 'docker should 2'],
  ['Docker is highly desirable', 'docker should 2'],
  ['You have to know SQL', 'sql must 2'],
  ['You need SQL', 'sql must 2'],
  ['SQL is a prerequisite', 'sql must 2'],
  ['SQL is a must, Docker is optional', 'docker nice 1, sql must 2'],
  ['We expect SQL and would appreciate Docker', 'docker nice 1, sql must 2'],
  ['SQL is expected; Docker is appreciated', 'docker nice 1, sql must 2'],
  ['Docker is not necessary but helpful', 'docker nice 1'],
  ['Docker is an asset', 'docker nice 1'],
  ['Any exposure to Docker is valued', 'docker nice 1'],
  ['Docker का ज्ञान हो तो बेहतर', 'docker nice 1'],
  ['Docker का अनुभव एक प्लस होगा', 'docker nice 1'],
  ['Docker जानने वालों को प्राथमिकता दी जाएगी', 'docker should 2'],
  ['SQL का ज्ञान होना चाहिए', 'sql must 2'],
  ['SQL आना ज़रूरी है, Docker वैकल्पिक', 'docker nice 1, sql must 2'],
  ['SQL की अच्छी समझ अनिवार्य है', 'sql must 2'],
  ['Tally is a must and GST knowledge an advantage', 'goods-and-services-tax nice 1, tally must 2'],
  ['Must be proficient in Tally; SAP preferred but not mandatory', 'enterprise-resource-planning nice 1, tally must 3'],
  ['Excel is essential, Power BI would be great', 'excel must 2, power-bi nice 1'],
  ['Ideally you have experience with bank reconciliation', 'bank-reconciliation nice 1'],
  ['Nurses must hold BLS, ACLS is desirable', 'advanced-life-support should 2, basic-life-support must 2'],
  ['Wound care experience is an advantage', 'wound-care nice 1'],
  ['Critical care would be a bonus; infection control is mandatory', 'critical-care-nursing nice 1, infection-control must 2'],
  ['Expert in patient assessment, with 5+ years', 'patient-assessment must 4'],
  ['Basic knowledge of infection control', 'infection-control must 1'],
  ['AutoCAD required, Revit ideally', 'autocad must 2, revit nice 1'],
  ['STAAD Pro or ETABS is a must, Primavera not required but welcome', 'etabs|staad-pro must 2, project-scheduling nice 1'],
  ['At least one of AutoCAD and Revit', 'autocad|revit must 2'],
  ['Civil engineer with strong quantity surveying, 6 years', 'quantity-estimation must 3'],
  ['Site supervision should be familiar', 'construction-management should 1'],
  ["We'd love someone with BIM", 'building-information-modelling nice 1'],
  ['Classroom management is a must; ideally special education', 'classroom-management must 2, inclusive-education nice 1'],
  ['Lesson planning required, Google Classroom a plus', 'educational-technology nice 1, lesson-planning must 2'],
  ['Front-end: JavaScript. React should be familiar.', 'javascript must 2, react should 1'],
  ['SQL. Docker not required', 'sql must 2'],
  ['SQL अनिवार्य है। जावा का अनुभव आवश्यक नहीं', 'sql must 2'],
  ['Accountant with 3+ years in GST filing; SAP would also be welcome', 'enterprise-resource-planning nice 1, goods-and-services-tax must 3'],
  ['You will be expected to write useful SQL', 'sql must 2'],
  ['Python developers are welcome to apply', 'python must 2'],
  ['Responsibilities\nYou are expected to write SQL\nRequirements\nPython', 'python must 2, sql should 2'],
  ['Working knowledge of income tax is expected', 'income-tax must 2'],
])('%s', (text, expected) => {
  expect(asked(text)).toBe(expected);
});

/** Duties are told with a verb, where skills are named with a noun. */
test.each<[string, string]>([
  ['Administer intravenous medication and blood products safely', 'intravenous-therapy'],
  ['Administer medications and record vital signs', 'medication-administration, vital-signs'],
  ['Give injections and dress wounds', 'medication-administration, wound-care'],
  ['Assess patients on admission and educate patients and families', 'patient-assessment, patient-education'],
  ['Assist in surgical procedures and draw blood', 'operating-theatre-practice, phlebotomy'],
  ['Reconcile bank statements and process invoices', 'accounts-payable-and-receivable, bank-reconciliation'],
  ['Prepare budgets and finalise accounts at year end', 'budgeting-and-forecasting, financial-close'],
  ['Supervise construction work and estimate quantities', 'construction-management, quantity-estimation'],
  ['Design reinforced concrete structures and test concrete samples', 'building-materials-testing, reinforced-concrete-design'],
  ['Plan lessons, assess students and invigilate examinations', 'examination-administration, lesson-planning, student-assessment'],
])('the duty %s', (text, expected) => {
  expect(asked(text).replaceAll(/ (?:must|should|nice) \d/g, '')).toBe(expected);
});
