/** The real log over a stream that keeps what was written. */
import {Writable} from 'node:stream';
import {createLog} from '../../src/action/log.ts';
import type {Log} from '../../src/report/log.ts';

export function memoryLog(debug = false): {
  readonly log: Log;
  readonly text: () => string;
  readonly lines: () => string[];
} {
  const pieces: Buffer[] = [];
  const stream = new Writable({
    write(piece: Buffer, _encoding, done) {
      pieces.push(piece);
      done();
    },
  });
  const text = () => Buffer.concat(pieces).toString();
  return {log: createLog({stream, debug}), text, lines: () => text().split('\n').slice(0, -1)};
}
