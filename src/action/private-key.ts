/**
 * Private keys as files hold them (OpenSSH PROTOCOL.key, RFC 7468): as far as is needed to say what is wrong with one
 * before any work, and never what it is.
 */

/** A key that can be used as it is, in the form that ssh-add reads; or why it cannot be used, with a way out. */
export type KeyText =
  | {readonly kind: 'key'; readonly text: string}
  | {readonly kind: 'unusable'; readonly why: string; readonly hint: string};

/** Whether the text is, or holds, a private key: so people put one where its path belongs. */
export function holdsPrivateKey(text: string): boolean {
  return /-----BEGIN [A-Z ]*PRIVATE KEY( BLOCK)?-----/.test(text);
}

export function readPrivateKey(file: string): KeyText {
  // ssh-add wants plain line ends, also after the last line, which text that went through a secret often lacks.
  const text = `${file.replace(/\r\n?/g, '\n').trim()}\n`;
  const [, form = '', body = ''] = /^-----BEGIN ([A-Z ]*)PRIVATE KEY-----\n([\s\S]*?)\n-----END /m.exec(text) ?? [];
  if (body !== '') return isProtected(form.trim(), body) ? PROTECTED : {kind: 'key', text};
  if (/^(?:ssh|ecdsa|sk)-\S+ [A-Za-z0-9+/]/.test(text))
    return {kind: 'unusable', why: 'it is a public key', hint: 'name the file without .pub'};
  if (text.startsWith('PuTTY-'))
    return {kind: 'unusable', why: 'it is a key of PuTTY', hint: 'convert it with puttygen -O private-openssh'};
  return {kind: 'unusable', why: 'it is no private key', hint: 'name a file that ssh-keygen made, or a socket'};
}

const PROTECTED: KeyText = {
  kind: 'unusable',
  why: 'it has a passphrase, and nobody can be asked for it here',
  hint: 'use a deploy key without one, or load the key into an agent in an earlier step and name that agent',
};

const MAGIC = 'openssh-key-v1\0';

function isProtected(form: string, body: string): boolean {
  if (form === 'ENCRYPTED') return true;
  if (form !== 'OPENSSH') return /^Proc-Type: *4,ENCRYPTED$/m.test(body);
  const bytes = Buffer.from(body, 'base64');
  if (!bytes.subarray(0, MAGIC.length).equals(Buffer.from(MAGIC)) || bytes.length < MAGIC.length + 8) return false;
  const size = bytes.readUInt32BE(MAGIC.length);
  return bytes.toString('latin1', MAGIC.length + 4, MAGIC.length + 4 + size) !== 'none';
}
