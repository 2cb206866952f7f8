/** The same kind of person in Hindi, wholly or with the English words that Hindi resumes keep. */
import { sectionsOf } from './content.ts';
import { asPdf, type Layout } from './layout.ts';
import { chanceFrom, type Person } from './person.ts';
import { type Column, Sheet } from './sheet.ts';
import { writeDate, type Words } from './wording.ts';

const list = (text: string): readonly string[] => text.split('|');
const names = list('अनन्या शर्मा|रोहित वर्मा|मीनाक्षी त्रिपाठी|सुरेश कुमार यादव|प्रियंका सिंह|अमित चौहान|कविता मिश्रा|विक्रम राठौर|नेहा गुप्ता|राजेश पाण्डेय');
const towns = list('जयपुर, राजस्थान|लखनऊ, उत्तर प्रदेश|भोपाल, मध्य प्रदेश|पटना, बिहार|इंदौर, मध्य प्रदेश');
const employers = list('ग्रामीण विकास संस्थान|नवज्योति अस्पताल|हिमालय इंजीनियरिंग कंपनी|सरस्वती विद्या मंदिर|भारत बीमा निगम|प्रगति सॉफ्टवेयर सॉल्यूशंस');
const schools = list('राजस्थान विश्वविद्यालय|लखनऊ विश्वविद्यालय|राजकीय महाविद्यालय|पटना कॉलेज');
const roles = list('वरिष्ठ लेखाकार|सहायक शिक्षक|परियोजना प्रबंधक|सॉफ्टवेयर इंजीनियर|स्टाफ नर्स|क्षेत्र अधिकारी');
const degrees: readonly (readonly [string, string])[] = [['बी.ए.', 'हिंदी साहित्य'], ['बी.कॉम', 'वाणिज्य'], ['बी.टेक', 'सिविल इंजीनियरिंग'], ['एम.ए.', 'अर्थशास्त्र'], ['बी.एस.सी.', 'गणित']];
const skills = list('टैली|पाठ योजना|बजट निर्माण|टीम प्रबंधन|डाटा एंट्री|रिपोर्ट लेखन|हिंदी टाइपिंग|Excel|Python|AutoCAD|MS Word');
const did = list('विभाग का वार्षिक बजट तैयार किया और खर्च का हिसाब रखा|चालीस बच्चों की कक्षा को गणित पढ़ाया|गाँव की महिलाओं के लिए बचत समूह बनाया|नए कर्मचारियों को प्रशिक्षण दिया|हर महीने की रिपोर्ट समय पर जमा की');

/** English organisation, role and degree names stay in a mixed resume; everything else is Hindi. */
export function inHindi(person: Person, share: 'whole' | 'mixed', seed: number): Person {
  const { pick, some, below } = chanceFrom(seed * 31 + 5);
  const places = some(employers, person.jobs.length);
  const schooling = some(schools, 3);
  const studied = some(degrees, 3);
  return {
    ...person, name: pick(names), writtenName: '', headline: pick(roles), place: pick(towns),
    summary: 'ईमानदार और परिश्रमी, काम को समय पर और पूरी सावधानी से करने का अनुभव, नई जिम्मेदारी की तलाश में।',
    jobs: person.jobs.map((job, index) => ({ ...job, ...(share === 'whole' ? { organisation: places[index] ?? 'भारत बीमा निगम', role: pick(roles) } : {}), place: 'जयपुर', points: some(did, 2) })),
    studies: person.studies.filter((study) => study.degree.length > 1 && !/^(?:XII|12th|Class)/.test(study.degree)).map((study, index) => ({ ...study, ...(share === 'whole' ? { institution: schooling[index] as string, degree: (studied[index] as readonly [string, string])[0], field: (studied[index] as readonly [string, string])[1] } : {}) })),
    skills: [{ group: 'मुख्य', items: some(skills, 5 + below(3)) }],
  };
}

const months = list('जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर');
const monthName = (value: string): string => `${months[Number(value.slice(5)) - 1] as string} ${value.slice(0, 4)}`;

export const hindi: Layout = (person, chance) => {
  const sheet = new Sheet('noto', chance.pick(['line', 'word']));
  const inWords = chance.below(2) === 0;
  const write = (value: string): string => (inWords ? monthName(value) : writeDate(value, 'slash'));
  const range = (start: string, end: string | null): string => (end === null ? `${write(start)} – ${chance.pick(['वर्तमान', 'अब तक'])}` : chance.pick([`${write(start)} – ${write(end)}`, `${write(start)} से ${write(end)} तक`]));
  const column = sheet.column(48, 499, 44);
  sheet.text(column, person.name, { size: 20, bold: true });
  sheet.text(column, chance.pick([`मोबाइल: ${person.phone} | ईमेल: ${person.email}`, `${person.phone} | ${person.email}`]));
  sheet.text(column, `पता: ${person.place}`);
  const heading = (own: Column, text: string): void => {
    own.y += 9;
    sheet.text(own, text, { size: 13, bold: true });
    own.y += 4;
  };
  const bold = (text: string): Words => ({ text, bold: true });
  heading(column, chance.pick(['उद्देश्य', 'परिचय', 'सारांश']));
  sheet.text(column, person.summary);
  if (person.jobs.length > 0) heading(column, chance.pick(['कार्य अनुभव', 'अनुभव', 'पेशेवर अनुभव']));
  const form = chance.pick(['right', 'bar', 'lines']);
  for (const job of person.jobs) {
    if (form === 'right') {
      sheet.row(column, { left: [bold(job.role)], right: { text: range(job.start, job.end) } });
      sheet.text(column, job.organisation);
    } else if (form === 'bar') sheet.words(column, [bold(job.role), { text: ` | ${job.organisation} | ${range(job.start, job.end)}` }]);
    else {
      sheet.words(column, [bold(job.organisation)]);
      sheet.text(column, `${job.role}, ${job.place}`);
      sheet.text(column, range(job.start, job.end));
    }
    sheet.blocks(column, job.points.map((text) => ({ kind: 'point', words: [{ text }] })));
    column.y += 5;
  }
  heading(column, chance.pick(['शिक्षा', 'शैक्षणिक योग्यता', 'शैक्षिक योग्यता']));
  for (const study of person.studies) {
    sheet.row(column, { left: [bold(study.field === '' ? study.degree : `${study.degree} (${study.field})`)], right: { text: `${study.start} – ${study.end}` } });
    sheet.text(column, study.institution);
    if (study.grade !== '') sheet.text(column, study.grade.includes('%') ? `प्रतिशत: ${study.grade}` : `सीजीपीए: ${study.grade}`);
    column.y += 4;
  }
  heading(column, chance.pick(['कौशल', 'मुख्य कौशल', 'तकनीकी कौशल']));
  sheet.text(column, person.skills.flatMap(({ items }) => items).join(', '));
  heading(column, 'भाषाएँ');
  sheet.text(column, 'हिंदी, अंग्रेज़ी');
  return asPdf(sheet.end());
};

/** English headings over Hindi text and the other way round. */
export const hindiMixed: Layout = (person, chance) => {
  const sheet = new Sheet('noto', chance.pick(['line', 'word']));
  const { experience, education, skills } = sectionsOf(person, chance, { jobForm: chance.pick(['role-date', 'bar', 'three-lines']), studyForm: chance.pick(['degree-date', 'school-date']), headings: { experience: chance.pick(['कार्य अनुभव / Work Experience', 'Experience', 'अनुभव']), education: chance.pick(['शिक्षा', 'Education', 'शैक्षणिक योग्यता']), skills: chance.pick(['कौशल', 'Skills', 'Technical Skills']) }, skills: chance.pick(['flat', 'groups']) });
  const column = sheet.column(48, 499, 44);
  sheet.text(column, person.name, { size: 20, bold: true, align: 'center' });
  sheet.text(column, `${person.email} | ${person.phone} | ${person.place}`, { align: 'center' });
  const heading = (own: Column, text: string): void => {
    own.y += 9;
    sheet.text(own, text, { size: 13, bold: true });
    sheet.rule(own.x, own.y, own.width, own.page);
    own.y += 4;
  };
  for (const section of [experience, education, skills]) sheet.section(column, section, heading);
  return asPdf(sheet.end());
};
