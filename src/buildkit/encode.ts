/** Writing of protobuf messages by hand, the counterpart of wire.ts (protobuf.dev/programming-guides/encoding). */
import {BinaryWriter, WireType} from '@bufbuild/protobuf/wire';

/** Numbers are bigint and become int64, which has the same bytes as int32 where both can hold it. */
export type Field = readonly [number: number, value: string | bigint | boolean | Uint8Array | undefined];

/** A message of these fields, in this order; undefined is left out. */
export function encodeMessage(...fields: readonly Field[]): Uint8Array {
  const writer = new BinaryWriter();
  for (const [number, value] of fields) {
    if (typeof value === 'string') writer.tag(number, WireType.LengthDelimited).string(value);
    else if (typeof value === 'bigint') writer.tag(number, WireType.Varint).int64(value);
    else if (typeof value === 'boolean') writer.tag(number, WireType.Varint).bool(value);
    else if (value !== undefined) writer.tag(number, WireType.LengthDelimited).bytes(value);
  }
  return writer.finish();
}

/** A map is a repeated message of key 1 and value 2. */
export function mapFields(number: number, map: ReadonlyMap<string, string | Uint8Array>): readonly Field[] {
  return [...map].map(([key, value]) => [number, encodeMessage([1, key], [2, value])]);
}
