/** A small body of skills for the tests of engine/: enough kinds of names and relations to show every rule. */
import type { RelatedSkill, Skill, SkillCategory, SkillPrerequisite } from '../knowledge/types.ts';

interface SkillFacts {
  readonly aliases?: readonly string[];
  readonly ambiguous?: Readonly<Record<string, readonly string[]>>;
  readonly related?: readonly RelatedSkill[];
  readonly prerequisites?: readonly SkillPrerequisite[];
  readonly demand?: number;
}

export function skill(id: string, name: string, category: SkillCategory, facts: SkillFacts = {}): Skill {
  return {
    id, name, category,
    aliases: facts.aliases ?? [],
    ambiguous: Object.entries(facts.ambiguous ?? {}).map(([form, context]) => ({ form, context })),
    hours: [30, 60, 120, 240],
    demand: facts.demand ?? 0.5,
    prerequisites: facts.prerequisites ?? [],
    related: facts.related ?? [],
    checkpoints: {},
  };
}

const to = (kind: RelatedSkill['kind'], id: string, strength: number): RelatedSkill => ({ id, kind, strength });

export const fixtureSkills: readonly Skill[] = [
  skill('python', 'Python', 'programming-language', { aliases: ['पायथन'], demand: 0.9 }),
  skill('java', 'Java', 'programming-language', { aliases: ['जावा'], demand: 0.8, related: [to('similar', 'csharp', 0.7), to('similar', 'kotlin', 0.7)] }),
  skill('javascript', 'JavaScript', 'programming-language', { aliases: ['js'], demand: 0.9, related: [to('similar', 'typescript', 0.85)] }),
  skill('typescript', 'TypeScript', 'programming-language', { demand: 0.7, related: [to('similar', 'javascript', 0.85), to('builds-on', 'javascript', 0.9)] }),
  skill('kotlin', 'Kotlin', 'programming-language'),
  skill('c', 'C', 'programming-language', { aliases: ['c language', 'c programming'], ambiguous: { C: ['programming', 'embedded', 'compiler', 'pointers', 'firmware'] } }),
  skill('cpp', 'C++', 'programming-language', { aliases: ['cpp'] }),
  skill('csharp', 'C#', 'programming-language', { aliases: ['c sharp'] }),
  skill('go', 'Go', 'programming-language', { aliases: ['golang'], ambiguous: { Go: ['backend', 'microservices', 'goroutines', 'programming'] } }),
  skill('r', 'R', 'programming-language', { ambiguous: { R: ['statistics', 'ggplot2', 'tidyverse', 'statistical'] } }),
  skill('rust', 'Rust', 'programming-language', { ambiguous: { Rust: ['cargo', 'programming', 'systems'] } }),
  skill('swift', 'Swift', 'programming-language', { ambiguous: { Swift: ['ios', 'xcode', 'swiftui'] } }),
  skill('html', 'HTML', 'web', { related: [to('used-with', 'css', 0.5)] }),
  skill('css', 'CSS', 'web'),
  skill('react', 'React', 'web', {
    aliases: ['react.js'], ambiguous: { React: ['javascript', 'frontend', 'redux', 'components', 'hooks', 'web'] }, demand: 0.8,
    related: [to('alternative', 'vue', 0.7), to('alternative', 'angular', 0.6), to('builds-on', 'javascript', 0.8)],
  }),
  skill('vue', 'Vue', 'web', { aliases: ['vue.js'], related: [to('alternative', 'angular', 0.6)] }),
  skill('angular', 'Angular', 'web', { aliases: ['angular.js'] }),
  skill('react-native', 'React Native', 'mobile', { related: [to('builds-on', 'react', 0.7)] }),
  skill('nodejs', 'Node.js', 'backend', { related: [to('builds-on', 'javascript', 0.8)] }),
  skill('django', 'Django', 'backend', { prerequisites: [{ id: 'python', level: 2 }, { id: 'html', level: 1 }], related: [to('alternative', 'flask', 0.7)] }),
  skill('flask', 'Flask', 'backend', { ambiguous: { Flask: ['python', 'api', 'backend'] }, related: [to('builds-on', 'python', 0.8)] }),
  skill('spring-boot', 'Spring Boot', 'backend', { aliases: ['spring'], related: [to('builds-on', 'java', 0.8)] }),
  skill('dotnet', '.NET', 'backend', { aliases: ['dotnet', 'ASP.NET'] }),
  skill('rest-apis', 'REST API', 'backend', { aliases: ['restful api', 'restful services'] }),
  skill('microservices', 'Microservices', 'backend'),
  skill('sql', 'SQL', 'database', { demand: 0.85 }),
  skill('postgresql', 'PostgreSQL', 'database', { aliases: ['postgres'], related: [to('similar', 'mysql', 0.8), to('builds-on', 'sql', 0.8)] }),
  skill('mysql', 'MySQL', 'database', { related: [to('builds-on', 'sql', 0.8)] }),
  skill('sql-server', 'SQL Server', 'database', { aliases: ['mssql'] }),
  skill('mongodb', 'MongoDB', 'database'),
  skill('pandas', 'pandas', 'data', { related: [to('builds-on', 'python', 0.7), to('used-with', 'numpy', 0.6)] }),
  skill('numpy', 'NumPy', 'data', { related: [to('builds-on', 'python', 0.7)] }),
  skill('machine-learning', 'Machine Learning', 'machine-learning', { aliases: ['ml', 'मशीन लर्निंग'], demand: 0.7, related: [to('used-with', 'python', 0.5)] }),
  skill('deep-learning', 'Deep Learning', 'machine-learning', { related: [to('builds-on', 'machine-learning', 0.6)] }),
  skill('data-structures', 'Data Structures', 'computer-science'),
  skill('aws', 'AWS', 'cloud', { aliases: ['amazon web services'], demand: 0.7, related: [to('alternative', 'azure', 0.6), to('alternative', 'gcp', 0.6)] }),
  skill('azure', 'Azure', 'cloud', { related: [to('alternative', 'gcp', 0.6)] }),
  skill('gcp', 'Google Cloud', 'cloud', { aliases: ['gcp'] }),
  skill('docker', 'Docker', 'devops', { demand: 0.7 }),
  skill('kubernetes', 'Kubernetes', 'devops', { aliases: ['k8s'] }),
  skill('ci-cd', 'CI/CD', 'devops', { aliases: ['continuous integration'] }),
  skill('git', 'Git', 'tool', { demand: 0.8 }),
  skill('github', 'GitHub', 'tool'),
  skill('excel', 'Microsoft Excel', 'office', { aliases: ['ms excel'], ambiguous: { Excel: ['spreadsheets', 'pivot', 'office', 'vlookup', 'powerpoint'] } }),
  skill('powerpoint', 'PowerPoint', 'office'),
  skill('access', 'Microsoft Access', 'database', { ambiguous: { Access: ['database', 'ms', 'office'] } }),
  skill('research-and-development', 'R&D', 'business', { aliases: ['research and development'] }),
  skill('communication', 'Communication', 'soft-skill', { aliases: ['communication skills'], demand: 0.6 }),
  skill('leadership', 'Leadership', 'soft-skill'),
  skill('nursing', 'Nursing', 'health', { aliases: ['patient care'] }),
  skill('english', 'English', 'spoken-language'),
  skill('hindi', 'Hindi', 'spoken-language', { aliases: ['हिन्दी', 'हिंदी'] }),
];
