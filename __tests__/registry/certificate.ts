/**
 * Makes X.509 certificates for tests, valid for any names and dates: committed ones would expire, and committed keys
 * would be called leaks. Just enough DER for node and Go to accept. RFC 5280, section 4.1.
 */

import {createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign} from 'node:crypto';
import {isIPv4} from 'node:net';

export interface Issued {
  readonly key: KeyObject;
  readonly keyPem: string;
  readonly cert: string;
  readonly der: Buffer;
  readonly name: string;
}

export interface CertificateOptions {
  readonly name: string;
  /** Host names and IPv4 addresses. */
  readonly hosts?: readonly string[];
  readonly issuer?: Issued;
  /** Days from now; in the past for an expired one. */
  readonly expiresInDays?: number;
}

const DAY = 24 * 60 * 60 * 1000;

export function makeCertificate({name, hosts = [], issuer, expiresInDays = 30}: CertificateOptions): Issued {
  const {publicKey, privateKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
  const ecdsaWithSha256 = sequence(oid([0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]));
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(8)]);
  const body = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, serial),
    ecdsaWithSha256,
    distinguishedName(issuer?.name ?? name),
    sequence(time(Date.now() - 90 * DAY), time(Date.now() + expiresInDays * DAY)),
    distinguishedName(name),
    publicKey.export({type: 'spki', format: 'der'}),
    tagged(0xa3, sequence(...extensions(issuer === undefined, hosts))),
  );
  const signature = sign('sha256', body, issuer?.key ?? privateKey);
  const der = sequence(body, ecdsaWithSha256, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const cert = `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
  const keyPem = privateKey.export({type: 'pkcs8', format: 'pem'}).toString();
  return {key: createPrivateKey(keyPem), keyPem, cert, der, name};
}

function extensions(isAuthority: boolean, hosts: readonly string[]): readonly Buffer[] {
  const names = hosts.map((host) =>
    isIPv4(host) ? tagged(0x87, Buffer.from(host.split('.').map(Number))) : tagged(0x82, Buffer.from(host)),
  );
  const constraints = sequence(
    oid([0x55, 0x1d, 0x13]),
    tagged(0x01, Buffer.from([0xff])),
    tagged(0x04, sequence(tagged(0x01, Buffer.from([0xff])))),
  );
  const alternatives = sequence(oid([0x55, 0x1d, 0x11]), tagged(0x04, sequence(...names)));
  return [...(isAuthority ? [constraints] : []), ...(names.length > 0 ? [alternatives] : [])];
}

function distinguishedName(name: string): Buffer {
  return sequence(tagged(0x31, sequence(oid([0x55, 0x04, 0x03]), tagged(0x0c, Buffer.from(name)))));
}

function time(milliseconds: number): Buffer {
  const text = new Date(milliseconds).toISOString().replace(/[-:T]|\.\d+/g, '');
  return tagged(0x17, Buffer.from(text.slice(2)));
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function oid(bytes: readonly number[]): Buffer {
  return tagged(0x06, Buffer.from(bytes));
}

function tagged(tag: number, content: Buffer): Buffer {
  const {length} = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
