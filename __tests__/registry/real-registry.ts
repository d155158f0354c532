/** Puts content into a real registry by its plain HTTP API, without any of our own client, and takes it out again. */

import {createHash, randomBytes} from 'node:crypto';

export interface RealRegistry {
  readonly host: string;
  readonly login?: {readonly username: string; readonly password: string};
}

/** Registries named by the environment, each undefined when it is not. */
export function registriesFromEnvironment(): {
  readonly open: RealRegistry | undefined;
  readonly withLogin: RealRegistry | undefined;
} {
  const {STOWAGE_TEST_REGISTRY: open, STOWAGE_TEST_REGISTRY_AUTH: host} = process.env;
  const {STOWAGE_TEST_REGISTRY_USER: username = '', STOWAGE_TEST_REGISTRY_PASSWORD: password = ''} = process.env;
  return {open: open ? {host: open} : undefined, withLogin: host ? {host, login: {username, password}} : undefined};
}

export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
export const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
export const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';

export const sha256 = (bytes: string | Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** A repository of its own for one test file, with one blob, emptied when disposed. */
export class Repository implements AsyncDisposable {
  readonly registry: RealRegistry;
  readonly name = `stowage-test/${randomBytes(6).toString('hex')}`;
  readonly #headers: Record<string, string>;
  readonly #paths = new Set<string>();

  /** `authorization` makes the header for a repository name; without it, the login of the registry is used. */
  constructor(registry: RealRegistry, authorization?: (name: string) => string) {
    const {login} = registry;
    this.registry = registry;
    const basic = login && `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
    const value = authorization?.(this.name) ?? basic;
    this.#headers = value === undefined ? {} : {authorization: value};
  }

  async blob(bytes: string): Promise<{readonly digest: string; readonly size: number}> {
    const digest = sha256(bytes);
    const started = await this.#send('POST', 'blobs/uploads/', {});
    const location = new URL(started.headers.get('location') ?? '', started.url);
    location.searchParams.set('digest', digest);
    const headers = {...this.#headers, 'content-type': 'application/octet-stream'};
    await expectOk(await fetch(location, {method: 'PUT', headers, body: bytes}));
    this.#paths.add(`blobs/${digest}`);
    return {digest, size: Buffer.byteLength(bytes)};
  }

  /** Returns the digest the bytes must have. */
  async manifest(
    tag: string,
    mediaType: string,
    document: object,
  ): Promise<{readonly digest: string; readonly bytes: string}> {
    const bytes = JSON.stringify(document, null, 3);
    await this.#send('PUT', `manifests/${tag}`, {'content-type': mediaType}, bytes);
    this.#paths.add(`manifests/${sha256(bytes)}`);
    return {digest: sha256(bytes), bytes};
  }

  /** An image of one empty layer, as OCI or Docker manifest. */
  async image(tag: string, mediaType = OCI_MANIFEST): Promise<{readonly digest: string; readonly bytes: string}> {
    const isOci = mediaType === OCI_MANIFEST;
    const config = await this.blob(
      JSON.stringify({architecture: 'amd64', os: 'linux', rootfs: {type: 'layers', diff_ids: []}, tag}),
    );
    const layer = await this.blob(`layer of ${tag}`);
    const types = isOci
      ? ['application/vnd.oci.image.config.v1+json', 'application/vnd.oci.image.layer.v1.tar']
      : ['application/vnd.docker.container.image.v1+json', 'application/vnd.docker.image.rootfs.diff.tar.gzip'];
    const document = {
      schemaVersion: 2,
      mediaType,
      config: {mediaType: types[0], ...config},
      layers: [{mediaType: types[1], ...layer}],
    };
    return this.manifest(tag, mediaType, document);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const path of [...this.#paths].sort().reverse()) {
      await fetch(this.#url(path), {method: 'DELETE', headers: this.#headers}).catch(() => undefined);
    }
  }

  #url(path: string): string {
    return `http://${this.registry.host}/v2/${this.name}/${path}`;
  }

  async #send(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Response> {
    const response = await fetch(this.#url(path), {
      method,
      headers: {...this.#headers, ...headers},
      body: body ?? null,
    });
    return expectOk(response);
  }
}

async function expectOk(response: Response): Promise<Response> {
  if (response.ok) return response;
  throw new Error(`seeding failed: ${response.status} ${response.url}: ${await response.text()}`);
}
