import {describe, expect, it} from '@jest/globals';
import {INPUTS} from '../../src/action/raw-inputs.ts';
import {shownInputs, withoutSecrets} from '../../src/action/summary-inputs.ts';

const show = (inputs: Readonly<Record<string, string>>) =>
  Object.fromEntries(shownInputs((name) => inputs[name] ?? '').map(({name, values}) => [name, values]));

describe('the inputs in a summary', () => {
  it('are those that say something', () => {
    expect(show({context: 'app', push: 'true', pull: 'false', source: 'build', tags: 'a:1, b:2\nc:3'})).toEqual({
      context: ['app'],
      push: ['true'],
      tags: ['a:1', 'b:2', 'c:3'],
    });
  });

  it('hold nothing secret (hardening S2)', () => {
    const secret = 'hunter22hunter22';
    const everything = Object.fromEntries(Object.keys(INPUTS).map((name) => [name, '']));
    const shown = show({
      ...everything,
      password: secret,
      'github-token': secret,
      'registry-auth': `- password: ${secret}`,
      secrets: `npm=${secret}\nother=${secret}`,
      'secret-envs': `a=${secret}`,
      'secret-files': `f=${secret}`,
      ssh: `default=${secret}`,
      'build-args': `NPM_TOKEN=${secret}\nPLAIN=x`,
      labels: `api_key=${secret}`,
      changes: `ENV A=b TOKEN=${secret}\nCMD ["x"]`,
      'container-config': `{"Env":["A=${secret}"]}`,
      'dockerfile-inline': `RUN echo ${secret}`,
      context: `https://h.example/a.tar?X-Signature=${secret}`,
      archive: `https://h.example/b.tar?X-Signature=${secret}#x`,
    });
    expect(JSON.stringify(shown)).not.toContain(secret);
    expect(shown).toMatchObject({
      secrets: ['npm', 'other'],
      'secret-envs': ['a'],
      ssh: ['default'],
      'build-args': ['NPM_TOKEN=***', 'PLAIN=x'],
      changes: ['ENV A=b TOKEN=***', 'CMD ["x"]'],
      'container-config': ['(given)'],
      context: ['https://h.example/a.tar?…'],
    });
    expect(show({context: 'https://h/a.git?ref=main'})).toEqual({context: ['https://h/a.git?ref=main']});
    expect(show({ssh: '-----BEGIN OPENSSH PRIVATE KEY-----'})).toEqual({ssh: ['***']});
  });

  it('and all other facts lose what is known to be secret', () => {
    const secrets = ['hunter22', 'hunter22-long', 'ab'].map((value) => ({value, what: undefined, isLine: false}));
    const facts = {
      message: 'echo hunter22-long ab',
      map: new Map([['k', 'hunter22']]),
      list: [{a: 'xhunter22x', size: 3, none: undefined}],
    };
    expect(withoutSecrets(facts, secrets)).toEqual({
      message: 'echo *** ab',
      map: new Map([['k', '***']]),
      list: [{a: 'x***x', size: 3, none: undefined}],
    });
  });
});
