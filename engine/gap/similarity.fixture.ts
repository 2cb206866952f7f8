/**
 * Pairs of skills labelled by hand, for calibrating the threshold of similarity.ts: would an employer who asks for one take
 * the other instead? Below them the part of the related graph that they lie in, as knowledge/ had it at calibration.
 */
import type { RelatedSkill, RelationKind, Skill, SkillCategory } from '../knowledge/types.ts';
import { skill } from '../skills/skills.fixture.ts';

export const similarPairs: readonly string[] = [
  'postgresql mysql', 'postgresql sql-server', 'mysql sql-server', 'oracle-database sql-server',
  'oracle-database postgresql', 'oracle-database mysql', 'verilog vhdl', 'linux unix', 'github-actions gitlab-ci',
  'jenkins github-actions', 'jenkins gitlab-ci', 'github gitlab', 'cypress playwright', 'selenium playwright',
  'selenium cypress', 'power-bi tableau', 'tableau qlik', 'power-bi qlik', 'tableau looker', 'pytorch tensorflow',
  'pytorch keras', 'staad-pro etabs', 'aws google-cloud', 'aws azure', 'azure google-cloud', 'flask fastapi',
  'django flask', 'django fastapi', 'puppet chef', 'ansible chef', 'java csharp', 'java kotlin', 'react vue',
  'vue svelte', 'react angular', 'vue angular', 'react svelte', 'snowflake bigquery', 'nginx apache-http-server',
  'tally quickbooks', 'solidworks catia', 'maven gradle', 'vite webpack', 'cloudformation terraform', 'express nestjs',
  'laravel symfony', 'unity unreal-engine', 'unity godot', 'sas spss', 'spreadsheets excel',
  'word-processing office-suite', 'embedded-systems firmware-development', 'software-architecture system-design',
  'business-writing technical-writing', 'visual-studio-code intellij-idea', 'intellij-idea eclipse', 'nextjs nuxt',
  'elastic-stack splunk', 'content-marketing copywriting', 'user-research customer-discovery',
];

export const differentPairs: readonly string[] = [
  'python machine-learning', 'python pandas', 'python java', 'python ruby', 'python javascript', 'python r',
  'java javascript', 'javascript react', 'react nextjs', 'react react-native', 'javascript typescript', 'html css',
  'sql postgresql', 'sql nosql-databases', 'postgresql mongodb', 'mongodb redis', 'docker kubernetes', 'docker aws',
  'git github', 'git continuous-integration', 'tensorflow machine-learning', 'machine-learning deep-learning',
  'machine-learning statistics', 'deep-learning natural-language-processing',
  'natural-language-processing computer-vision', 'aws docker', 'aws linux', 'c cpp', 'c go', 'cpp rust',
  'swift kotlin', 'android-development ios-development', 'excel power-bi', 'excel microsoft-access',
  'spanish portuguese', 'hindi urdu', 'english hindi', 'bengali assamese', 'scrum project-management',
  'rest-apis graphql', 'data-analysis machine-learning', 'data-analysis sql', 'linux docker', 'terraform aws',
  'selenium software-testing', 'unit-testing integration-testing', 'react redux', 'nodejs express', 'django python',
  'spring-boot java', 'pandas numpy', 'matplotlib pandas', 'apache-spark apache-kafka', 'hadoop apache-spark',
  'network-security computer-networking', 'arduino embedded-systems', 'communication leadership',
  'teamwork communication', 'accounting tally', 'accounting auditing', 'autocad staad-pro',
  'marketing-fundamentals sales-fundamentals', 'kotlin android-development', 'matlab python', 'cloud-computing aws',
  'bash powershell', 'solidity blockchain', 'data-structures algorithms', 'operating-systems linux',
  'negotiation sales-fundamentals',
];

/** `id category: kind id strength, …` */
const graph = `
  accounting finance
  algorithms computer-science: used-with data-structures 0.7
  android-development mobile: used-with kotlin 0.5, similar ios-development 0.4, used-with java 0.35, used-with gradle 0.35
  angular web: alternative svelte 0.35, similar nestjs 0.3, alternative react 0.5, alternative vue 0.5
  ansible devops: alternative puppet 0.5, alternative chef 0.5, used-with terraform 0.35
  apache-http-server devops: alternative nginx 0.6
  apache-kafka data
  apache-spark data: alternative hadoop 0.45
  arduino embedded
  assamese spoken-language: similar bengali 0.5
  auditing finance
  autocad civil-engineering: similar solidworks 0.4
  aws cloud: alternative azure 0.6, alternative google-cloud 0.6, used-with cloud-computing 0.6
  azure cloud: alternative google-cloud 0.55, used-with cloud-computing 0.6, alternative aws 0.6
  bash programming-language: alternative powershell 0.4, used-with linux 0.5, alternative python 0.3, used-with unix 0.35
  bengali spoken-language: similar assamese 0.5, similar hindi 0.3
  bigquery data: part-of google-cloud 0.4, alternative snowflake 0.6
  blockchain computer-science
  business-writing office: used-with english 0.2, similar technical-writing 0.6
  c programming-language: alternative rust 0.4, similar go 0.4
  catia mechanical-engineering: alternative solidworks 0.6
  chef devops: alternative ansible 0.5, alternative puppet 0.6
  cloud-computing cloud: used-with aws 0.6, used-with azure 0.6, used-with google-cloud 0.6
  cloudformation cloud: alternative terraform 0.6
  communication soft-skill: used-with teamwork 0.5, used-with english 0.3
  computer-networking systems
  computer-vision machine-learning: used-with deep-learning 0.5
  content-marketing marketing: similar copywriting 0.6
  continuous-integration devops: used-with jenkins 0.55, used-with github-actions 0.55, used-with gitlab-ci 0.55
  copywriting marketing: similar content-marketing 0.6
  cpp programming-language: builds-on c 0.6, alternative rust 0.45, similar java 0.45, used-with unreal-engine 0.45
  csharp programming-language: alternative java 0.65, used-with unity 0.5
  css web: used-with html 0.6
  customer-discovery product: similar user-research 0.7
  cypress testing: alternative playwright 0.65, alternative selenium 0.5
  data-analysis data
  data-structures computer-science: used-with algorithms 0.7
  deep-learning machine-learning: builds-on machine-learning 0.6, used-with pytorch 0.6, used-with tensorflow 0.6, used-with keras 0.5, used-with computer-vision 0.5
  django backend: alternative flask 0.55, alternative fastapi 0.5, alternative spring-boot 0.35, similar laravel 0.4
  docker devops: used-with kubernetes 0.5
  eclipse tool: used-with java 0.25, alternative intellij-idea 0.5
  elastic-stack devops: alternative splunk 0.5
  embedded-systems embedded: similar firmware-development 0.7
  english spoken-language: used-with communication 0.3, used-with business-writing 0.2
  etabs civil-engineering: alternative staad-pro 0.7
  excel office: similar spreadsheets 0.9, used-with power-bi 0.3, used-with microsoft-access 0.3
  express backend: alternative nestjs 0.55, similar flask 0.45, used-with nodejs 0.7
  fastapi backend: used-with rest-apis 0.4, alternative django 0.5, alternative flask 0.65
  firmware-development embedded: similar embedded-systems 0.7
  flask backend: alternative fastapi 0.65, similar express 0.45, alternative django 0.55
  git tool: used-with github 0.65, used-with gitlab 0.55
  github tool: alternative gitlab 0.7, used-with git 0.65
  github-actions devops: alternative gitlab-ci 0.7, part-of github 0.4, used-with continuous-integration 0.55, alternative jenkins 0.55
  gitlab tool: used-with git 0.55, alternative github 0.7
  gitlab-ci devops: part-of gitlab 0.5, used-with continuous-integration 0.55, alternative jenkins 0.55, alternative github-actions 0.7
  go programming-language: alternative java 0.4, similar c 0.4, alternative rust 0.4
  godot tool: alternative unity 0.5, alternative unreal-engine 0.35
  google-cloud cloud: used-with cloud-computing 0.6, alternative aws 0.6, alternative azure 0.55
  gradle tool: used-with android-development 0.35, alternative maven 0.6
  graphql backend: alternative rest-apis 0.45
  hadoop data: alternative apache-spark 0.45
  hindi spoken-language: similar urdu 0.7, similar bengali 0.3
  html web: used-with css 0.6
  integration-testing testing
  intellij-idea tool: alternative eclipse 0.5, alternative visual-studio-code 0.5
  ios-development mobile: similar android-development 0.4, used-with swift 0.7
  java programming-language: alternative csharp 0.65, alternative kotlin 0.6, similar cpp 0.45, used-with android-development 0.35, similar typescript 0.35, alternative go 0.4, used-with eclipse 0.25
  javascript programming-language: similar python 0.45, similar solidity 0.3
  jenkins devops: alternative github-actions 0.55, alternative gitlab-ci 0.55, used-with continuous-integration 0.55
  keras machine-learning: used-with deep-learning 0.5, alternative pytorch 0.5, used-with tensorflow 0.75
  kotlin programming-language: similar swift 0.5, used-with android-development 0.5, alternative java 0.6
  kubernetes devops: used-with docker 0.5
  laravel backend: alternative symfony 0.55, similar django 0.4
  leadership soft-skill
  linux systems: similar unix 0.75, used-with operating-systems 0.4, used-with bash 0.5
  looker data: alternative power-bi 0.45, alternative tableau 0.5
  machine-learning machine-learning: builds-on statistics 0.45
  marketing-fundamentals marketing
  matlab programming-language: alternative numpy 0.5, similar r 0.35
  matplotlib data: used-with pandas 0.4
  maven tool: alternative gradle 0.6, used-with spring-boot 0.25
  microsoft-access database: used-with excel 0.3, used-with sql 0.3
  mongodb database: alternative postgresql 0.3, used-with nodejs 0.3, used-with nosql-databases 0.65
  mysql database: alternative sql-server 0.6, alternative oracle-database 0.5, alternative postgresql 0.75
  natural-language-processing machine-learning
  negotiation soft-skill
  nestjs backend: similar angular 0.3, similar spring-boot 0.35, alternative express 0.55
  network-security security
  nextjs web: builds-on react 0.6, alternative nuxt 0.5
  nginx devops: alternative apache-http-server 0.6
  nodejs backend: builds-on javascript 0.6, used-with express 0.7, used-with mongodb 0.3
  nosql-databases database: used-with mongodb 0.65
  numpy data: used-with pandas 0.6, alternative matlab 0.5
  nuxt web: builds-on vue 0.6, alternative nextjs 0.5
  office-suite office: similar word-processing 0.7, similar spreadsheets 0.6
  operating-systems computer-science: used-with linux 0.4
  oracle-database database: alternative postgresql 0.55, alternative mysql 0.5, alternative sql-server 0.55
  pandas data: used-with numpy 0.6, similar sql 0.35, used-with matplotlib 0.4
  playwright testing: alternative selenium 0.6, alternative cypress 0.65
  portuguese spoken-language: similar spanish 0.5
  postgresql database: alternative mysql 0.75, alternative sql-server 0.6, alternative oracle-database 0.55, alternative mongodb 0.3
  power-bi data: alternative tableau 0.65, alternative looker 0.45, alternative qlik 0.5, used-with excel 0.3
  powershell programming-language: alternative bash 0.4
  project-management business
  puppet devops: alternative chef 0.6, alternative ansible 0.5
  python programming-language: alternative r 0.4, similar ruby 0.55, similar javascript 0.45, alternative bash 0.3
  pytorch machine-learning: alternative tensorflow 0.65, alternative keras 0.5, used-with deep-learning 0.6
  qlik data: alternative power-bi 0.5, alternative tableau 0.55
  quickbooks finance: alternative tally 0.6
  r programming-language: alternative sas 0.4, similar matlab 0.35, alternative spss 0.35, alternative python 0.4
  react web: alternative vue 0.6, alternative angular 0.5, alternative svelte 0.5, used-with typescript 0.3, used-with redux 0.5
  react-native mobile: builds-on react 0.6
  redis database: part-of nosql-databases 0.4
  redux web: used-with react 0.5
  rest-apis backend: alternative graphql 0.45, used-with fastapi 0.4
  ruby programming-language: similar python 0.55
  rust programming-language: alternative c 0.4, alternative cpp 0.45, alternative go 0.4
  sales-fundamentals sales
  sas data: alternative spss 0.5, alternative r 0.4
  scrum business
  selenium testing: alternative playwright 0.6, alternative cypress 0.5
  snowflake data: alternative bigquery 0.6
  software-architecture computer-science: similar system-design 0.65
  software-testing testing
  solidity programming-language: similar javascript 0.3
  solidworks mechanical-engineering: alternative catia 0.6, similar autocad 0.4
  spanish spoken-language: similar portuguese 0.5
  splunk devops: alternative elastic-stack 0.5
  spreadsheets office: similar excel 0.9, similar office-suite 0.6
  spring-boot backend: alternative django 0.35, similar nestjs 0.35, used-with maven 0.25
  spss data: alternative r 0.35, alternative sas 0.5
  sql database: similar pandas 0.35, used-with microsoft-access 0.3
  sql-server database: alternative oracle-database 0.55, alternative postgresql 0.6, alternative mysql 0.6
  staad-pro civil-engineering: alternative etabs 0.7
  statistics mathematics
  svelte web: alternative react 0.5, alternative vue 0.55, alternative angular 0.35
  swift programming-language: used-with ios-development 0.7, similar kotlin 0.5
  symfony backend: alternative laravel 0.55
  system-design computer-science: similar software-architecture 0.65
  tableau data: alternative looker 0.5, alternative qlik 0.55, alternative power-bi 0.65
  tally finance: alternative quickbooks 0.6
  teamwork soft-skill: used-with communication 0.5
  technical-writing office: similar business-writing 0.6
  tensorflow machine-learning: used-with keras 0.75, used-with deep-learning 0.6, alternative pytorch 0.65
  terraform devops: used-with ansible 0.35, alternative cloudformation 0.6
  typescript programming-language: builds-on javascript 0.8, similar java 0.35, used-with react 0.3
  unit-testing testing
  unity tool: alternative unreal-engine 0.5, alternative godot 0.5, used-with csharp 0.5
  unix systems: used-with bash 0.35, similar linux 0.75
  unreal-engine tool: used-with cpp 0.45, alternative godot 0.35, alternative unity 0.5
  urdu spoken-language: similar hindi 0.7
  user-research design: similar customer-discovery 0.7
  verilog embedded: alternative vhdl 0.7
  vhdl embedded: alternative verilog 0.7
  visual-studio-code tool: alternative intellij-idea 0.5
  vite web: alternative webpack 0.6
  vue web: alternative angular 0.5, alternative svelte 0.55, alternative react 0.6
  webpack web: alternative vite 0.6
  word-processing office: similar office-suite 0.7
`;

function relationOf(written: string): RelatedSkill {
  const [kind, id, strength] = written.split(' ');
  return { kind: kind as RelationKind, id: id as string, strength: Number(strength) };
}

export const similaritySkills: readonly Skill[] = graph.trim().split('\n').map((line) => {
  const [head, relations = ''] = line.trim().split(': ');
  const [id, category] = (head as string).split(' ');
  return skill(id as string, id as string, category as SkillCategory, { related: relations === '' ? [] : relations.split(', ').map(relationOf) });
});
