/**
 * Input `registry-auth`: the YAML list of docker/login-action. Every scalar is read as text (YAML's "failsafe" schema),
 * so a password like 0123 or `no` stays what it is; a key that cannot be honoured is an error. The text is full of
 * passwords: errors name entry, line and key, and nothing else of it.
 */

import {InvalidInput} from '../pipeline/errors.ts';

export interface RegistryAuth {
  /** As written, or `docker.io` where the entry has none. */
  readonly registry: string;
  readonly username: string;
  readonly password: string;
  readonly scope?: string;
}

export interface ParsedRegistryAuth {
  readonly logins: readonly RegistryAuth[];
  readonly warnings: readonly string[];
}

const FORM = 'write a YAML list of entries with registry, username and password';
const KEYS = ['registry', 'username', 'password', 'scope', 'ecr'];
const ECR_HOST = /\.dkr\.ecr(?:-fips)?\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$|^public\.ecr\.aws$/;

/** Throws `InvalidInput`. '' is an empty list. */
export async function parseRegistryAuth(input: string, text: string): Promise<ParsedRegistryAuth> {
  if (text.trim() === '') return {logins: [], warnings: []};
  // Loaded here only: it takes some 10 ms of the start, and few workflows use this input.
  const {isMap, isScalar, isSeq, LineCounter, parseDocument} = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    prettyErrors: false,
    lineCounter: lines,
    logLevel: 'error',
  });
  const at = (node: unknown): string => {
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    return Array.isArray(range) ? `line ${lines.linePos(Number(range[0])).line}: ` : '';
  };
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault) {
    const line = lines.linePos(fault.pos[0]).line;
    const hint = `${FORM}; put passwords between single quotes, and write a single quote inside as two`;
    throw new InvalidInput(input, `line ${line}: it is not valid YAML (${fault.code})`, hint);
  }
  const list = document.contents;
  if (!isSeq(list)) throw new InvalidInput(input, `${at(list)}it is not a list`, `${FORM}, each beginning with "- "`);

  const warnings: string[] = [];
  const logins = list.items.map((node, index): RegistryAuth => {
    const bad = (reason: string, place: unknown, hint = FORM) =>
      new InvalidInput(input, `${at(place)}entry ${index + 1} ${reason}`, hint);
    if (!isMap(node)) throw bad('is not a map', node);
    const entry = new Map<string, string>();
    for (const {key, value} of node.items) {
      const name = isScalar(key) && typeof key.value === 'string' ? key.value : '';
      if (!KEYS.includes(name)) throw bad('has a key that is not known here', key, `known keys: ${KEYS.join(', ')}`);
      if (value !== null && !(isScalar(value) && typeof value.value === 'string'))
        throw bad(`has no plain text as ${name}`, key);
      entry.set(name, isScalar(value) ? String(value.value) : '');
    }
    const login = loginOf(entry, (reason, hint) => bad(reason, node, hint));
    if (entry.get('ecr') !== 'false' && ECR_HOST.test(login.registry) && /^A[KS]IA[A-Z0-9]{16}$/.test(login.username)) {
      warnings.push(
        `input ${input}: entry ${index + 1} has an AWS access key as user name; it is not exchanged for an ECR password here, so log in with aws-actions/amazon-ecr-login before this step`,
      );
    }
    return login;
  });
  return {logins, warnings};
}

function loginOf(
  entry: ReadonlyMap<string, string>,
  bad: (reason: string, hint?: string) => InvalidInput,
): RegistryAuth {
  const [username = '', password = '', scope = ''] = ['username', 'password', 'scope'].map((key) => entry.get(key));
  const registry = entry.get('registry') || 'docker.io';
  if (/[^\x21-\x7e]|@/.test(registry))
    throw bad('has a registry that is no host name', 'write the host, for example ghcr.io');
  if (username === '') throw bad('has no username');
  if (password === '')
    throw bad(
      'has no password',
      'if it comes from a secret, check that the secret exists in this repository and that the event may read it',
    );
  const ecr = entry.get('ecr') ?? '';
  if (!['', 'auto', 'false'].includes(ecr)) {
    throw bad(
      'asks for the ECR login',
      'leave ecr out and log in with aws-actions/amazon-ecr-login before this step; its docker config is read here',
    );
  }
  if (!/^(?:[a-z0-9._/-]*)(?:@[a-z]+(?:,[a-z]+)*)?$/.test(scope) || scope.split('/').includes('..')) {
    throw bad(
      'has a scope that is not understood',
      'write a repository, with "@push" or "@pull,push" behind it if need be',
    );
  }
  return {registry, username, password, ...(scope !== '' && {scope})};
}
