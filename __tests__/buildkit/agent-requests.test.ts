import {describe, expect, it} from '@jest/globals';
import {AgentRequests} from '../../src/buildkit/agent-requests.ts';

/** Length, type and content of a request. */
function request(type: number, content: Uint8Array = new Uint8Array(0)): Buffer {
  const header = Buffer.alloc(5);
  header.writeUInt32BE(content.length + 1);
  header.writeUInt8(type, 4);
  return Buffer.concat([header, content]);
}

/** What an agent answers with a failure. */
const UNKNOWN = request(0);

describe('of what a build asks an ssh agent', () => {
  it.each([
    ['the list of keys', 11],
    ['a signature', 13],
    ['an extension, such as the binding of a session', 27],
  ])('%s passes', (_, type) => {
    const asked = request(type, Buffer.from('anything'));
    expect(new AgentRequests().push(asked)).toEqual(asked);
  });

  it.each([
    ['another key', 17],
    ['another key with limits', 25],
    ['one key less', 18],
    ['no key any more', 19],
    ['a library to be loaded', 20],
    ['the same with limits', 26],
    ['a lock', 22],
    ['no lock', 23],
    ['what is not known yet', 200],
  ])('%s becomes a request that fails in its turn', (_, type) => {
    const requests = new AgentRequests();
    const list = request(11);
    const asked = Buffer.concat([list, request(type, Buffer.alloc(100, 0x11)), list]);
    expect(requests.push(asked)).toEqual(Buffer.concat([list, UNKNOWN, list]));
  });

  it('T15: the same passes however it is cut', () => {
    const asked = Buffer.concat([
      request(13, Buffer.alloc(9, 1)),
      request(19),
      request(17, Buffer.alloc(7)),
      request(11),
    ]);
    const whole = Buffer.from(new AgentRequests().push(asked));
    for (let cut = 0; cut <= asked.length; cut++) {
      const requests = new AgentRequests();
      const parts = [asked.subarray(0, cut), asked.subarray(cut)].map((piece) => requests.push(piece));
      expect(Buffer.concat(parts)).toEqual(whole);
    }
    const requests = new AgentRequests();
    expect(Buffer.concat([...asked].map((byte) => requests.push(Uint8Array.of(byte))))).toEqual(whole);
  });

  it('the beginning of a long one passes before its end is there', () => {
    const requests = new AgentRequests();
    const asked = request(13, Buffer.alloc(200_000, 7));
    expect(requests.push(asked.subarray(0, 1000))).toEqual(asked.subarray(0, 1000));
  });

  it.each([
    ['no length', 0],
    ['more than an agent takes', 256 * 1024 + 1],
    ['a length that never comes', 0xffff_ffff],
  ])('%s is refused', (_, length) => {
    const header = Buffer.alloc(5, 11);
    header.writeUInt32BE(length);
    expect(() => new AgentRequests().push(header)).toThrow(`a request of ${length} bytes is none`);
  });
});
