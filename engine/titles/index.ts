export { prepareTitle, titleSimilarity, type PreparedTitle } from './similar-titles.ts';
export { titleFeatures, titleWords } from './title-features.ts';
export { compileTitleModel, cosine, type KnownOccupation, type TitleModel, type TitleTable } from './title-model.ts';
