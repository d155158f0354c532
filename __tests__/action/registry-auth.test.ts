import {describe, expect, it} from '@jest/globals';
import {parseRegistryAuth} from '../../src/action/registry-auth.ts';
import {InvalidInput} from '../../src/pipeline/errors.ts';

const SECRET = 'hunter2!';

describe('parseRegistryAuth', () => {
  it('reads the list of docker/login-action', async () => {
    const text = `
- registry: ghcr.io
  username: octocat
  password: ${SECRET}
- username: hub
  password: "p~?>w:o/rd"
- registry: docker.io
  username: scoped
  password: 'it''s'
  scope: owner/app@push
  ecr: auto
`;
    expect(await parseRegistryAuth('registry-auth', text)).toEqual({
      logins: [
        {registry: 'ghcr.io', username: 'octocat', password: SECRET},
        {registry: 'docker.io', username: 'hub', password: 'p~?>w:o/rd'},
        {registry: 'docker.io', username: 'scoped', password: "it's", scope: 'owner/app@push'},
      ],
      warnings: [],
    });
  });

  it.each(['0123', '1e3', 'no', 'true', 'null', '~', '2026-01-01', '.5'])(
    'keeps the password %s as text',
    async (password) => {
      const {logins} = await parseRegistryAuth(
        'registry-auth',
        `- {registry: a.io, username: 007, password: ${password}}`,
      );
      expect(logins).toEqual([{registry: 'a.io', username: '007', password}]);
    },
  );

  it.each(['', '  \n '])('%j is no login', async (text) => {
    expect(await parseRegistryAuth('registry-auth', text)).toEqual({logins: [], warnings: []});
  });

  const entry = (lines: string) => `- registry: a.io\n  username: u\n  password: ${SECRET}\n${lines}`;
  it.each([
    ['a tab', `- registry: a.io\n\tusername: ${SECRET}`, 2, /is not valid YAML/],
    ['an open quote', `- registry: a.io\n  password: "${SECRET}\n`, undefined, /is not valid YAML/],
    ['two values', `- registry: a.io\n  password: ${SECRET}: x: y`, 2, /is not valid YAML/],
    ['an unknown tag', `- registry: a.io\n  password: !env ${SECRET}`, 2, /is not valid YAML/],
    ['a key twice', entry(`  password: ${SECRET}x`), 4, /is not valid YAML/],
    ['a second document', `${entry('')}\n---\n- registry: b.io`, undefined, /is not valid YAML/],
    ['a map', `registry: a.io\npassword: ${SECRET}`, 1, /is not a list/],
    ['a text', SECRET, 1, /is not a list/],
    ['an entry that is text', `- ${SECRET}`, 1, /entry 1 is not a map/],
    ['an unknown key', entry('  pasword: x'), 4, /entry 1 has a key that is not known here/],
    ['logout', entry('  logout: false'), 4, /entry 1 has a key that is not known here/],
    ['a list as password', `- username: u\n  password: [${SECRET}]`, 2, /entry 1 has no plain text as password/],
    ['an alias', `- username: &a ${SECRET}\n  password: *a`, 2, /entry 1 has no plain text as password/],
    ['no username', `- registry: a.io\n  password: ${SECRET}`, 1, /entry 1 has no username/],
    ['no password', '- registry: a.io\n  username: u', 1, /entry 1 has no password/],
    ['an empty password in the second entry', `${entry('')}- username: u\n  password:`, 4, /entry 2 has no password/],
    ['the ECR login', entry('  ecr: true'), 1, /entry 1 asks for the ECR login/],
    ['a registry with credentials', '- registry: u:p@a.io\n  username: u\n  password: x', 1, /no host name/],
    ['a scope that climbs', entry('  scope: ../../x'), 1, /scope that is not understood/],
  ])('refuses %s, naming the line and no value', async (_name, text, line, reason) => {
    const error = await parseRegistryAuth('registry-auth', text).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(InvalidInput);
    const {message, hint, input} = error as InvalidInput;
    expect(input).toBe('registry-auth');
    expect(message).toMatch(reason);
    expect(message).toMatch(/^input registry-auth: (line \d+: )?\S/);
    if (line !== undefined) expect(message).toContain(`: line ${line}: `);
    expect(message + hint).not.toContain(SECRET);
  });

  it('warns of AWS keys for ECR, which it cannot exchange', async () => {
    const text = (extra: string) =>
      `- registry: 012345678901.dkr.ecr.eu-west-1.amazonaws.com\n  username: AKIA${'A'.repeat(16)}\n  password: ${SECRET}\n${extra}`;
    const {warnings} = await parseRegistryAuth('registry-auth', text(''));
    expect(warnings).toEqual([
      expect.stringMatching(/^input registry-auth: entry 1 has an AWS access key .*amazon-ecr-login/),
    ]);
    expect((await parseRegistryAuth('registry-auth', text('  ecr: false'))).warnings).toEqual([]);
  });
});
