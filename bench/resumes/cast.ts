/** What made-up people are made of. Employers, schools and people are invented; any likeness is chance. */

export interface Country {
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly places: readonly string[];
  readonly schools: readonly string[];
  readonly employers: readonly string[];
  /** As written on paper, digits for `#`; the first character of E.164 is the country's code. */
  readonly phones: readonly { readonly written: string; readonly code: string; readonly national: string }[];
}

const words = (list: string): readonly string[] => list.split('|');

export const countries: Readonly<Record<string, Country>> = {
  india: {
    given: words('Ananya|Rohit|Meenakshi|Faizan|Gurpreet|Lakshmi|Nikhil|Shreya|Abhishek|Kavya|Arjun|Zoya'),
    family: words('Kulkarni|Venkataraman|Chatterjee|Siddiqui|Sandhu|Pillai|Deshpande|Banerjee|Rathore|Hegde|Mishra|Fernandes'),
    places: words('Bengaluru, Karnataka|Pune, Maharashtra|Kochi, Kerala|Jaipur, Rajasthan|Chennai|Hyderabad, India|New Delhi|Coimbatore, Tamil Nadu'),
    schools: words('Sahyadri College of Engineering|Godavari University|Narmada Institute of Technology|St. Xavier College|University of Malwa|Periyar Arts College'),
    employers: words('Kaveri Infotech Pvt. Ltd.|Saffron Retail|Monsoon Media|Deccan Builders|Indus Grid|Ashwood Hospitals|Banyan Systems|Trishul Engineering Works|Meridian Finserv|Palash Foundation'),
    phones: [{ written: '+91 98### #####', code: '91', national: '98########' }, { written: '+91-97########', code: '91', national: '97########' }, { written: '(+91) 99##-######', code: '91', national: '99########' }, { written: '+91 9### ### ###', code: '91', national: '9#########' }],
  },
  germany: {
    given: words('Anneliese|Jonas|Friederike|Lukas|Katharina|Matthias'), family: words('von Hohenberg|Schäfer|Lindemann|Brückner|Vogelsang|Krüger'),
    places: words('Berlin, Germany|Hamburg|Stuttgart, Germany|Munich, Germany'), schools: words('Technische Universität Altstadt|Hochschule Neckartal|University of Rheinfeld'),
    employers: words('Nordwind Logistik GmbH|Sonnenblick Klinik|Falkner & Sohn|Bergmann Elektrotechnik GmbH|Kontor Digital AG'),
    phones: [{ written: '+49 151 ########', code: '49', national: '151########' }, { written: '+49 (0)160 #######', code: '49', national: '160#######' }],
  },
  france: {
    given: words('Amélie|Jean-Baptiste|Océane|Théo'), family: words("d'Aubigny|Lefèvre|de la Fontaine|Moreau-Girard"),
    places: words('Lyon, France|Paris|Marseille, France'), schools: words('Université de Valmont|École Supérieure du Littoral|Institut Beaumont'),
    employers: words('Atelier Mistral|Groupe Rivière|Cabinet Dufour & Associés|Clinique des Tilleuls'),
    phones: [{ written: '+33 6 ## ## ## ##', code: '33', national: '6########' }],
  },
  nigeria: {
    given: words('Chinedu|Ngozi|Olumide|Amarachi|Ifeoma|Tunde'), family: words('Okonkwo|Adeyemi-Cole|Balogun|Nwachukwu|Eze'),
    places: words('Lagos, Nigeria|Abuja, Nigeria'), schools: words('University of Calabar West|Yaba Polytechnic|Unity State University'),
    employers: words('Zuma Rock Energy|Harmattan Bank|Sahel Logistics Ltd|Greenfield Schools|Delta Bridge Contractors'),
    phones: [{ written: '+234 803 ### ####', code: '234', national: '803#######' }],
  },
  kenya: {
    given: words('Wanjiru|Otieno|Achieng|Kiprop'), family: words('Mwangi|Odhiambo|Kamau|Cheruiyot'), places: words('Nairobi, Kenya|Mombasa, Kenya'),
    schools: words('Rift Valley University|Kijani Technical College'), employers: words('Savanna Telecom|Jua Kali Electrical|Lakeside Hospital|Tembo Insurance'),
    phones: [{ written: '+254 712 ### ###', code: '254', national: '712######' }],
  },
  eastAsia: {
    given: words('Haruka|Wei|Minh Anh|Ji-woo|Xiaoling|Kenji'), family: words('Takahashi|Zhang|Nguyen|Park|Lim|Watanabe'),
    places: words('Singapore|Tokyo, Japan|Seoul|Hanoi, Vietnam'), schools: words('Minato Institute of Science|Harbour Polytechnic|Hangang University'),
    employers: words('Aozora Systems|Jade River Holdings|Marina Health Pte Ltd|Hanbit Studio|Lotus Construction'),
    phones: [{ written: '+65 8### ####', code: '65', national: '8#######' }, { written: '+65 9### ####', code: '65', national: '9#######' }],
  },
  unitedStates: {
    given: words('Madison|DeShawn|Caroline|Miguel|Priscilla|Owen'), family: words("O'Connell|Washington|Ramirez-Soto|Whitfield|Kowalczyk|Johnson"),
    places: words('Austin, TX|Columbus, OH|Denver, Colorado|Raleigh, NC|Seattle, WA'), schools: words('Cedar Valley State University|Lakeshore Community College|University of Western Prairie|Harmon Law School'),
    employers: words('Bluestem Analytics|Cascade Power & Light|Whitfield & Marsh LLP|Pinecrest Medical Center|Copper Canyon Unified School District|Brightside Apps, Inc.|Union Depot Architects'),
    phones: [{ written: '(512) 4##-####', code: '1', national: '5124######' }, { written: '614-22#-####', code: '1', national: '61422#####' }, { written: '+1 303 57# ####', code: '1', national: '30357#####' }],
  },
  iberia: {
    given: words('João|Beatriz|Iñigo|Luciana'), family: words('da Silva|Etxeberria|Fonseca|dos Santos'), places: words('Lisbon, Portugal|Madrid, Spain|São Paulo, Brazil'),
    schools: words('Universidade do Sado|Universidad de Valdeluz|Instituto Politécnico do Norte'), employers: words('Mar Azul Turismo|Construções Tejo|Grupo Encina|Clínica Santa Rita'),
    phones: [{ written: '+351 912 ### ###', code: '351', national: '912######' }],
  },
};

export interface Profession {
  readonly headline: string;
  /** Newest first. */
  readonly roles: readonly (readonly string[])[];
  readonly degrees: readonly (readonly [degree: string, field: string])[];
  readonly skills: readonly (readonly [group: string, items: readonly string[]])[];
  readonly did: readonly string[];
  readonly courses: readonly string[];
  readonly projects: readonly string[];
}

export const professions: Readonly<Record<string, Profession>> = {
  nurse: {
    headline: 'Registered Nurse', roles: [words('Charge Nurse|Senior Staff Nurse|ICU Nurse'), words('Staff Nurse|Registered Nurse'), words('Nursing Intern|Ward Assistant')],
    degrees: [['B.Sc.', 'Nursing'], ['GNM', ''], ['Bachelor of Science', 'Nursing']],
    skills: [['Clinical', words('Wound care|IV therapy|Triage|Medication administration|Phlebotomy')], ['Systems', words('Epic|Electronic health records|Microsoft Excel')], ['Personal', words('Patient education|Empathy|Teamwork')]],
    did: words('Cared for eighteen post-operative patients on each shift and kept their charts current|Trained six new colleagues in infection control|Shortened the handover between shifts from forty minutes to twenty-five|Gave medication and watched for reactions under two consultants|Kept the crash trolley ready and audited it every week'),
    courses: words('Basic Life Support|Advanced Cardiac Life Support'), projects: words('Falls Prevention Audit|Hand Hygiene Campaign'),
  },
  accountant: {
    headline: 'Chartered Accountant', roles: [words('Finance Manager|Senior Accountant|Audit Manager'), words('Accountant|Audit Associate'), words('Articled Assistant|Accounts Trainee')],
    degrees: [['B.Com', ''], ['M.Com', ''], ['Bachelor of Commerce', 'Accounting'], ['MBA', 'Finance']],
    skills: [['Accounting', words('GST|Tally ERP|Bank reconciliation|Accounts payable|IFRS')], ['Software', words('SAP FICO|QuickBooks|Microsoft Excel|Power BI')], ['Audit', words('Internal audit|Risk assessment|Statutory compliance')]],
    did: words('Closed the books for five entities within four working days of month end|Filed monthly returns for 120 vendors without a single penalty|Reconciled 2,400 bank entries and recovered duplicate payments|Prepared schedules for the statutory audit and answered the queries|Moved petty cash vouchers from paper to a shared ledger'),
    courses: words('Certificate in Forensic Accounting|Diploma in IFRS'), projects: words('Vendor Ledger Clean-up|Costing Model for a Bakery'),
  },
  civilEngineer: {
    headline: 'Civil Engineer', roles: [words('Project Engineer|Senior Site Engineer|Planning Engineer'), words('Site Engineer|Civil Engineer'), words('Graduate Engineer Trainee|Site Supervisor')],
    degrees: [['B.E.', 'Civil Engineering'], ['B.Tech', 'Civil Engineering'], ['M.Tech', 'Structural Engineering'], ['Bachelor of Engineering', 'Civil Engineering']],
    skills: [['Design', words('AutoCAD|STAAD Pro|Revit|ETABS')], ['Site', words('Quantity surveying|Bar bending schedules|Concrete testing|Total station survey')], ['Planning', words('Primavera P6|MS Project|Cost estimation')]],
    did: words('Supervised forty labourers through the raft foundation of a twelve-storey block|Checked bar bending schedules and cut steel waste by 6%|Prepared bills of quantities and certified running accounts of contractors|Tested cubes, slump and compaction and kept the quality file|Rescheduled the podium slab after the monsoon and made up eleven days'),
    courses: words('Construction Safety Level 2|LEED Green Associate'), projects: words('Rainwater Harvesting for a Hostel|Design of a Two-Lane Culvert'),
  },
  teacher: {
    headline: 'Secondary School Teacher', roles: [words('Head of Mathematics|Senior Teacher|Academic Coordinator'), words('Mathematics Teacher|Science Teacher'), words('Assistant Teacher|Teaching Intern')],
    degrees: [['B.Ed.', ''], ['M.A.', 'English Literature'], ['B.Sc.', 'Mathematics'], ['Bachelor of Education', '']],
    skills: [['Teaching', words('Lesson planning|Classroom management|Differentiated instruction|Assessment design')], ['Tools', words('Google Classroom|Moodle|Canva|GeoGebra')], ['Personal', words('Public speaking|Mentoring')]],
    did: words('Taught algebra to four classes of thirty-two pupils and raised the pass rate to 96%|Wrote a question bank of six hundred items that three schools now share|Ran the science fair with twenty-two teams of pupils|Met parents every month and kept a record of what was agreed|Introduced short weekly quizzes in place of one long examination'),
    courses: words('Cambridge International Certificate in Teaching|Google Certified Educator'), projects: words('Reading Corner|Maths Trail through the Old Town'),
  },
  lawyer: {
    headline: 'Associate Attorney', roles: [words('Senior Associate|Legal Counsel'), words('Associate|Junior Advocate|Legal Associate'), words('Legal Intern|Paralegal')],
    degrees: [['LL.B.', ''], ['LL.M.', 'Commercial Law'], ['B.A. LL.B.', ''], ['J.D.', '']],
    skills: [['Practice', words('Contract drafting|Due diligence|Legal research|Arbitration|Mergers and acquisitions')], ['Tools', words('Westlaw|LexisNexis|Microsoft Word')]],
    did: words('Drafted and negotiated ninety supply agreements in two languages|Researched case law for three appeals before the high court|Ran due diligence on a portfolio of fourteen leases|Advised tenants at a weekly clinic without charge|Prepared witness statements and the bundle for a ten-day arbitration'),
    courses: words('Certificate in Mediation|Data Protection Practitioner'), projects: words('Tenant Rights Handbook|Moot Court Society'),
  },
  electrician: {
    headline: 'Industrial Electrician', roles: [words('Electrical Supervisor|Lead Electrician|Maintenance Electrician'), words('Electrician|Industrial Electrician'), words('Apprentice Electrician|Electrical Helper')],
    degrees: [['ITI', 'Electrician'], ['Diploma', 'Electrical Engineering'], ['Certificate', 'Electrical Installation']],
    skills: [['Trade', words('Conduit bending|Motor control|Panel wiring|Fault finding|PLC programming')], ['Safety', words('Lockout/tagout|First aid|Working at height')]],
    did: words('Wired and tested switchboards for a packaging line of nine machines|Found earth faults with an insulation tester and wrote up each repair|Replaced 340 fluorescent fittings and halved the lighting bill|Read single-line diagrams and laid 2.4 km of armoured cable|Stood on call for breakdowns every second weekend'),
    courses: words('Wireman Licence|Working at Height Certificate'), projects: words('Solar Pump for a Village School|Rewiring of a Community Hall'),
  },
  developer: {
    headline: 'Software Engineer', roles: [words('Senior Software Engineer|Lead Backend Developer|Engineering Manager'), words('Software Engineer|Full Stack Developer|Backend Developer'), words('Software Engineering Intern|Junior Developer')],
    degrees: [['B.Tech', 'Computer Science and Engineering'], ['M.Sc.', 'Computer Science'], ['MCA', ''], ['Bachelor of Science', 'Information Technology']],
    skills: [['Languages', words('Python|Java|TypeScript|Go|SQL|C++')], ['Frameworks', words('React|Spring Boot|Django|Node.js')], ['Tools', words('Docker|Kubernetes|Git|AWS|PostgreSQL')]],
    did: words('Split a billing monolith into seven services and cut release time from a week to a day|Wrote a query planner hint that made the slowest report nine times faster|Reviewed code for a team of eight and mentored two interns|Built the mobile onboarding flow used by 60,000 people a month|Replaced hand-made deployments by pipelines with automatic rollback'),
    courses: words('AWS Certified Solutions Architect|Certified Kubernetes Administrator'), projects: words('Bus Arrival Board|Recipe Search Engine|Compiler for a Toy Language'),
  },
  designer: {
    headline: 'Product Designer', roles: [words('Lead Product Designer|Senior UX Designer'), words('UX Designer|Product Designer|Graphic Designer'), words('Design Intern|Junior Designer')],
    degrees: [['B.Des.', 'Interaction Design'], ['M.Des.', 'Visual Communication'], ['Bachelor of Fine Arts', 'Graphic Design']],
    skills: [['Craft', words('Wireframing|Prototyping|Usability testing|Design systems|Typography')], ['Software', words('Figma|Adobe Illustrator|Photoshop|After Effects|Sketch')]],
    did: words('Redrew the checkout of a grocery shop and lifted completed orders by 11%|Led interviews with twenty-six first-time borrowers in their homes|Kept a library of 140 components in step across three products|Drew the icons and the type scale for a public transport map|Ran weekly critiques and wrote down what was decided'),
    courses: words('Human-Computer Interaction|Accessibility for Designers'), projects: words('Signage for a Night Market|Typeface for Tamil'),
  },
  analyst: {
    headline: 'Data Analyst', roles: [words('Senior Data Analyst|Analytics Lead|Product Analyst'), words('Data Analyst|Business Analyst'), words('Data Science Intern|Research Assistant')],
    degrees: [['B.Sc.', 'Statistics'], ['M.Sc.', 'Data Science'], ['BBA', 'Business Analytics'], ['Master of Science', 'Applied Mathematics']],
    skills: [['Analysis', words('SQL|Python|R|Pandas|A/B testing')], ['Reporting', words('Tableau|Power BI|Microsoft Excel|Looker')], ['Methods', words('Regression|Forecasting|Data cleaning')]],
    did: words('Forecast weekly demand for 300 stores and cut stock-outs by a fifth|Built the dashboard that the sales teams open every morning|Wrote the checks that catch a broken feed before anyone sees it|Measured fourteen price tests and retired the ones that lost money|Cleaned nine years of survey data with three coding schemes'),
    courses: words('Google Data Analytics|Tableau Desktop Specialist'), projects: words('Air Quality Map|Cricket Score Predictor|Housing Price Study'),
  },
};

export const spokenLanguages: readonly string[] = words('English|Hindi|German|French|Tamil|Spanish|Portuguese|Swahili|Japanese|Bengali');
export const spokenLevels: readonly string[] = words('Native|Fluent|B2|Professional working proficiency|Intermediate|Basic');
export const summaries: readonly string[] = words(
  'Dependable professional with a record of finishing what was started and of writing down how it was done.|Looking for a position in which careful work, plain speech and steady learning are worth something to the team.|Brings calm to busy places, keeps promises to customers and colleagues alike, and likes to leave tools better than they were found.|Motivated and detail-oriented, with hands-on exposure to demanding projects and a habit of asking the second question.',
);
