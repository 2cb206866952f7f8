/** An ONNX model of one step, written by hand after onnx.proto3: each piece's row of a table, and nothing else. For the bench and for the server's tests. */

const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)]);
const number = (field: number, value: number): number[] => [...varint(field << 3), ...varint(value)];
const bytes = (field: number, content: readonly number[]): number[] => [...varint((field << 3) | 2), ...varint(content.length), ...content];
const text = (field: number, content: string): number[] => bytes(field, [...new TextEncoder().encode(content)]);

const float32 = 1;
const int64 = 7;

/** ValueInfoProto of a tensor whose sizes are free. */
function value(name: string, elementType: number, axes: readonly string[]): number[] {
  const shape = axes.flatMap((axis) => bytes(1, text(2, axis)));
  return [...text(1, name), ...bytes(2, bytes(1, [...number(1, elementType), ...bytes(2, shape)]))];
}

/** Rows of the table are the vectors of the pieces, by their ids. */
export function tinyModel(table: readonly (readonly number[])[], inputName = 'input_ids'): Uint8Array {
  const raw = [...new Uint8Array(Float32Array.from(table.flat()).buffer)];
  const tensor = [...number(1, table.length), ...number(1, table[0]?.length ?? 0), ...number(2, float32), ...text(8, 'table'), ...bytes(9, raw)];
  const gather = [...text(1, 'table'), ...text(1, inputName), ...text(2, 'last_hidden_state'), ...text(4, 'Gather')];
  const graph = [
    ...bytes(1, gather), ...text(2, 'tiny'), ...bytes(5, tensor),
    ...bytes(11, value(inputName, int64, ['texts', 'pieces'])), ...bytes(12, value('last_hidden_state', float32, ['texts', 'pieces', 'numbers'])),
  ];
  return Uint8Array.from([...number(1, 8), ...bytes(7, graph), ...bytes(8, [...text(1, ''), ...number(2, 13)])]);
}
