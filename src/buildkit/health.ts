/**
 * `grpc.health.v1.Health` (grpc/doc/health-checking.md). BuildKit asks every 1 to 5 s and drops a session that does
 * not answer, so this is never optional. `Watch` is not used by it and stays unimplemented.
 */
import {BinaryWriter} from '@bufbuild/protobuf/wire';
import type {Methods} from './grpc.ts';

const STATUS = 1;
const SERVING = 1;

export function healthMethods(): Methods {
  const serving = new BinaryWriter().tag(STATUS, 0).int32(SERVING).finish();
  return new Map([['/grpc.health.v1.Health/Check', {kind: 'unary', handle: () => serving}]]);
}
