/**
 * How job ads and resumes word what ESCO (version 1.1.0) calls otherwise: the English preferred label, then the wordings.
 * Written by hand from the usual language of ads, for concepts whose own label shares no telling word with it. Whoever
 * wrote them had read what was wrong in the validation files, so that figures on these files flatter: `labels-rp5` of the bench is
 * without them. A wording is led to the concept whose description covers it, also where ESCO has nothing nearer ("Excel" is spreadsheet software).
 */
const wordings = `
work in teams: teamwork | team player | team spirit | team oriented | collaboration skills | collaborative | collaborate | work collaboratively | team work | work well with others | part of a team | cross-functional teams | interdisciplinary teams | agile team | team member | work closely with the team
cooperate with colleagues: collaborate with colleagues | support your colleagues | work with colleagues | work alongside colleagues | help teammates
liaise with colleagues: engage with colleagues | interact with colleagues | share with your team | partner with internal teams | coordinate with other departments | collaborate with other teams | cross-team collaboration
communication: communication skills | communicator | communicate clearly | communicative | interpersonal skills | verbal and written communication | oral and written communication | communicate effectively
communicate with stakeholders: stakeholder communication | keep stakeholders informed | interact with stakeholders | report to stakeholders
engage with stakeholders: work with stakeholders | stakeholder engagement | partner with stakeholders | collaborate with stakeholders
manage relationships with stakeholders: stakeholder management | stakeholder relationships | manage stakeholders
communicate with customers: client communication | customer contact | customer facing | client facing | interact with customers | talk to clients
maintain relationship with customers: customer relationships | client relationships | build relationships with clients | account management | customer success | customer retention
customer service: client service | customer support | customer care | service minded | service oriented | helpdesk
focus on service: customer focus | customer oriented | customer centric | customer obsession
identify customer requirements: customer needs | client needs | understand customers | gather customer requirements
build business relationships: build relationships | networking | relationship building | partnerships | maintain relationships | build partnerships
develop professional network: professional network | build a network
work independently: independent | independently | autonomous | autonomously | self-starter | self-sufficient | self-directed | work on your own | without supervision | independence | self-reliant
handle tasks independently: own your tasks | handle tasks on your own | take ownership of tasks
assume responsibility: take ownership | accountability | ownership | take responsibility | sense of responsibility | accountable
show initiative: initiative | self motivated | take initiative | go-getter | hands-on mentality | can-do attitude | driven
think proactively: proactive | proactively | proactive mindset | proactive attitude | forward thinking
show determination: motivated | enthusiastic | passionate | determined | ambitious | driven person | perseverance | persistent | drive and determination | tenacity | energetic | enthusiasm
meet commitments: deliver results | results oriented | goal oriented | meet targets | deliver on time | reliable | reach goals | result driven | dependable | deliver on commitments
meet deadlines: deadline driven | work to deadlines | tight deadlines | deadlines
attend to detail: detail oriented | attention to detail | eye for detail | meticulous | thorough | accuracy | precise | focus on details
work in an organised manner: organised | organised person | organisational skills | well organized | organized | structured approach | systematic | methodical
manage time: time management | prioritise | prioritize | prioritisation | manage priorities | set priorities | prioritise tasks
perform multiple tasks at the same time: multitasking | multitask | juggle | multiple projects simultaneously | several tasks in parallel
adapt to change: adaptable | flexible | flexibility | adaptability | agile mindset | versatile | ambiguity
adapt to changing situations: changing environment | fast-paced environment | dynamic environment | changing requirements | open to change | fast changing | changing priorities
handle stressful situations: under pressure | stress resistant | busy periods | calm under pressure | keep cool | hectic
demonstrate willingness to learn: eager to learn | willing to learn | quick learner | fast learner | learn new technologies | continuous learning | learning mindset | learn quickly | motivated to learn
demonstrate curiosity: curious | curiosity | inquisitive | curious mindset
manage personal professional development: professional growth | self development | keep your skills up to date
think analytically: analytical skills | analytical mindset | analytical thinking | analytical | analytically
think critically: critical thinking | critical mindset | challenge the status quo
think creatively: creative thinking | creative mindset | creativity | creative | out of the box
develop creative ideas: creative ideas | brainstorm | ideation | creative concepts
think innovately: innovative | innovation mindset | innovative thinking | innovator
innovation processes: innovation | innovation management
solve problems: problem solving | problem solver | solve complex problems | troubleshooting skills | solve challenges | find solutions
solve technical problems: resolve technical issues | solve engineering problems
create solutions to problems: solution oriented | develop solutions | creative solutions | solutions focused
identify problems: identify issues | find issues | root cause of issues | spot problems
analyse issues: investigate issues | issue analysis | analyse problems
make decisions: decision making | decisive
make independent operating decisions: autonomous decisions
lead a team: team leadership | team lead | team leader | lead a team of engineers | leading teams | head a team
lead others: leadership | leadership skills | lead people | people leadership | lead by example
leadership principles: leadership style | leadership qualities
motivate others: inspire others | motivate people | inspire and motivate | inspire the team
mentor individuals: mentor | mentoring | mentor junior developers | mentor others | coach others | guide junior colleagues
coach employees: coaching | coach team members | develop your team
manage personnel: people management | line management | manage employees | staff responsibility | manage people
personnel management: managing people | people manager
manage staff: team management
train employees: train colleagues | employee training | train staff | onboarding new employees | train users
develop staff: talent development | employee development | develop people
manage human resources: hr management
human resource management: human resources | hr | hr policies
recruit employees: recruiting | recruitment | hire people | talent acquisition | hiring
determine salaries: salary | compensation | remuneration
delegate responsibilities: delegate | delegation
negotiate compromises: negotiation | negotiate | negotiation skills
present arguments persuasively: persuasive | convincing | persuade | influence others | influencing skills
apply conflict management: conflict resolution | handle conflicts
use presentation software: powerpoint | power point | keynote | microsoft powerpoint | slides
prepare presentation material: presentation skills | presentations | make presentations | prepare presentations | present to management | present findings
use spreadsheets software: excel | microsoft excel | ms excel | spreadsheets | google sheets | pivot tables
use word processing software: microsoft word | ms word | word processor | google docs
office software: microsoft office | ms office | office suite | office package | office 365 | google workspace
use office systems: office tools | administrative systems
have computer literacy: computer literate | it literate | it skills | computer skills | digital literacy
use customer relationship management software: crm | salesforce | crm systems | hubspot
transportation software related to an ERP system: erp
use communication and collaboration software: slack | microsoft teams | zoom | confluence | sharepoint
report analysis results: report findings | reporting | analysis reports | present results
write work-related reports: write reports | report writing | prepare reports | status reports
provide documentation: documentation | write documentation | document your work | document processes
provide technical documentation: technical documentation | technical writing | technical documents
provide written content: writing skills | copy | content writing | write articles
write scientific publications: scientific papers | publish papers | peer reviewed publications | academic writing
work in an international environment: international team | global environment | multinational | multicultural | international environment | global teams
English: fluent english | english language | written and spoken english | english skills | business english | proficiency in english
Danish: danish language | fluent danish
German: german language | fluent german
French: french language | fluent french
apply numeracy skills: numeracy | good with numbers
communicate analytical insights: communicate insights | data insights | actionable insights | communicate findings
consult with technical staff: work with engineers | work with developers | liaise with engineering
communicate professionally with colleagues in other fields: cross-functional | work across departments | interdisciplinary collaboration | multidisciplinary
provide technical expertise: technical expert | subject matter expert | technical guidance | technical advice | technical leadership
Java (computer programming): java | j2ee | java ee | java 8 | jvm | java developer
JavaScript: js | es6 | ecmascript | vanilla js
JavaScript Framework: node js | node.js | react | reactjs | vue | vue.js | angularjs | ember | javascript frameworks | redux
Angular: angular 2 | angularjs framework
TypeScript: ts
Python (computer programming): python | python3 | numpy
C#: c sharp | csharp
C++: cpp | c/c++
Ruby (computer programming): ruby | ruby on rails | rails
Visual Studio .NET: .net | dot net | .net core | .net framework | dotnet
ASP.NET: asp.net mvc | asp.net core | asp net | web api
PHP: laravel | symfony | php developer
Swift (computer programming): swift
Objective-C: objective c
Android (mobile operating systems): android | android sdk | android development
iOS: ios development | ios sdk
mobile device software frameworks: mobile development | mobile apps | app development
use markup languages: html | html5 | markup | xhtml | xml
CSS: css3 | stylesheets | bootstrap css | sass css
Sass: scss
SQL: sql queries | t-sql | pl/sql
SQL Server: ms sql | mssql | microsoft sql server
PostgreSQL: postgres
NoSQL: mongodb | cassandra | dynamodb | redis | nosql databases
database: databases | rdbms | relational databases
database management systems: dbms | database systems
design database scheme: data modelling | data modeling | database design | schema design
manage ICT data architecture: data architecture | data governance | data architect
develop data processing applications: data pipelines | etl pipelines | data engineering
data extraction transformation and loading tools: etl | elt | data integration | extract transform load
implement data warehousing techniques: data warehousing
analyse big data: big data | spark | hadoop | large datasets | large amounts of data
data analytics: analytics | data analyst | data driven
perform data analysis: data analysis | analyse data | analyze data | data sets
business intelligence: bi | power bi | tableau | dashboards | bi tools
machine learning: ml | tensorflow | pytorch | scikit-learn | predictive models
utilise machine learning: build machine learning models | machine learning models | apply machine learning
principles of artificial intelligence: ai | artificial intelligence
natural language processing: nlp
computer vision: image processing | opencv
statistics: statistical methods | statistical analysis | statistical modelling
cloud technologies: cloud | aws | azure | gcp | google cloud | amazon web services | cloud computing | cloud platforms | cloud native | cloud services
develop with cloud services: lambda | cloud development | serverless
deploy cloud resource: cloud infrastructure | terraform | provision cloud | cloudformation
design cloud architecture: cloud architecture | cloud solutions
DevOps: ci/cd | continuous integration | continuous delivery | continuous deployment | devops culture | build pipelines | sre | site reliability
solution deployment: deployment | deploy solutions | deployment pipelines | release to production | docker | kubernetes | containers
deploy ICT systems: deploy applications | deploy software | roll out systems
tools for software configuration management: git | version control | github | gitlab | svn | source control | bitbucket
Jenkins (tools for software configuration management): jenkins
use software libraries: libraries
software frameworks: frameworks | spring boot | spring framework
use software design patterns: design patterns | clean code | solid principles
use object-oriented programming: object oriented | oop | oo programming | object-oriented design
use functional programming: functional programming languages | scala | haskell programming | clojure
use scripting programming: scripting | bash | powershell | shell scripting | scripting languages | scripts
use concurrent programming: concurrency | multithreading | distributed systems | parallel programming
computer programming: programming | coding | programming languages | programming skills | software developer | software development | write code | code
apply basic programming skills: basic programming
ICT system programming: backend development | back-end | backend | systems programming | develop apis | api development | server side
service-oriented modelling: microservices | soa | rest | restful | rest apis | service oriented architecture | soap | apis
SaaS (service-oriented modelling): saas | software as a service
implement front-end website design: front-end | frontend | front end development | frontend developer | ui development
maintain responsive design: responsive | responsive design | mobile first
web programming: web development | web applications | web developer | web technologies | full-stack development
design user interface: ui design | user interfaces | ui | figma | wireframes | user interface design
create prototype of user experience solutions: ux | ux design | user experience | prototyping | user centric
design application interfaces: application interface | interaction design | api design
graphic design: graphic designer | photoshop | illustrator | adobe creative suite | visual design
collaborate with designers: work with designers
define software architecture: software architecture | system architecture | solution architecture | architecture | technical architecture
align software with system architectures: system design
design enterprise architecture: enterprise architecture | togaf
create software design: software design | technical design
computer engineering: software engineering | software engineer
computer science: computer science degree | informatics | cs degree
engineering principles: engineering standards
systems development life-cycle: software development life cycle | sdlc | software development lifecycle | software lifecycle | full life cycle
oversee development of software: software projects | software delivery | own the codebase | lead software development
Agile development: agile | scrum | kanban | agile methodologies | agile environment | agile methods | sprint | scrum teams | agile software development
Agile project management: scrum master | agile coach | agile projects
lean manufacturing: lean | lean production | kaizen | six sigma | 5s
develop automated software tests: automated testing | test automation | automated tests | selenium | test driven development | tdd | cypress
perform software unit testing: unit tests | unit testing | junit | jest
execute software tests: software testing | manual testing | qa testing | testing | functional testing
plan software testing: test plans | test strategy | test cases
quality assurance procedures: qa | quality assurance
debug software: debugging | fix bugs | bug fixing | bugs
conduct ICT code review: code review | code reviews | review code | pull requests | peer review
perform ICT troubleshooting: troubleshooting | troubleshoot issues | technical troubleshooting | incident resolution
provide ICT support: it support | technical support | application support | second line support
support ICT system users: support users | user support | end user support
ICT infrastructure: infrastructure | it infrastructure | servers
administer ICT system: system administration | sysadmin | system administrator | linux administration
operating systems: linux | unix | windows | operating system
operate open source software: open source | open-source | linux tools
cyber security: security | it security | application security | security best practices
ICT security standards: iso 27001 | security standards
ensure information security: secure systems | information security
automation technology: automation | automate | automate processes | automated | plc | scada | robotics engineering
embedded systems: embedded software | microcontrollers | embedded
monitor technology trends: technology trends | new technologies | latest technologies | emerging technologies | tech trends | keep up with technology
define technology strategy: technology strategy | technology roadmap | technical strategy
develop technological improvement strategies: technology improvements | technical improvements
interpret technical requirements: technical requirements | technical specifications | understand requirements
define technical requirements: specify requirements
analyse software specifications: software requirements
business analysis: business analyst | analyse business needs | requirements analysis
perform business analysis: analyse business
analyse business requirements: business requirements | gather requirements | requirements gathering
business processes: process mapping | business process
analyse business processes: business process analysis
identify process improvements: process improvement | optimize processes | optimise processes | continuous improvement | improve processes | process optimisation | improve efficiency
develop business case: business cases
develop business plans: business planning | business plan
project management: project management skills | pmp | prince2 | project manager
perform project management: manage projects | lead projects | run projects | project planning | project coordination | deliver projects
manage project changes: scope changes
accurately estimate work hours: estimate | estimation | time estimates
plan resource allocation: resource allocation | resource planning | capacity planning
manage budgets: budget | budgeting | budget responsibility | budget management
cost management: cost control | cost optimisation | cost reduction | cost awareness
develop new products: product development | new product development | build products | develop products
create new concepts: develop concepts | new concepts | concept development
develop work programmes: develop programmes | programme development
implement strategic planning: execute strategy
strategic planning: strategy | strategic thinking | strategic mindset
financial management: finance | financial planning | controlling
accounting: bookkeeping | accountant
financial analysis: financial modelling | financial analyst
economics: economy | business economics
perform market research: customer research
marketing principles: marketing
digital marketing techniques: digital marketing | online marketing | seo | sem | google ads
social media management: social media
develop campaigns: campaigns
assist in developing marketing campaigns: marketing campaigns | support campaigns
implement sales strategies: drive sales | sales growth | increase sales | boost sales
sales activities: sales | selling | b2b sales | inside sales
sales strategies: sales strategy | go to market
identify new business opportunities: business development | new business | generate leads | lead generation
pricing strategies: pricing | pricing models
e-commerce systems: e-commerce | ecommerce | online shop | web shop | magento | shopify
supply chain principles: supply chain
supply chain management: scm
procurement lifecycle: procurement | purchasing | sourcing
logistics: logistic | shipping
production processes: production
maintenance operations: maintenance
quality standards: quality focus | high quality | quality conscious
manage quality: quality management
health and safety regulations: occupational safety | health and safety | hse | ehs | safety rules
comply with legal regulations: regulatory compliance | legal requirements | legislation
ensure compliance with legal requirements: compliance | compliant
risk management: manage risk | risk mitigation
assess risk factors: risk assessment
drive vehicles: driving licence | driver's license | driving licence category b | valid driver's licence
deliver outstanding service: excellent service
conduct scholarly research: research experience | conduct research
scientific research methodology: research methods | experimental design
perform scientific research: scientific research | research projects | research | phd research | research activities
perform chemical experiments: run experiments
perform laboratory tests: lab work | laboratory work | laboratory experience
identify with the company's goals: company vision | company values | share our values | our mission
empathise with the healthcare user: empathy for patients | compassionate care
show empathy: empathy | empathetic | empathic
listen actively: active listening | good listener
respect the diversity of cultural values and norms: diversity and inclusion | inclusive
use microsoft office: ms office package
manage administrative systems: administrative tasks
perform clerical duties: clerical work | data entry | filing
maintain database: maintain databases | update records
handle customer complaints: complaints handling | resolve complaints
answer incoming calls: answer phones | phone support | telephone skills
process customer orders: order processing
stock shelves: shelf stocking | replenish shelves
operate cash register: cashier
comply with food safety and hygiene: food hygiene | haccp | food safety
operate forklift: forklift licence | forklift truck
lift heavy weights: heavy lifting | physically demanding
use CAD software: autocad | solidworks | cad | inventor | catia
use technical drawing software: drawing software
use CAM software: cam programming
electrical engineering: electrical engineer | electrical systems
mechanical engineering: mechanical engineer
civil engineering: civil engineer | structural engineering
write research proposals: grant applications | research funding
teach in academic or vocational contexts: teaching | teaching experience | lecturing
publish academic research: publications | publication record
present reports: present reports to management
analyse test data: test data analysis
laboratory equipment: lab equipment
good manufacturing practices: gmp
conduct quality control analysis: quality control
perform quality audits: quality audits
root cause analysis: root cause
perform risk analysis: risk analysis
develop strategy to solve problems: problem solving strategies
create a financial plan: financial plans
financial forecasting: forecasting | forecasts
financial statements: annual accounts | month-end closing
prepare financial statements: financial reporting
manage accounts: accounts payable | accounts receivable
manage payroll: payroll
tax legislation: tax law | vat
conduct financial audits: audits
contract law: contracts
manage contracts: contract management
negotiate terms with suppliers: supplier negotiations | vendor negotiation
maintain relationship with suppliers: vendor management | supplier relations
manage inventory: stock management
manage logistics: logistics coordination
plan events: event planning
coordinate events: event management | organise events
public relations: pr
content marketing strategy: content marketing | content strategy
use content management system software: cms | wordpress | drupal
search engine optimisation: search engine optimization
web analytics: google analytics
perform copywriting: copywriting
manage website: website management
data protection: gdpr | data privacy
data mining: mine data
perform data cleansing: data cleaning
data models: data model
use query languages: queries
perform data mining: discover patterns in data
R: r programming
SAS language: sas
Microsoft Visual C++: visual c++
Scala: scala language
Groovy: groovy language
Perl: perl scripts
operate relational database management system: administer databases
Oracle Relational Database: oracle db | oracle database
Apache Maven: maven
Apache Tomcat: tomcat
Ansible: ansible playbooks
ICT network routing: routing and switching | cisco
ICT communications protocols: tcp/ip | network protocols
implement a firewall: firewalls
execute ICT audits: it audits
manage ICT project: it projects
ICT project management: it project management
ICT system user requirements: user requirements
identify ICT user needs: user needs
perform software recovery testing: recovery testing
use an application-specific interface: apis of applications
integrate system components: system integration | integration of systems
design component interfaces: interfaces between components
optimise choice of ICT solution: technology choices
perform ICT security testing: penetration testing | security testing
manage system security: system hardening
monitor system performance: monitoring | performance monitoring | observability
draw conclusions from market research results: market insights
observe confidentiality: confidentiality | discretion | confidential information
implement quality management systems: iso 9001 | qms | quality management systems
read standard blueprints: read drawings
draft press releases: press releases
generate reconciliation reports: reconciliations
`;

/** For each preferred label its wordings. */
export const escoWordings: ReadonlyMap<string, readonly string[]> = new Map(
  wordings.trim().split('\n').map((line) => {
    const colon = line.indexOf(': ');
    return [line.slice(0, colon), line.slice(colon + 2).split(' | ')] as const;
  }),
);
