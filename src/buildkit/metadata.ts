/**
 * The request metadata of file transfers: lists of paths and patterns as repeated header fields. Since BuildKit 0.12 all
 * values of a field are query-escaped when one is not printable ASCII, and `<field>-encoded: 1` says so; before, UTF-8
 * is sent as it is, which node:http2 hands over as Latin-1.
 */
import type {Call} from './grpc.ts';

/** All values of a field, in order, decoded. */
export function valuesOf({metadata}: Pick<Call, 'metadata'>, name: string): readonly string[] {
  const values = metadata.filter(([key]) => key === name).map(([, value]) => value);
  const escaped = metadata.some(([key, value]) => key === `${name}-encoded` && value === '1');
  return values.map((value) => (escaped ? queryUnescape(value) : fromLatin1(value)));
}

/** Go's url.QueryUnescape; what is no escape stays as it is. */
function queryUnescape(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
}

function fromLatin1(value: string): string {
  return /[\x80-\xff]/.test(value) ? Buffer.from(value, 'latin1').toString() : value;
}
