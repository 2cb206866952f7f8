export { createRoleFinder, type NearestRole, type RoleToFind } from './find-nearest-role.ts';
export { createOccupationFinder, type FoundOccupation, type OccupationFinder } from './find-occupations.ts';
export { createOccupationScorer, fittedWeights, occupationTerms, type OccupationWeights, type TitledText } from './score-occupations.ts';
export { findTitled, prepareTitled, type FoundByTitle, type Titled } from './find-titled.ts';
export { prepareTitle, titleSimilarity, type PreparedTitle } from './similar-titles.ts';
export { titleWords } from './title-features.ts';
export { splitTitle, titleSeniorities, type TitleParts, type TitleSeniority } from './split-title.ts';
export { compileTitleModel, cosine, type KnownOccupation, type TitleModel, type TitleTable } from './title-model.ts';
