export interface BenchRow {
  /** Stable: listed in bench/README.md. */
  readonly id: string;
  readonly label: string;
  /** Null: not measured here, for example because the data is not there. */
  readonly value: number | null;
  /** Null: printed for information, with nothing to pass. */
  readonly bar: number | null;
  readonly lowerIsBetter: boolean;
  /** How many cases the value is over. */
  readonly n: number;
}
