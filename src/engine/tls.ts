/** What a TLS connection to an engine, or to a BuildKit of its own, is made with: the files that Docker keeps for it. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {InvalidAddress} from './errors.ts';

/** PEM texts of a mutual TLS connection; `cert` and `key` only where the engine asks for them. */
export interface TlsMaterial {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/**
 * Reads `ca.pem`, `cert.pem` and `key.pem` of a directory; each may be absent. `owner` is for messages, such as
 * `DOCKER_CERT_PATH`.
 */
export function readTlsMaterial(directory: string, owner = 'DOCKER_CERT_PATH'): TlsMaterial {
  const read = (name: string) => {
    try {
      return readFileSync(join(directory, name), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      const {message} = error as Error;
      throw new InvalidAddress(`${name} of ${owner} ${directory} cannot be read: ${message}`, 'Check its rights');
    }
  };
  const [ca, cert, key] = [read('ca.pem'), read('cert.pem'), read('key.pem')];
  return {...(ca && {ca}), ...(cert && {cert}), ...(key && {key})};
}
