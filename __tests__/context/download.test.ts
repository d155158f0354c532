import {createServer, type RequestListener} from 'node:http';
import {createServer as createTlsServer} from 'node:https';
import type {AddressInfo} from 'node:net';
import {afterEach, describe, expect, it} from '@jest/globals';
import {DownloadFailed, download} from '../../src/context/download.ts';
import {makeCertificate} from '../registry/certificate.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function serve(answer: RequestListener, tls = false): Promise<string> {
  const {keyPem, cert} = tls ? makeCertificate({name: 'x', hosts: ['127.0.0.1']}) : {keyPem: '', cert: ''};
  const server = tls ? createTlsServer({key: keyPem, cert}, answer) : createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(
    () => server.close(),
    () => server.closeAllConnections(),
  );
  return `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const get = (url: string, limit = 100, signal = new AbortController().signal) =>
  download(new URL(url), {limit, signal});
const text: RequestListener = (request, response) => response.end(`FROM ${request.url}`);

describe('a download', () => {
  it('is the whole file, after redirects', async () => {
    const last = await serve(text);
    const first = await serve((_, response) => response.writeHead(302, {location: `${last}/b`}).end());
    expect((await get(`${first}/a`)).toString()).toBe('FROM /b');
  });

  it('sends nothing that says who asks (hardening R2)', async () => {
    let headers: object = {};
    await get(
      await serve((request, response) => {
        headers = request.headers;
        response.end();
      }),
    );
    expect(Object.keys(headers).sort()).toEqual(['accept', 'connection', 'host', 'user-agent']);
  });

  it.each<[string, RequestListener, string]>([
    ['a file that is not there', (_, response) => response.writeHead(404).end(), '404'],
    ['too many redirects', (_, response) => response.writeHead(302, {location: '/'}).end(), '5 redirects'],
    [
      'a redirect to a file',
      (_, response) => response.writeHead(302, {location: 'file:///etc/passwd'}).end(),
      'no URL',
    ],
    [
      'a redirect to another machine',
      (_, response) => response.writeHead(301, {location: 'http://192.0.2.1/'}).end(),
      'TLS',
    ],
    ['a file that is too large', (_, response) => response.end('x'.repeat(101)), 'larger than'],
    [
      'a file that is cut',
      (_, response) => response.writeHead(200, {'content-length': '9'}).write('x', () => response.destroy()),
      'aborted',
    ],
  ])('refuses %s (hardening R2)', async (_, answer, why) => {
    const url = await serve(answer);
    const failure = await get(`${url}/f?token=hunter22`).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DownloadFailed);
    expect(String(failure)).toContain(why);
    expect(String(failure)).not.toContain('hunter22');
  });

  it('refuses a certificate that nobody vouches for, and other machines without TLS (hardening R1)', async () => {
    await expect(get(await serve(text, true))).rejects.toThrow(/self-signed|unable to verify/);
    await expect(get('http://192.0.2.1/Dockerfile')).rejects.toThrow(/without TLS/);
  });

  it('ends with the signal', async () => {
    const controller = new AbortController();
    const url = await serve(() => controller.abort(new Error('enough')));
    await expect(get(url, 100, controller.signal)).rejects.toThrow('enough');
  });
});
