/** Registries as each engine reaches them, and what they hold. */
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {createServer} from 'node:https';
import type {AddressInfo} from 'node:net';
import {makeCertificate} from '../../registry/certificate.ts';
import {type Account, ask, closedRegistry, openRegistry, registryAuth, unique} from '../../rig.ts';
import {type Index, named, shown, small} from './fixtures.ts';
import type {Subject} from './matrix.ts';

/** Podman pulls by TLS only and believes certificates of this directory, as Docker does those of its own. */
const CERTIFICATES = '/etc/containers/certs.d';

/**
 * The same registry under an address that the engine pulls from: itself for Docker, a door with TLS for Podman, where
 * we are root and can have that door trusted.
 */
export async function reached(at: Subject, registry: Account): Promise<Account> {
  if (at.facts.product === 'docker' || process.getuid?.() !== 0) return registry;
  const issuer = makeCertificate({name: 'tests'});
  const {keyPem, cert} = makeCertificate({name: 'registry', hosts: ['127.0.0.1'], issuer});
  const [host, port] = registry.host.split(':');
  const door = createServer({key: keyPem, cert}, (incoming, outgoing) => {
    const {method, headers, url: path} = incoming;
    const onward = request(
      {host, port, method, path, headers: {...headers, 'x-forwarded-proto': 'https'}},
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const address = `127.0.0.1:${(door.address() as AddressInfo).port}`;
  const trust = `${CERTIFICATES}/${address}`;
  mkdirSync(trust, {recursive: true});
  writeFileSync(`${trust}/ca.crt`, issuer.cert);
  at.after(async () => {
    rmSync(trust, {recursive: true});
    door.close();
    door.closeAllConnections();
  });
  return {...registry, host: address};
}

export const openFor = (at: Subject) => reached(at, openRegistry);
export const closedFor = (at: Subject) => reached(at, closedRegistry);

/** Writes both platforms and their index into the open registry under a tag. */
export async function upload(repository: string, tag: string, made: Index): Promise<void> {
  const base = `http://${openRegistry.host}`;
  const put = async (path: string, type: string, body: Buffer) => {
    const {status, text} = await ask(base, path, {method: 'PUT', headers: {'content-type': type}, body});
    if (status !== 201) throw new Error(`PUT ${path}: ${status} ${text}`);
  };
  for (const [digest, bytes] of made.blobs) {
    if (made.manifests.includes(digest)) continue;
    const {headers} = await ask(base, `/v2/${repository}/blobs/uploads/`, {method: 'POST'});
    const url = new URL(headers.location ?? '', base);
    url.searchParams.set('digest', digest);
    await put(`${url.pathname}${url.search}`, 'application/octet-stream', bytes);
  }
  for (const [path, bytes] of [
    ...made.manifests.map((digest) => [digest, made.blobs.get(digest)]),
    [tag, made.index],
  ]) {
    const {mediaType} = JSON.parse(String(bytes)) as {readonly mediaType: string};
    await put(`/v2/${repository}/manifests/${path}`, mediaType, bytes as Buffer);
  }
}

/** An image of its own that is in a registry and no longer in the engine. */
export async function published(
  at: Subject,
  registry: Account,
): Promise<{repository: string; id: string; digest: string}> {
  const repository = `${registry.host}/${unique()}`;
  const image = await small(at);
  await named(at, image, repository, '1');
  const id = (await shown(at, image))?.Id ?? '';
  const headers = {'x-registry-auth': registryAuth(registry)};
  const {text} = await ask(at.address, `/images/${repository}/push?tag=1`, {method: 'POST', headers});
  const digest = /\b1: digest: (sha256:[0-9a-f]{64})/.exec(text)?.[1];
  if (digest === undefined) throw new Error(`a push failed: ${text}`);
  for (const name of [image, `${repository}:1`]) await ask(at.address, `/images/${name}?force=1`, {method: 'DELETE'});
  if ((await shown(at, `${repository}:1`)) !== undefined) throw new Error('the image is still in the engine');
  return {repository, id, digest};
}
