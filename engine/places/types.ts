export type PlaceKind = 'city' | 'state' | 'country' | 'remote';

export interface PlaceChoice {
  readonly kind: PlaceKind;
  /** As the gazetteer writes it; empty for "remote". */
  readonly name: string;
  readonly state: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** Degrees; a state or a country is where its people live on average. Null for "remote". */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface Place extends PlaceChoice {
  /** 0 to 1: how sure it is that this place is meant. */
  readonly confidence: number;
  /** Whether the text says that the work may be done from elsewhere, at least in part. */
  readonly remote: boolean;
  /** What else the same words may mean, most likely first, at most three. */
  readonly alternatives: readonly PlaceChoice[];
}
