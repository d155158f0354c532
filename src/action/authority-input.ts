/** Input `registry-ca`: certificates of authorities, as text or in a file. */
import {X509Certificate} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {InvalidInput} from '../pipeline/errors.ts';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const HINT = 'write certificates of authorities as PEM, or the path of a file with them';

/** One PEM each; paths are relative to the workspace. Throws InvalidInput for what holds none, or a bad one. */
export async function readAuthorities(text: string, workspace: string): Promise<readonly string[]> {
  if (text === '') return [];
  const pem = text.includes('-----BEGIN') ? text : await readPem(resolve(workspace, text.trim()));
  const certificates = pem.match(CERTIFICATE) ?? [];
  if (certificates.length === 0) throw new InvalidInput('registry-ca', 'there is no certificate in it', HINT);
  for (const [at, certificate] of certificates.entries()) {
    try {
      new X509Certificate(certificate);
    } catch {
      throw new InvalidInput('registry-ca', `certificate ${at + 1} of ${certificates.length} cannot be read`, HINT);
    }
  }
  return certificates;
}

async function readPem(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new InvalidInput('registry-ca', `the file cannot be read (${(error as Error).message})`, HINT);
  }
}
