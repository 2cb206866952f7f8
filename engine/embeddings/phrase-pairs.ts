/**
 * Pairs of phrases labelled by hand, for calibrating a model's threshold (likeness.ts): would somebody who sorts skills by kind
 * of work put the two side by side? None is in the texts that the vectors were counted in as a pair.
 */
const alike = `
bookkeeping entries / general ledger accounting
tax returns / income tax filing
payroll processing / employee wages
recruiting candidates / talent acquisition
onboarding new employees / employee induction
search engine ranking / seo keywords
email campaigns / newsletter marketing
brand strategy / brand positioning
cold calling / sales prospecting
contract negotiation / negotiating agreements
legal research / case law
intellectual property / patents and trademarks
patient assessment / nursing care of patients
giving medication / drug administration
infection prevention / sterile technique
blood tests / laboratory diagnostics
wound care / dressing wounds
physiotherapy exercises / rehabilitation therapy
lesson plans / classroom teaching
student assessment / grading exams
child development / early childhood education
curriculum design / course development
structural steel design / reinforced concrete design
land surveying / topographic survey
road construction / highway engineering
building estimates / quantity surveying
mechanical drawings / engineering drawing cad
machining parts / cnc milling
welding joints / soldering metal
finite element analysis / stress simulation
heating and air conditioning / hvac ventilation
circuit design / printed circuit boards
power transmission / electrical grid
motor control / electric drives
plc programming / industrial automation
microcontroller firmware / embedded c
chemical reactors / process engineering
distillation / separation processes
gene cloning / molecular biology
cell culture / tissue culture
protein purification / chromatography
relational databases / sql tables
nosql stores / mongodb documents
docker containers / kubernetes clusters
cloud hosting / aws services
continuous integration / build pipelines jenkins
version control / git branches
unit tests / test automation
neural networks / deep learning
text mining / natural language processing
image recognition / computer vision
data dashboards / tableau charts
regression models / statistical modelling
hypothesis tests / inferential statistics
big data processing / hadoop spark
web pages / html css
react components / javascript frontend
android apps / mobile development
user interviews / usability research
wireframes / figma prototypes
photo editing / photoshop retouching
video editing / film post-production
penetration tests / ethical hacking
firewalls / network security
linux servers / unix administration
routers and switches / computer networking
scrum sprints / agile kanban
project schedules / project planning
supply chain / logistics
warehouse stock / inventory control
procurement / purchasing from suppliers
quality audits / quality assurance inspection
working with others / teamwork and collaboration
public speaking / giving presentations
meeting deadlines / managing time
spreadsheets / microsoft excel
`;

const different = `
bookkeeping entries / welding joints
tax returns / react components
payroll processing / gene cloning
recruiting candidates / circuit design
search engine ranking / patient assessment
email campaigns / structural steel design
brand strategy / sql tables
contract negotiation / cell culture
legal research / machining parts
patents and trademarks / nursing care
giving medication / unit tests
infection prevention / javascript frontend
blood tests / sales prospecting
physiotherapy exercises / firewalls
lesson plans / motor control
student assessment / docker containers
child development / distillation
land surveying / newsletter marketing
road construction / neural networks
building estimates / public speaking
machining parts / text mining
welding joints / user interviews
finite element analysis / payroll processing
printed circuit boards / legal research
power transmission / photo editing
plc programming / child development
microcontroller firmware / tax returns
chemical reactors / talent acquisition
chromatography / git branches
relational databases / wound care
kubernetes clusters / lesson plans
cloud hosting / plumbing
version control / infection prevention
deep learning / reinforced concrete design
computer vision / negotiating agreements
tableau charts / drug administration
regression models / video editing
web pages / blood tests
android apps / quantity surveying
wireframes / highway engineering
photoshop retouching / sql tables
ethical hacking / curriculum design
linux servers / contract law
computer networking / childcare
scrum sprints / soldering metal
project schedules / protein purification
logistics / computer vision
inventory control / public speaking
purchasing from suppliers / unit tests
quality assurance inspection / social media marketing
teamwork / solidworks
giving presentations / cell culture
managing time / hvac ventilation
microsoft excel / wound care
hindi / embedded c
machine learning / e-learning
java programming / coffee brewing
network security / social security benefits
software testing / blood testing
data entry / market entry
financial modelling / fashion modelling
graphic design / steel design
business intelligence / emotional intelligence
conflict resolution / image resolution
account management / accounting ledgers
customer service / web services
cloud computing / weather clouds
power systems / power bi reports
process safety / business process outsourcing
user stories / short stories
product design / drug design
chemical engineering / software engineering
air conditioning / hair conditioning
social work / social media
animal care / customer care
public health / public speaking
`;

export interface PhrasePair {
  readonly one: string;
  readonly other: string;
  readonly isAlike: boolean;
}

const read = (text: string, isAlike: boolean): PhrasePair[] => text.trim().split('\n').map((line) => { const [one = '', other = ''] = line.split(' / '); return { one, other, isAlike }; });

/** In turns: even places calibrate nothing, odd ones do. */
export const phrasePairs: readonly PhrasePair[] = [...read(alike, true), ...read(different, false)];
