import {describe, expect, it} from '@jest/globals';
import {censor, findLeaks} from '../../src/pipeline/leaks.ts';
import {type KnownSecret, needlesOf} from '../../src/pipeline/needles.ts';

/** T5: what breaks patterns, quotes and escapes. */
const NASTY = `T0p$^.*+?()[]{}"'%41\\&<ü-x`;

const secret = (value: string, isLine = false): KnownSecret => ({value, what: 'it', isLine});
const find = (text: string, value: string, isLine = false) =>
  findLeaks([{where: 'here', text}], needlesOf([secret(value, isLine)]))[0];
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('a secret is found', () => {
  it.each<[string, string, string | undefined]>([
    ['as it is', `RUN echo ${NASTY} > /x`, 'plain'],
    ['in JSON', `CMD [${JSON.stringify(NASTY)}]`, 'plain'],
    ['in JSON as Go writes it', JSON.stringify(NASTY).replaceAll('&', '\\u0026').replaceAll('<', '\\u003c'), 'plain'],
    ['behind the backslashes of a shell', NASTY.replace(/[^\w-ü]/g, '\\$&'), 'plain'],
    ['in base64', `RUN echo ${base64(NASTY)} | base64 -d`, 'base64'],
    ['in base64 of a longer text', `AUTH=${base64(`user:${NASTY}`)}`, 'base64'],
    ['in base64 that begins one byte later', base64(`a${NASTY}bc`), 'base64'],
    ['in base64 that begins two bytes later', base64(`ab${NASTY}`), 'base64'],
    ['in base64 for URLs', Buffer.from(`{"p":"${NASTY}?>~"}`).toString('base64url'), 'base64'],
    ['in base64 of several lines', base64(`${'x'.repeat(50)}${NASTY}`).replace(/.{20}/g, '$&\n'), 'base64'],
    ['in per cent encoding', `https://u:${encodeURIComponent(NASTY)}@h/`, 'url'],
    [
      'in per cent encoding of all of it',
      [...Buffer.from(NASTY)].map((byte) => `%${byte.toString(16)}`).join(''),
      'url',
    ],
    ['in a form', new URLSearchParams({p: `${NASTY} `}).toString(), 'url'],
    ['nowhere', 'RUN echo hello', undefined],
    ['not in a part', `RUN echo ${NASTY.slice(0, 14)}`, undefined],
  ])('%s', (_, text, form) => {
    expect(find(text, NASTY)?.form).toBe(form);
  });

  it('of each length in base64, wherever it begins', () => {
    for (let length = 8; length < 40; length++) {
      const value = Buffer.from(Array.from({length}, (_, at) => 48 + ((at * 7 + length) % 70))).toString('latin1');
      for (let before = 0; before < 7; before++)
        for (let after = 0; after < 4; after++)
          expect(find(base64(`${'<'.repeat(before)}${value}${'>'.repeat(after)}`), value)?.form).toBe('base64');
    }
  });

  it('once in each place, under the name it has', () => {
    const needles = needlesOf([secret(NASTY), {value: 'another-secret-1', what: undefined, isLine: false}]);
    const places = [
      {where: 'one', text: `${NASTY} ${NASTY} ${base64(NASTY)}`},
      {where: 'two', text: 'x'},
      {where: 'three', text: `another-secret-1 ${NASTY}`},
    ];
    expect(findLeaks(places, needles).map(({where, what}) => [where, what])).toEqual([
      ['one', 'it'],
      ['three', 'it'],
      ['three', 'a secret of this step'],
    ]);
  });
});

describe('by chance nothing is found', () => {
  it.each([
    ['a value that is too short', 'RUN echo 1234567', '1234567'],
    ['a word', 'ENV STAGE=production', 'production'],
    ['a word with a capital', 'LABEL by="Postgres"', 'Postgres'],
    ['a number', 'LABEL date=20240131', '20240131'],
    ['a part of a longer word', 'RUN apk add postgres15-client', 'postgres15-cli'],
    ['a part of a longer number', 'ENV N=1234567890-1', '34567890-'],
  ])('of %s', (_, text, value) => {
    expect(find(text, value)).toBeUndefined();
  });

  it.each([
    ['a long word', 'ENV P=correcthorsebatterystaple', 'correcthorsebatterystaple'],
    ['a short value that stands alone', 'ENV P=hunter2!', 'hunter2!'],
    ['a short value between punctuation', 'RUN curl -u u:hunter22@h', 'hunter22'],
    ['a long value inside of a word', `xx${'aB3'.repeat(8)}xx`, 'aB3'.repeat(8)],
  ])('but %s is', (_, text, value) => {
    expect(find(text, value)?.form).toBe('plain');
  });
});

describe('of a secret with several lines', () => {
  const TOKEN = 'npm_A1b2C3d4E5f6G7h8I9j0';
  it.each([
    ['a token behind its name', `//npm.example.org/:_authToken=${TOKEN}`, `ENV NPM_TOKEN=${TOKEN}`],
    ['a key in hex', 'key: 0f1e2d3c4b5a69788796a5b4c3d2e1f0', 'ENV K=0f1e2d3c4b5a69788796a5b4c3d2e1f0'],
    [
      'a line of a private key',
      `${'MIIEvQIBADANBgkqhkiG9w0B'.repeat(2)}`,
      `RUN echo ${'MIIEvQIBADANBgkqhkiG9w0B'.repeat(2)}`,
    ],
    [
      'a key inside of JSON',
      '"private_key": "-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBgkqhkiG9w0B\\n",',
      'ENV K=MIIEvQIBADANBgkqhkiG9w0B',
    ],
    ['a setting that is named so', 'DB_PASSWORD=correct horse battery', 'ENV P="correct horse battery"'],
    [
      'one in JSON, in another way of writing',
      '  "clientSecret": "correct horse battery",',
      'ENV P="correct horse battery"',
    ],
    ['a pass phrase', 'My pass-phrase No. 1', 'LABEL x="My pass-phrase No. 1"'],
  ])('%s is looked for', (_, line, text) => {
    expect(find(text, line, true)?.form).toBe('plain');
  });

  it.each([
    ['a setting', 'NODE_ENV=production'],
    ['an address', 'registry=https://npm.example.org/'],
    ['an address of an API', 'API_URL=https://api.example.com/v1'],
    ['a version', 'VERSION=RELEASE.2024-01-31T00-00-00Z'],
    ['a field of JSON', '"type": "service_account",'],
    ['an account', '"client_email": "ci-1@project-12345.iam.gserviceaccount.com",'],
    ['a public key by its name', 'PUBLIC_KEY_FILE=/etc/ssl/public.pem'],
    ['the frame of a key', '-----BEGIN OPENSSH PRIVATE KEY-----'],
    ['a short password', 'password=abc'],
  ])('%s is not', (_, line) => {
    expect(needlesOf([secret(line, true)])).toEqual([]);
    expect(find(`ENV ${line}`, line, true)).toBeUndefined();
  });

  it('not more than a hundred lines are looked for, however many there are', () => {
    const lines = Array.from({length: 10_000}, (_, at) => secret(`aB3xyz0123456789X${at}`, true));
    expect(needlesOf(lines)).toHaveLength(100);
  });
});

describe('what is shown', () => {
  const needles = needlesOf([secret(NASTY)]);
  it.each([
    ['an instruction', `RUN echo ${NASTY} > /x`, 'RUN echo *** > /x'],
    ['a word around it', `RUN curl -u me:${NASTY}@h`, 'RUN curl -u me:***@h'],
    ['base64', `RUN echo ${base64(`me:${NASTY}`)} > /x`, 'RUN echo *** > /x'],
    ['a setting in base64', `ENV A=1 AUTH=${base64(NASTY)} B=2`, 'ENV A=1 AUTH=*** B=2'],
    ['per cent encoding', `LABEL u=https://u:${encodeURIComponent(NASTY)}@h/ v=1`, 'LABEL u=*** v=1'],
    ['base64 over several lines', `ENV A=${base64(NASTY).slice(0, 9)}\n${base64(NASTY).slice(9)}`, 'ENV ***'],
    ['what is not an instruction', `${base64(NASTY).slice(0, 9)}\n${base64(NASTY).slice(9)}`, '***'],
    ['nothing of it', 'RUN echo hello', 'RUN echo hello'],
  ])('of %s is all but the secret', (_, text, shown) => {
    expect(censor(text, needles)).toBe(shown);
  });

  it('is short', () => {
    expect(censor(`RUN ${'x'.repeat(5000)} ${NASTY}`, needles).length).toBeLessThan(310);
  });

  it('has no secret in the name of its place either', () => {
    expect(findLeaks([{where: `the label ${NASTY}`, text: NASTY}], needles)[0]?.where).toBe('the label ***');
  });

  it('takes moments for a large secret in a long history (hardening T5)', () => {
    const lines = Array.from({length: 8000}, (_, at) =>
      secret(base64(`${at} of many lines, each of 48 bytes long.....`), true),
    );
    const many = needlesOf([...lines, secret(base64('x'.repeat(48 * 1024)))]);
    const places = Array.from({length: 200}, (_, at) => ({
      where: `${at}`,
      text: `RUN ${'make all && '.repeat(100)} %41 \\n`,
    }));
    const started = performance.now();
    expect(findLeaks(places, many)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
