/**
 * The Control API of BuildKit (moby/buildkit api/services/control, frontend/gateway/pb), as far as it is used: a question to
 * a frontend. A build that is led by the client stays open for as long as we ask, and its answers come back with all
 * their metadata, which the answer of `Solve` alone does not have.
 */
import {randomBytes} from 'node:crypto';
import {BinaryReader} from '@bufbuild/protobuf/wire';
import {type CallOptions, type GrpcClient, RpcError} from './client.ts';
import {encodeMessage, mapFields} from './encode.ts';
import {readFields, readMessage} from './wire.ts';

export interface FrontendQuestion {
  /** Id of the open session. */
  readonly session: string;
  /** Such as `dockerfile.v0`. */
  readonly frontend: string;
  /** Such as `requestid`, `filename`, `build-arg:NAME`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Encoded definitions in place of local directories, by their name. */
  readonly inputs: ReadonlyMap<string, Uint8Array>;
  /** Takes each encoded StatusResponse while the frontend works. */
  readonly onTrace: (trace: Uint8Array) => void;
}

/** What a frontend makes of a question. */
export interface FrontendResult {
  /** By name, such as `containerimage.config`. */
  readonly metadata: ReadonlyMap<string, Uint8Array>;
  /** Encoded `pb.Definition` of the steps that would make the result; undefined where it is empty, or none. */
  readonly definition: Uint8Array | undefined;
}

/** Nothing of the result is built. Throws RpcError with the frontend's words, or ConnectionLost. */
export async function askFrontend(
  client: GrpcClient,
  question: FrontendQuestion,
  {signal}: Required<Pick<CallOptions, 'signal'>>,
): Promise<FrontendResult> {
  const {session, frontend, attributes, inputs, onTrace} = question;
  const ref = randomBytes(16).toString('hex');
  const over = new AbortController();
  const options = {signal: AbortSignal.any([signal, over.signal])};
  const inside = {...options, metadata: {'buildkit-controlapi-buildid': ref}};
  // SolveRequest: Ref = 1, Session = 5, Cache = 8, Internal = 11 (leaves no record in the history). Without a frontend it
  // waits for what comes through the bridge.
  const request = encodeMessage([1, ref], [5, session], [8, encodeMessage()], [11, true]);
  const solving = settle(client.unary('/moby.buildkit.v1.Control/Solve', request, options));
  const watching = settle(watch(client, ref, onTrace, options));
  try {
    // SolveRequest of the bridge: Frontend = 2, FrontendOpt = 3, allowResultReturn = 5, allowResultArrayRef = 6, FrontendInputs = 13.
    const asked = encodeMessage(
      [2, frontend],
      ...mapFields(3, attributes),
      [5, true],
      [6, true],
      ...mapFields(13, inputs),
    );
    const asking = client.unary('/moby.buildkit.v1.frontend.LLBBridge/Solve', asked, inside);
    // The question waits for a build that may never begin; then the build knows why, and the question ends unheard.
    asking.catch(() => {});
    const answer = await Promise.race([asking, failureOf(solving)]);
    await client.unary('/moby.buildkit.v1.frontend.LLBBridge/Return', encodeMessage([1, encodeMessage()]), inside);
    await Promise.race([Promise.all([solving, watching]), patience()]);
    return readResult(answer);
  } finally {
    over.abort();
  }
}

/** The frontend of this engine knows no such question. */
export class UnknownQuestion extends Error {
  override readonly name = 'UnknownQuestion';

  constructor(what: string, cause: RpcError) {
    super(`the frontend does not know "${what}" (${cause.reason})`, {cause});
  }
}

export interface FrontendAnswer {
  /** Without the graph that the Dockerfile came in. */
  readonly json: unknown;
  /** The same for people; '' where there is no such form. */
  readonly text: string;
}

/**
 * One of the questions about a Dockerfile: `lint`, `outline` or `targets` (moby/buildkit frontend/subrequests). Throws
 * UnknownQuestion, RpcError, ConnectionLost.
 */
export async function askAbout(
  client: GrpcClient,
  what: string,
  question: Omit<FrontendQuestion, 'frontend'>,
  options: {readonly signal: AbortSignal},
): Promise<FrontendAnswer> {
  const attributes = new Map([
    ...question.attributes,
    ['requestid', `frontend.${what}`],
    // Tells a frontend from an image that a request of this kind comes.
    ['frontend.caps', 'moby.buildkit.frontend.subrequests'],
  ]);
  try {
    const {metadata} = await askFrontend(client, {...question, frontend: 'dockerfile.v0', attributes}, options);
    const textOf = (name: string) => new TextDecoder().decode(metadata.get(name));
    const json: unknown = JSON.parse(textOf('result.json'), (key, value) => (key === 'definition' ? undefined : value));
    return {json, text: textOf('result.txt')};
  } catch (error) {
    if (error instanceof RpcError && /unsupported request|subrequest/i.test(error.reason))
      throw new UnknownQuestion(what, error);
    throw error;
  }
}

/** How long the last words of a finished build are waited for, in milliseconds. */
const PATIENCE_MS = 1000;

function patience(): Promise<void> {
  const {promise, resolve} = Promise.withResolvers<void>();
  setTimeout(resolve, PATIENCE_MS).unref();
  return promise;
}

async function watch(
  client: GrpcClient,
  ref: string,
  onTrace: (trace: Uint8Array) => void,
  options: CallOptions,
): Promise<void> {
  for await (const trace of client.stream('/moby.buildkit.v1.Control/Status', encodeMessage([1, ref]), options)) {
    onTrace(trace);
  }
}

/** The failure, or undefined for a success; never rejects. */
async function settle(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Rejects with the failure of the work, and waits for ever where it succeeds. */
async function failureOf(settled: Promise<unknown>): Promise<never> {
  const failure = await settled;
  if (failure !== undefined) throw failure;
  return new Promise<never>(() => {});
}

/** SolveResponse: result = 3. Result: ref = 3, metadata = 10, a map to bytes. Ref: def = 2. */
function readResult(answer: Uint8Array): FrontendResult {
  const reader = new BinaryReader(answer);
  const metadata = new Map<string, Uint8Array>();
  let definition: Uint8Array | undefined;
  readFields(reader, reader.len, (tag) => {
    if (tag !== 0o32) return false;
    readMessage(reader, (inner) => {
      if (inner === 0o32) definition = readDefinition(reader);
      else if (inner === 0o122) metadata.set(...readEntryOfBytes(reader));
      else return false;
      return true;
    });
    return true;
  });
  return {metadata, definition};
}

function readDefinition(reader: BinaryReader): Uint8Array | undefined {
  let definition: Uint8Array | undefined;
  readMessage(reader, (tag) => {
    if (tag !== 0o22) return false;
    definition = reader.bytes();
    return true;
  });
  return definition;
}

function readEntryOfBytes(reader: BinaryReader): readonly [name: string, value: Uint8Array] {
  let name = '';
  let value: Uint8Array = new Uint8Array(0);
  readMessage(reader, (tag) => {
    if (tag === 0o12) name = reader.string();
    else if (tag === 0o22) value = reader.bytes();
    else return false;
    return true;
  });
  return [name, value];
}
