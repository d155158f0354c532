/** Bodies of engines as streams, and containers made only to be exported, apart from the code under test. */
import {request} from 'node:http';
import type {Readable} from 'node:stream';
import {text} from 'node:stream/consumers';
import {pipeline} from 'node:stream/promises';
import {ask, askJson, type Engine} from '../rig.ts';

/** The body of an answer, whatever its status. */
export async function* streamed(engine: Engine, path: string): AsyncGenerator<Buffer> {
  const response = await new Promise<AsyncIterable<Buffer>>((done, fail) => {
    const socketPath = engine.address.slice('unix://'.length);
    request({socketPath, path, headers: {host: 'localhost'}, agent: false}, done)
      .on('error', fail)
      .end();
  });
  yield* response;
}

/** The file system of a container of the image that never ran. */
export async function* exportedRoot(engine: Engine, image: string): AsyncGenerator<Buffer> {
  const {Id} = await askJson<{Id: string}>(engine.address, '/containers/create', {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: Buffer.from(JSON.stringify({Image: image, Cmd: ['/none']})),
  });
  try {
    yield* streamed(engine, `/containers/${Id}/export`);
  } finally {
    await ask(engine.address, `/containers/${Id}?force=1&v=1`, {method: 'DELETE'});
  }
}

/** `POST /images/load`; breaks the request off, and throws, when the body fails. Gives what the engine says. */
export async function load(engine: Engine, body: Readable): Promise<string> {
  const socketPath = engine.address.slice('unix://'.length);
  const headers = {host: 'localhost', 'content-type': 'application/x-tar'};
  const outgoing = request({socketPath, path: '/images/load?quiet=1', method: 'POST', headers, agent: false});
  const answer = new Promise<AsyncIterable<Buffer>>((done, fail) => outgoing.on('response', done).on('error', fail));
  answer.catch(() => undefined);
  await pipeline(body, outgoing);
  return text(await answer);
}
