/** Words of section headings, English, Hindi and French. Folded by `foldKey`; order of kinds decides "Skills & Interests". */
import { foldKey } from '../../text/fold.ts';
import type { SectionKind } from '../types.ts';

const headingWords: Readonly<Partial<Record<SectionKind, readonly string[]>>> = {
  experience: [
    'expérience professionnelle', 'expériences professionnelles', 'expérience', 'expériences', 'parcours professionnel', 'stages', 'stage', 'emplois',
    'jobs', 'my jobs', 'work timeline', 'career timeline', 'experience timeline', 'job timeline', 'where i have been', "where i’ve worked", 'practice', 'legal practice', 'research', 'sea service', 'previous experience', 'present position', 'professional background and experience', 'experience', 'work experience', 'professional experience', 'employment', 'employment history', 'work history', 'career history',
    'experiences', 'internships', 'internship', 'internship experience', 'internships and training', 'industrial training', 'industrial experience',
    'industry experience', 'industrial exposure', 'professional background', 'relevant experience', 'research experience', 'teaching experience', 'work',
    'career', 'training', 'trainings', 'professional history', 'employment record', 'job experience', 'career summary and experience',
    'experience summary', 'clinical experience', 'leadership experience', 'positions held', 'appointments', 'in-plant training', 'summer internship',
    'summer internships', 'work and experience', 'organisational experience', 'organizational experience', 'professional journey', 'articleship', 'employment details', 'employment profile', 'employment summary', 'work details', 'job history', 'career profile and experience', 'career path', 'career journey', 'my journey', 'work journey', 'academic appointments', 'clients', 'selected clients', 'client work', 'clinical appointments', 'appointments held', 'posts held', 'professional appointments', 'academic positions', 'professional positions', 'academic experience', 'early career', 'earlier career', 'earlier experience', 'experience details', 'organizational scan', 'organisational scan', 'career contour', 'career graph', 'career progression', 'professional career', 'service record', 'nursing experience', 'legal experience', 'military service', 'military experience', 'freelance work', 'freelance experience', 'selected experience', 'practical experience', 'where i have worked', "where i've worked", 'places i have worked', "places i've worked", 'what i have done', "what i've done", "what i've been doing", 'my work', 'my experience', 'experience so far', 'story so far',
    'अनुभव', 'कार्य अनुभव', 'कार्यानुभव', 'कार्य-अनुभव', 'पेशेवर अनुभव', 'व्यावसायिक अनुभव', 'रोजगार', 'नौकरी का अनुभव', 'इंटर्नशिप', 'प्रशिक्षण',
  ],
  education: [
    'formation', 'formations', 'diplômes', 'études', 'cursus', 'parcours scolaire', 'parcours académique', 'diplômes et formation', 'formation et diplômes', 'formation académique',
    'school', 'schools', 'education timeline', 'legal education', 'medical education', 'academic background', 'schooling', 'education', 'academics', 'academic qualification', 'academic qualifications', 'educational qualification', 'educational qualifications',
    'academic background', 'educational background', 'education background', 'academic details', 'educational details', 'academic profile', 'qualification',
    'qualifications', 'academic record', 'academic history', 'education and training', 'scholastic record', 'scholastics', 'educational profile',
    'academic credentials', 'education qualification', 'education qualifications', 'academic performance', 'education details', 'academic chronicle',
    'schooling', 'degrees', 'professional qualification', 'professional qualifications', 'scholastic details', 'education history', 'education and credentials', 'education and qualifications', 'education and certifications', 'educational credentials', 'educational history', 'academia', 'academic qualifications and training', 'where i studied', 'what i studied', 'my education', 'studies', 'academic pursuits', 'academic projection', 'academic summary', 'educational background and training',
    'शिक्षा', 'शैक्षणिक योग्यता', 'शैक्षिक योग्यता', 'शैक्षणिक विवरण', 'शैक्षणिक पृष्ठभूमि', 'शैक्षिक विवरण', 'योग्यता', 'पढ़ाई', 'शैक्षणिक योग्यताएँ',
  ],
  projects: [
    'projets', 'projets personnels', 'projets académiques', 'réalisations',
    'projects', 'project', 'academic projects', 'personal projects', 'key projects', 'project work', 'project experience', 'side projects',
    'projects undertaken', 'major projects', 'minor projects', 'mini projects', 'project details', 'open source', 'open source contributions',
    'open source projects', 'technical projects', 'project profile', 'final year project', 'college projects', 'course projects', 'portfolio', 'research projects',
    'notable projects', 'live projects', 'project summary', 'projects handled', 'project highlights', 'technical projects undertaken', 'things i have built', "things i've built", 'what i have built', "what i've built", 'selected projects', 'case studies', 'project portfolio', 'things i made',
    'परियोजना', 'परियोजनाएँ', 'परियोजनाएं', 'परियोजनाए', 'प्रोजेक्ट', 'प्रोजेक्ट्स', 'शैक्षणिक परियोजनाएँ',
  ],
  skills: [
    'compétences', 'compétences techniques', 'compétences informatiques', 'compétences clés', 'savoir-faire', 'savoir-être', 'outils', 'logiciels', 'informatique', 'domaines de compétences',
    'areas of practice', 'practice areas', 'knowledge and skills', 'skills and knowledge', 'further skills', "i'm good at", 'i’m good at', 'i am good at', 'what i do well', "what i'm good at", 'what i’m good at', 'what i am good at', 'things i am good at', 'skills', 'technical skills', 'skill set', 'skillset', 'key skills', 'core competencies', 'core skills', 'technologies', 'tools and technologies',
    'technical expertise', 'technical proficiency', 'technical proficiencies', 'areas of expertise', 'expertise', 'competencies', 'software skills', 'it skills', 'computer skills',
    'computer proficiency', 'programming skills', 'professional skills', 'soft skills', 'hard skills', 'technical knowledge', 'skills summary',
    'tech stack', 'technology stack', 'technical summary', 'skills and tools', 'digital skills', 'digital competence', 'key competencies', 'technical competencies', 'technical strengths',
    'strengths', 'personal strengths', 'programming languages', 'computer knowledge', 'it proficiency', 'technical skill', 'skill', 'software proficiency', 'technical toolkit',
    'tools', 'frameworks', 'personal skills', 'relevant skills', 'proficiency', 'skills profile', 'job-related skills', 'organisational / managerial skills', 'communication skills',
    'skill highlights', 'software', 'core competences', 'competences', 'areas of competence', 'technical areas', 'toolbox', 'tech', 'qualifications and skills', 'skills and qualifications', 'tool box', 'toolkit', 'tool kit', 'tools i use', 'what i bring', 'what i offer', 'what i know', 'what i do', 'what i can do', 'my toolbox', 'my skills', 'my strengths', 'my tools', 'skills and strengths', 'skills and abilities', 'abilities', 'technical tools', 'software tools', 'software used', 'software packages', 'technologies known', 'tools known', 'technology skills', 'skill matrix', 'skills matrix', 'skill profile', 'summary of skills', 'skills at a glance', 'techniques', 'methods', 'lab skills', 'laboratory skills', 'laboratory techniques', 'professional competencies', 'functional skills', 'key strengths', 'capabilities', 'core strengths', 'computer literacy', 'instruments', 'instruments handled', 'instruments and software', 'instrumentation skills', 'equipment', 'equipment handled', 'machines operated', 'software handled', 'software and tools', 'computer expertise', 'computer competency', 'languages and technologies', 'languages and tools', 'clinical skills', 'personal skills and competences', 'personal skills and competencies', 'skills and competences', 'technical skillset', 'software known', 'expertise areas', 'areas of interest and skills',
    'कौशल', 'तकनीकी कौशल', 'मुख्य कौशल', 'दक्षता', 'कंप्यूटर ज्ञान', 'कम्प्यूटर ज्ञान', 'विशेषज्ञता', 'कौशल और दक्षता',
  ],
  certifications: [
    'certificats',
    'certifications', 'certification', 'certificates', 'licenses', 'licences', 'licenses and certifications', 'courses', 'courses and certifications', 'online courses',
    'professional certifications', 'certifications and training', 'training and certifications', 'certificate courses', 'relevant certifications', 'moocs',
    'courses and training', 'professional development', 'additional certifications', 'certified courses', 'credentials', 'licensure', 'registrations', 'registration', 'registration details', 'professional registration', 'council registration', 'registration and licensure',
    'professional courses', 'technical certifications', 'workshops', 'certs', 'licenses and certificates', 'licences and certificates', 'licensure and certifications', 'licenses & certifications', 'licences and registrations', 'registration and licences', 'bar admissions', 'bar admission', 'admissions', 'trainings attended', 'training attended', 'trainings and certifications', 'trainings and workshops', 'seminars attended', 'professional memberships and certifications', 'accreditations', 'professional licenses', 'certificates and courses', 'workshops attended', 'seminars and workshops', 'certification courses',
    'प्रमाणपत्र', 'प्रमाण पत्र', 'प्रमाणन', 'पाठ्यक्रम', 'प्रमाणपत्र और पाठ्यक्रम',
  ],
  languages: [
    'langues', 'langues étrangères', 'langues parlées', 'compétences linguistiques',
    'languages', 'language', 'language skills', 'languages known', 'language proficiency', 'linguistic skills', 'linguistic proficiency', 'spoken languages', 'known languages',
    'languages spoken', 'language competencies', 'languages i speak', 'my languages', 'mother tongue and other languages', 'foreign languages',
    'भाषा', 'भाषाएँ', 'भाषाएं', 'भाषा ज्ञान', 'भाषा कौशल', 'ज्ञात भाषाएँ', 'भाषाओं का ज्ञान',
  ],
  awards: [
    'prix', 'distinctions honorifiques',
    'awards', 'honors', 'honours', 'achievements', 'accomplishments', 'awards and honors', 'honors and awards', 'awards and achievements', 'scholarships',
    'selected honors', 'scholastic achievements', 'academic achievements', 'achievements and awards', 'recognition', 'recognitions', 'fellowships', 'prizes', 'distinctions',
    'awards and recognition', 'honours and awards', 'key achievements', 'accolades', 'awards and scholarships', 'grants and awards', 'awards and grants', 'grants', 'honors and distinctions', 'prizes and awards', 'proud moments', 'most proud of', 'what i am most proud of', "what i'm most proud of", 'recognition and awards', 'extra-curricular achievements',
    'पुरस्कार', 'उपलब्धियाँ', 'उपलब्धियां', 'उपलब्धि', 'सम्मान', 'पुरस्कार और सम्मान', 'छात्रवृत्ति',
  ],
  publications: [
    'publications', 'papers', 'research papers', 'selected publications', 'research publications', 'journal publications', 'conference papers',
    'articles', 'books', 'publications and presentations', 'peer-reviewed publications', 'selected papers', 'publications and patents', 'conference proceedings', 'conferences and publications', 'list of publications', 'talks and publications', 'presentations', 'conference presentations', 'papers published', 'research and publications', 'प्रकाशन', 'शोध पत्र', 'शोधपत्र',
  ],
  volunteering: [
    'bénévolat', 'engagement associatif', 'vie associative', 'activités associatives',
    'volunteering', 'volunteer', 'volunteer experience', 'volunteer work', 'community service', 'social work', 'positions of responsibility',
    'position of responsibility', 'leadership', 'leadership and activities', 'extracurricular activities', 'extra curricular activities', 'extra-curricular activities', 'co-curricular activities', 'co curricular activities', 'activities',
    'responsibilities', 'voluntary work', 'por', 'leadership roles', 'extracurriculars', 'extra curriculars', 'community involvement', 'campus involvement', 'student activities', 'volunteering experience',
    'स्वयंसेवा', 'स्वयंसेवी कार्य', 'सामाजिक कार्य', 'पाठ्येतर गतिविधियाँ', 'पाठ्येतर गतिविधियां', 'उत्तरदायित्व',
  ],
  interests: [
    'centres d’intérêt', "centres d'intérêt", 'centres d’intérêts', "centres d'intérêts", 'loisirs', 'activités',
    'interests', 'hobbies', 'hobbies and interests', 'personal interests', 'areas of interest', 'area of interest', 'fields of interest', 'interests and hobbies', 'research interests',
    'subjects of interest', 'field of interest', 'want to learn', 'what i want to learn', 'learning next', 'currently learning', 'learning goals', 'what i am learning', "what i'm learning", 'future goals', 'things i like', 'outside work', 'when i am not working', "when i'm not working", 'fun facts', 'likes', 'leisure', 'pastimes', 'extra interests', 'hobbies and activities', 'रुचियाँ', 'रुचियां', 'रुचि', 'शौक', 'अभिरुचि', 'अभिरुचियाँ', 'रुचियाँ और शौक',
  ],
  summary: [
    'profil', 'profil professionnel', 'à propos', 'à propos de moi', 'objectif', 'objectif professionnel', 'présentation',
    'summary', 'profile', 'about', 'about me', 'objective', 'career objective', 'professional summary', 'executive summary', 'career summary', 'personal statement',
    'professional profile', 'career profile', 'profile summary', 'introduction', 'personal profile', 'job objective', 'professional objective', 'overview',
    'summary of qualifications', 'statement of purpose', 'who am i', 'who i am', 'career goal', 'carrier objective', 'qualifications summary', 'bio', 'biography', 'personal summary',
    'objectives', 'career aim', 'goal', 'aim', 'career highlights', 'highlights', 'professional synopsis', 'synopsis', 'executive profile', 'snapshot', 'career snapshot', 'profile snapshot', 'professional snapshot', 'profile at a glance', 'at a glance', 'career synopsis', 'career brief', 'brief profile', 'professional overview', 'a little about me', 'hello', 'hi', 'about myself', 'who i’m', 'my story', 'introduction and objective', 'career statement', 'professional statement', 'professional brief', 'value proposition', 'branding statement', 'career digest', 'objective statement', 'summary statement', 'summary of experience', 'experience in brief', 'profile brief', 'career overview', 'position of interest', 'my profile',
    'सारांश', 'उद्देश्य', 'करियर उद्देश्य', 'कैरियर उद्देश्य', 'परिचय', 'मेरे बारे में', 'जीवन उद्देश्य', 'व्यावसायिक सारांश', 'पेशेवर सारांश', 'प्रोफ़ाइल',
  ],
  contact: [
    'coordonnées',
    'contact', 'contacts', 'contact me', 'contact details', 'contact information', 'contact info', 'get in touch', 'reach me', 'address', 'personal information and contact',
    'social', 'links', 'find me online', 'social links', 'profiles', 'online profiles', 'social media', 'coding profiles', 'online presence', 'communication', 'connect',
    'संपर्क', 'सम्पर्क', 'संपर्क विवरण', 'पता', 'संपर्क जानकारी',
  ],
  personal: [
    'informations personnelles', 'état civil',
    'personal details', 'personal information', 'personal profile details', 'personal snippets', 'personal minutiae', 'personal memoranda', 'personal credentials', 'personal background', 'personal info', 'personal data', 'personal', 'personal dossier', 'bio data', 'biodata', 'personal particulars', 'personal vitae', 'passport details', 'passport information', 'passport and visa details', 'visa details', 'visa status', 'family details', 'family background',
    'other details', 'general information', 'details',
    'व्यक्तिगत विवरण', 'व्यक्तिगत जानकारी', 'निजी विवरण', 'निजी जानकारी',
  ],
  references: [
    'références',
    'references', 'reference', 'referees', 'references available on request', 'references on request', 'references upon request', 'references furnished upon request', 'references available', 'my references', 'referee', 'references available upon request', 'declaration', 'undertaking', 'संदर्भ', 'सन्दर्भ', 'घोषणा', 'घोषणा पत्र',
  ],
  other: ['other', 'extras', 'aspirations', 'additional information', 'additional details', 'further information', 'additional info', 'miscellaneous', 'other information', 'additional', 'memberships', 'professional memberships', 'affiliations', 'professional affiliations', 'professional associations', 'teaching', 'courses taught', 'invited talks', 'academic service', 'reviewing', 'students supervised', 'supervision'],
};

const titlesOfTheWholePage = ['resume', 'résumé', 'curriculum vitae', 'cv', 'c v', 'bio data', 'biodata', 'bio-data', 'curriculum vitæ', 'europass curriculum vitae', 'europass', 'जीवन वृत्त', 'जीवन-वृत्त', 'जीवनवृत्त', 'बायोडाटा', 'बायोडेटा', 'रिज्यूमे'];

const kindByPhrase: ReadonlyMap<string, SectionKind> = new Map(
  Object.entries(headingWords).flatMap(([kind, phrases]) =>
    phrases.flatMap((phrase) => {
      const words = foldKey(phrase);
      // Letter-spaced headings lose the spaces between their words.
      return [[words, kind as SectionKind] as const, [words.replaceAll(' ', ''), kind as SectionKind] as const];
    }),
  ),
);
/** "Training and certification" says what "trainings and certifications" does. */
const kindBySingular: ReadonlyMap<string, SectionKind> = new Map([...kindByPhrase].map(([words, kind]) => [singular(words), kind] as const));

function singular(words: string): string {
  return words.split(' ').map((word) => (word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word)).join(' ');
}

const pageTitles: ReadonlySet<string> = new Set(titlesOfTheWholePage.map(foldKey));
const fillers = new Set([
  'my', 'selected', 'relevant', 'key', 'additional', 'other', 'others', 'academic', 'professional', 'personal', 'technical', 'core', 'recent', 'notable', 'major',
  'main', 'top', 'general', 'current', 'previous', 'past', 'brief', 'a', 'the', 'of', 'details', 'detail', 'section', 'summary', 'information', 'history', 'and', 'work', 'related', 'area', 'areas', 'in', 'some',
  'मेरा', 'मेरी', 'मेरे', 'अन्य', 'मुख्य', 'विवरण', 'का', 'की', 'के',
].map(foldKey));
/** When a heading names two kinds, the section holds what comes first here ("Skills & Interests" is read as skills). */
const precedence: readonly SectionKind[] = [
  'experience', 'education', 'projects', 'skills', 'certifications', 'publications', 'awards', 'languages', 'volunteering', 'interests', 'summary', 'contact', 'personal', 'references', 'other',
];
const longestHeading = 60;
const mostWords = 8;

const wordsWithin = (words: string): string[] => words.split(/[ &/,+|]+/).map(singular);
/** Words of so many phrases that they tell no heading from a line; no phrase is made of them alone. */
const commonWords: ReadonlySet<string> = new Set(['and', 'of', 'on', 'the', 'in', 'to', 'for', 'with', 'my', 'work', 'other', 'professional', 'personal'].filter((word) => !kindByPhrase.has(word)));
/** One of these at least stands in every heading whose words are known. */
const tellingWords: ReadonlySet<string> = new Set([...kindByPhrase.keys(), ...kindBySingular.keys()].flatMap(wordsWithin).filter((word) => !commonWords.has(word)));

/** The heading as words alone: no numbering, no decoration, no colon. */
function headingWordsOf(text: string): string {
  if (text.length > longestHeading || text.split(' ', mostWords + 1).length > mostWords) return '';
  return foldKey(text).replace(/^[^\p{L}]+|[^\p{L}\p{M})]+$/gu, '').replace(/\s*\((?:s|continued|contd?\.?|[^()]*\d[^()]*)\)$/u, '');
}

/** What a heading announces, by its wording alone; undefined when the words are not a heading's. */
export function sectionKindOf(text: string): SectionKind | undefined {
  const words = headingWordsOf(text);
  if (words === '') return undefined;
  const letterSpaced = /(?:^| )\p{Lu}(?: |$)/u.test(text) && !/\p{Ll}/u.test(text);
  // Most lines end here: every line is asked, some of them for each way to cut a page into columns.
  if (!letterSpaced && !wordsWithin(words).some((word) => tellingWords.has(word))) return undefined;
  const whole = kindByPhrase.get(words) ?? kindByPhrase.get(words.replaceAll(' & ', ' and ')) ?? (letterSpaced ? kindByPhrase.get(words.replaceAll(' ', '')) : undefined);
  if (whole) return whole;
  const alike = words.includes(' ') ? kindBySingular.get(singular(words.replaceAll(' & ', ' and '))) : undefined;
  if (alike) return alike;
  const parts = words.split(/\s*(?:[&/,+|]|\band\b|\bऔर\b|\bएवं\b|\sऔर\s|\sएवं\s|\sव\s)\s*/u).filter((part) => part !== '');
  if (parts.length > 1 && parts.length <= 4) {
    const kinds = parts.map((part) => kindByPhrase.get(part) ?? kindWithoutFillers(part));
    if (kinds.every((kind) => kind !== undefined)) return precedence.find((kind) => kinds.includes(kind));
    // "Resumo / Summary": the same in two languages.
    const [one, other, ...more] = kinds;
    if (more.length === 0 && /\s\/\s/.test(words) && (one ?? other) !== undefined) return one ?? other;
  }
  return kindWithoutFillers(words);
}

function kindWithoutFillers(words: string): SectionKind | undefined {
  const kept = words.split(' ').filter((word) => !fillers.has(word));
  if (kept.length === 0 || kept.length > 3) return undefined;
  return kindByPhrase.get(kept.join(' '));
}

/** "Curriculum Vitae", "बायोडाटा": says what the page is, not who wrote it. */
export function isPageTitle(text: string): boolean {
  return pageTitles.has(headingWordsOf(text).replace(/^(?:my|the) /, ''));
}
