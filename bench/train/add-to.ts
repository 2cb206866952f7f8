/** Adds to one number of a list of them. */
export function addTo(numbers: Float32Array | Float64Array | Int32Array | number[], at: number, value: number): void {
  numbers[at] = (numbers[at] as number) + value;
}
