/** Runs an image once through the engine's container API and gives what it printed. */
import type {Engine} from './engines.ts';
import {ask, askJson} from './http.ts';
import {throwIfEnding, toStop} from './stops.ts';

/** Podman's own defaults are higher than what a machine in a sandbox may grant. */
const LIMITS = ['nofile', 'nproc'].map((Name) => ({Name, Soft: 1024, Hard: 1024}));

export async function runImage(engine: Engine, image: string, command?: readonly string[]): Promise<string> {
  const body = {Image: image, ...(command && {Cmd: command}), HostConfig: {NetworkMode: 'none', Ulimits: LIMITS}};
  throwIfEnding();
  const created = askJson<{Id: string}>(engine.address, '/containers/create', {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: Buffer.from(JSON.stringify(body)),
  });
  const remove = toStop(async () => {
    const container = await created.catch(() => undefined);
    if (container) await ask(engine.address, `/containers/${container.Id}?force=1&v=1`, {method: 'DELETE'});
  });
  try {
    const {Id} = await created;
    await askJson(engine.address, `/containers/${Id}/start`, {method: 'POST'});
    const {StatusCode} = await askJson<{StatusCode: number}>(engine.address, `/containers/${Id}/wait`, {
      method: 'POST',
    });
    const logs = await ask(engine.address, `/containers/${Id}/logs?stdout=1&stderr=1`);
    if (logs.status !== 200) throw new Error(`the output of ${image} could not be read: ${logs.text}`);
    const text = readFrames(logs.body);
    if (StatusCode !== 0) throw new Error(`${image} ended with exit code ${StatusCode}: ${text}`);
    return text;
  } finally {
    await remove();
  }
}

/** Output without a terminal comes in frames: stream, three zeros, length in four bytes, data. */
function readFrames(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at + 4);
    text += bytes.subarray(at + 8, at + 8 + length).toString('utf8');
    at += 8 + length;
  }
  return text;
}
