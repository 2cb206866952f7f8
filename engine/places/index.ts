export { compileGazetteer, isTown, type Gazetteer } from './gazetteer.ts';
export { distanceKilometres, readPlace, readPlaces, type PlaceOptions } from './read-place.ts';
export type { Place, PlaceChoice, PlaceKind } from './types.ts';
