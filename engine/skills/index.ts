export type { ProfiledSkill, SkillCorrection, SkillMention, SkillProfile } from './types.ts';
export { compileTaxonomy, type Form, type Taxonomy } from './taxonomy.ts';
export { normaliseForm } from './forms.ts';
export { scanForms, type Hit } from './scan.ts';
export { findSkills, type FindSkillsOptions } from './find-skills.ts';
export { profileSkills, type ProfileRequest } from './profile-skills.ts';
export type { ProfileLine, ProfileSection } from './observations.ts';
export { levelThresholds, scoreOfLevel } from './skill-score.ts';
export { raiseByLearning } from './raise-by-learning.ts';
