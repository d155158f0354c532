import {describe, expect, it} from '@jest/globals';
import {
  parseBuildArgs,
  parseCacheEntry,
  parseExtraHost,
  parseFlag,
  parseLabels,
  parseMemorySwap,
  parseSize,
  parseUlimit,
} from '../../src/action/units.ts';
import {InvalidInput} from '../../src/pipeline/errors.ts';

const KiB = 1024;
const MiB = 1024 * KiB;

describe('parseSize', () => {
  // Rows up to 32.3 from go-units' RAMInBytes tests.
  it.each([
    ['32', 32],
    ['32b', 32],
    ['32B', 32],
    ['32k', 32 * KiB],
    ['32K', 32 * KiB],
    ['32kb', 32 * KiB],
    ['32Kb', 32 * KiB],
    ['32Kib', 32 * KiB],
    ['32KIB', 32 * KiB],
    ['32Mb', 32 * MiB],
    ['32Gb', 32 * KiB * MiB],
    ['32Tb', 32 * MiB * MiB],
    ['32.3', 32],
    ['32.3 mb', Math.trunc(32.3 * MiB)],
    ['0.3MB', Math.trunc(0.3 * MiB)],
    ['2g', 2147483648],
    ['1.5gb', 1610612736],
    ['0', 0],
    ['67108864', 67108864],
  ])('%s is %d bytes', (text, bytes) => {
    expect(parseSize('shm-size', text)).toBe(bytes);
  });

  it.each([
    '',
    'hello',
    '-32',
    ' 32 ',
    '32m b',
    '32bm',
    '1e3',
    '1,5g',
    '0x10',
    '-1',
    '1.5.5g',
    '99999999t',
    '9007199254740993',
  ])('refuses %j and names the input', (text) => {
    const attempt = () => parseSize('shm-size', text);
    expect(attempt).toThrow(InvalidInput);
    expect(attempt).toThrow(`input shm-size: ${JSON.stringify(text)} is not a size`);
  });

  it('knows -1 only for swap', () => {
    expect(parseMemorySwap('memory-swap', '-1')).toBe(-1);
    expect(parseMemorySwap('memory-swap', '1g')).toBe(KiB * MiB);
    expect(() => parseMemorySwap('memory-swap', '-2')).toThrow('input memory-swap: "-2" is not a size');
  });
});

describe('parseFlag', () => {
  it.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
  ])('%s', (text, value) => {
    expect(parseFlag('push', text, !value)).toBe(value);
  });

  it('takes the default for nothing', () => {
    expect([parseFlag('push', '', true), parseFlag('push', '', false)]).toEqual([true, false]);
  });

  it.each(['1', '0', 'yes', 'no', 'on', 'tRUE', 't', ' true', 'null'])('refuses %j', (text) => {
    expect(() => parseFlag('push', text, false)).toThrow(`input push: ${JSON.stringify(text)} is not a boolean`);
  });
});

describe('parseUlimit', () => {
  // Rows from go-units' ParseUlimit tests.
  it.each([
    ['nofile=512:1024', 'nofile', 512, 1024],
    ['nofile=1024', 'nofile', 1024, 1024],
    ['cpu=2:4', 'cpu', 2, 4],
    ['memlock=infinity:infinity', 'memlock', -1, -1],
    ['nofile=-1', 'nofile', -1, -1],
    ['nofile=1024:-1', 'nofile', 1024, -1],
    ['nofile=-1:-1', 'nofile', -1, -1],
  ])('%s', (text, name, soft, hard) => {
    expect(parseUlimit('ulimit', text)).toEqual({name, soft, hard});
  });

  it.each([
    ['notarealtype=1024:1024', /there is no limit "notarealtype", only core, cpu/],
    ['nofile:1024:1024', /not of the form/],
    ['nofile', /not of the form/],
    ['nofile=', /whole number or -1/],
    ['nofile=:', /whole number or -1/],
    ['nofile=:1024', /whole number or -1/],
    ['nofile=1024:', /whole number or -1/],
    ['nofile=1024:1', /soft limit is above/],
    ['nofile=-1:1024', /soft limit is above/],
    ['nofile=asdf', /whole number or -1/],
    ['nofile=1024:asdf', /whole number or -1/],
    ['nofile=1024:1:50', /not of the form/],
    ['nofile=-2', /whole number or -1/],
    ['nofile=1.5', /whole number or -1/],
  ])('refuses %s', (text, reason) => {
    expect(() => parseUlimit('ulimit', text)).toThrow(reason);
    expect(() => parseUlimit('ulimit', text)).toThrow(`input ulimit: ${JSON.stringify(text)}: `);
  });
});

describe('parseExtraHost', () => {
  it.each([
    ['db=10.0.0.5', 'db', '10.0.0.5'],
    ['db:10.0.0.5', 'db', '10.0.0.5'],
    ['db=fd00::5', 'db', 'fd00::5'],
    ['db=[fd00::5]', 'db', 'fd00::5'],
    ['db:[fd00::5]', 'db', 'fd00::5'],
    ['db:fd00::5', 'db', 'fd00::5'],
    ['db=[10.0.0.5]', 'db', '10.0.0.5'],
    ['host.docker.internal=host-gateway', 'host.docker.internal', 'host-gateway'],
    ['host.docker.internal:host-gateway', 'host.docker.internal', 'host-gateway'],
  ])('%s', (text, host, address) => {
    expect(parseExtraHost('add-hosts', text)).toEqual({host, address});
  });

  it.each([
    'db',
    'db=',
    '=10.0.0.5',
    ':10.0.0.5',
    'db=db2',
    'db=10.0.0',
    'db=10.0.0.5,10.0.0.6',
    'db=[::1',
    'a:b=10.0.0.5=',
    '',
  ])('refuses %j', (text) => {
    expect(() => parseExtraHost('add-hosts', text)).toThrow(`input add-hosts: ${JSON.stringify(text)} does not name`);
  });
});

describe('parseBuildArgs', () => {
  it('splits at the first "=", and the last of equal keys wins', () => {
    const {values, unset} = parseBuildArgs('build-args', ['A=1', 'B=x=y', 'C=', 'A=2'], {});
    expect([...values]).toEqual([
      ['A', '2'],
      ['B', 'x=y'],
      ['C', ''],
    ]);
    expect(unset).toEqual([]);
  });

  it('takes the variable of the same name where there is no "=", and drops the arg when it is unset', () => {
    const variables = {SET: 'from env', EMPTY: ''};
    const {values, unset} = parseBuildArgs('build-args', ['SET', 'EMPTY', 'MISSING', 'toString', 'MISSING'], variables);
    expect(Object.fromEntries(values)).toEqual({SET: 'from env', EMPTY: ''});
    expect(unset).toEqual(['MISSING', 'toString']);
  });

  it('does not let an unset variable undo a value', () => {
    expect([...parseBuildArgs('build-args', ['A=1', 'A'], {}).values]).toEqual([['A', '1']]);
  });

  it('keeps names that mean something to objects', () => {
    expect([...parseBuildArgs('build-args', ['__proto__=x'], {}).values]).toEqual([['__proto__', 'x']]);
  });

  it('refuses an empty key without showing the value', () => {
    const attempt = () => parseBuildArgs('build-args', ['=hunter2'], {});
    expect(attempt).toThrow('input build-args: an item has nothing before its "="');
    expect(attempt).not.toThrow(/hunter2/);
  });
});

describe('parseLabels', () => {
  it('reads key=value, and a key alone as empty', () => {
    expect([...parseLabels('labels', ['a=1', 'b', 'c=x=y', 'a=2'])]).toEqual([
      ['a', '2'],
      ['b', ''],
      ['c', 'x=y'],
    ]);
  });

  it('refuses an empty key', () => {
    expect(() => parseLabels('labels', ['=x'])).toThrow('input labels: an item has nothing before its "="');
  });
});

describe('parseCacheEntry', () => {
  const none = new Map<string, string>();
  it.each([
    ['ghcr.io/a/b:cache', [{kind: 'registry', reference: 'ghcr.io/a/b:cache', attributes: none}]],
    [
      'a/b, c/d',
      [
        {kind: 'registry', reference: 'a/b', attributes: none},
        {kind: 'registry', reference: 'c/d', attributes: none},
      ],
    ],
    ['type=registry,ref=a/b:c', [{kind: 'registry', reference: 'a/b:c', attributes: none}]],
    ['TYPE=registry,Ref=a/b,Mode=max', [{kind: 'registry', reference: 'a/b', attributes: new Map([['mode', 'max']])}]],
    ['type=gha', [{kind: 'other', type: 'gha', attributes: none}]],
    [
      'type=gha,mode=max,scope=x',
      [
        {
          kind: 'other',
          type: 'gha',
          attributes: new Map([
            ['mode', 'max'],
            ['scope', 'x'],
          ]),
        },
      ],
    ],
    ['type=local,src=/tmp/c', [{kind: 'other', type: 'local', attributes: new Map([['src', '/tmp/c']])}]],
    ['type=inline', [{kind: 'other', type: 'inline', attributes: none}]],
    ['', []],
  ])('%j', (text, entries) => {
    expect(parseCacheEntry('cache-from', text)).toEqual(entries);
  });

  it.each([
    ['ref=a/b', /an entry \(with ref\) has no type/],
    ['type=registry', /an entry \(with type\) has no ref/],
    ['type=registry,ref=', /has no ref/],
    ['type=gha,a/b', /a part between commas has no "="/],
    ['type=s3,=x', /nothing before its "="/],
  ])('refuses %s', (text, reason) => {
    expect(() => parseCacheEntry('cache-from', text)).toThrow(InvalidInput);
    expect(() => parseCacheEntry('cache-from', text)).toThrow(reason);
  });

  it('does not show values, which can be access keys', () => {
    expect(() => parseCacheEntry('cache-to', 'secret_access_key=hunter2')).not.toThrow(/hunter2/);
  });
});
