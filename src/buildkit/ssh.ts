/**
 * `moby.sshforward.v1.SSH`: lends the ssh agents of this machine to steps that mount them (moby/buildkit
 * session/sshforward/ssh.proto). Each connection that a step makes is a call of its own and gets a connection to the
 * agent of its own. Keys never travel, only what they sign.
 */
import {once} from 'node:events';
import {connect, type Socket} from 'node:net';
import {BinaryReader, BinaryWriter, WireType} from '@bufbuild/protobuf/wire';
import {AgentRequests} from './agent-requests.ts';
import type {Methods, StreamCall} from './grpc.ts';
import {Code, GrpcError} from './status.ts';
import {readFields, readFirstText} from './wire.ts';

/** The id that a mount without one has. */
const DEFAULT_ID = 'default';

/** Serves the agents that listen on these sockets, by id. */
export function sshMethods(sockets: ReadonlyMap<string, string>): Methods {
  const socketOf = (id: string): string => {
    const socket = sockets.get(id || DEFAULT_ID);
    if (socket !== undefined) return socket;
    // The builder makes this the error of the build.
    throw new GrpcError(Code.unknown, `this build has no ssh agent ${id || DEFAULT_ID}, add it to the input ssh`);
  };
  const check = (request: Uint8Array): Uint8Array => {
    socketOf(readFirstText(request, 'the question for an ssh agent'));
    return new Uint8Array(0);
  };
  const forward = async (call: StreamCall): Promise<void> => {
    const id = call.metadata.find(([name]) => name === 'buildkit.ssh.id')?.[1] ?? '';
    await carry(call, await reach(socketOf(id)));
  };
  return new Map([
    ['/moby.sshforward.v1.SSH/CheckAgent', {kind: 'unary', handle: check}],
    ['/moby.sshforward.v1.SSH/ForwardAgent', {kind: 'stream', handle: forward}],
  ]);
}

async function reach(path: string): Promise<Socket> {
  // The step may be done with its questions before the agent is with its answers.
  const socket = connect({path, allowHalfOpen: true});
  try {
    await once(socket, 'connect');
  } catch (error) {
    const {code = 'unknown'} = error as NodeJS.ErrnoException;
    throw new GrpcError(Code.unknown, `the ssh agent does not answer (${code})`, {cause: error});
  }
  return socket;
}

/** Until the agent hangs up, as it does when it was told that no more comes, or the call is over. */
async function carry(call: StreamCall, socket: Socket): Promise<void> {
  const stop = () => socket.destroy();
  call.signal.addEventListener('abort', stop, {once: true});
  // Told by the iterator below, or of no interest any more.
  socket.on('error', () => {});
  ask(call, socket).catch((error) => socket.destroy(error));
  try {
    for await (const chunk of socket) await call.send(encodeBytes(chunk));
  } finally {
    call.signal.removeEventListener('abort', stop);
    socket.destroy();
  }
}

async function ask(call: StreamCall, socket: Socket): Promise<void> {
  const requests = new AgentRequests();
  for await (const message of call.requests) {
    const bytes = requests.push(decodeBytes(message));
    if (bytes.length > 0 && !socket.write(bytes)) await once(socket, 'drain', {signal: call.signal});
  }
  socket.end();
}

/** BytesMessage: data = 1. */
function decodeBytes(message: Uint8Array): Uint8Array {
  let data: Uint8Array = new Uint8Array(0);
  try {
    const reader = new BinaryReader(message);
    readFields(reader, reader.len, (tag) => {
      if (tag !== 0o12) return false;
      data = reader.bytes();
      return true;
    });
  } catch (error) {
    throw new GrpcError(Code.internal, 'a message for the ssh agent cannot be read', {cause: error});
  }
  return data;
}

function encodeBytes(data: Uint8Array): Uint8Array {
  return new BinaryWriter().tag(1, WireType.LengthDelimited).bytes(data).finish();
}
