/** One measured number beside its bar. */
export interface BenchRow {
  readonly id: string;
  readonly label: string;
  /** Null: not measured. */
  readonly value: number | null;
  readonly bar: number | null;
  readonly lowerIsBetter: boolean;
  readonly n: number;
}
