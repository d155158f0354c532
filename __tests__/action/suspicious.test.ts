import {describe, expect, it} from '@jest/globals';
import {suspiciousBuildArg} from '../../src/action/suspicious.ts';

describe('suspiciousBuildArg', () => {
  it.each([
    'NPM_TOKEN',
    'API_KEY',
    'APIKEY',
    'password',
    'DB_PASSWD',
    'PWORD',
    'AWS_CREDENTIALS',
    'my_Secret_x',
    'AUTH',
    'PROFILE_TOKEN',
  ])('T7: warns of the name %s, and not of its value', (name) => {
    const warning = suspiciousBuildArg(name, 'hunter2hunter2');
    expect(warning).toMatch(new RegExp(`^build arg ${name} is named like a secret; .*--mount=type=secret$`));
    expect(warning).not.toContain('hunter2');
  });

  it.each([
    'KEYBOARD',
    'PUBLIC_KEY',
    'TOKEN_FILE',
    'TOKEN_VERSION',
    'MONKEY',
    'TOKENIZER',
    'AUTHOR',
    'VERSION',
    'SECRETS',
  ])('T7: does not warn of the name %s', (name) => {
    expect(suspiciousBuildArg(name, 'value')).toBeUndefined();
  });

  it('does not warn of an empty value', () => {
    expect(suspiciousBuildArg('NPM_TOKEN', '')).toBeUndefined();
  });

  it.each([
    [`ghp_${'a'.repeat(36)}`, 'a GitHub token'],
    [`ghs_${'a'.repeat(36)}`, 'a GitHub token'],
    [`https://x:github_pat_${'a'.repeat(40)}@github.com`, 'a GitHub token'],
    [`AKIA${'A1B2'.repeat(4)}`, 'an AWS access key'],
    [`eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig`, 'a signed token'],
    ['-----BEGIN RSA PRIVATE KEY-----\nabc', 'a private key'],
    ['-----BEGIN PRIVATE KEY-----\nabc', 'a private key'],
  ])('S5: warns of a value like %s', (value, kind) => {
    const warning = suspiciousBuildArg('X', value);
    expect(warning).toContain(`build arg X looks like ${kind}`);
    expect(warning).not.toContain(value);
  });

  it.each([
    '1.2.3',
    '-----BEGIN CERTIFICATE-----',
    '-----BEGIN PUBLIC KEY-----',
    'ghp_',
    'AKIA',
    'eyJ',
    'https://example.test',
  ])('S5: does not warn of the value %s', (value) => {
    expect(suspiciousBuildArg('X', value)).toBeUndefined();
  });

  it('S5: warns of a value that is or contains a known secret', () => {
    expect(suspiciousBuildArg('X', 'abcd', ['abcd'])).toContain('is a secret known to this job');
    expect(suspiciousBuildArg('X', 'https://u:longsecret@h', ['longsecret'])).toContain('contains a secret known');
    expect(suspiciousBuildArg('X', 'release', ['rel'])).toBeUndefined();
    expect(suspiciousBuildArg('X', 'release', [''])).toBeUndefined();
  });
});
