import {describe, expect, it} from '@jest/globals';
import {parse} from 'csv-parse/sync';
import fc from 'fast-check';
import {type ListMode, parseFields, parseList} from '../../src/action/list.ts';
import {InvalidInput} from '../../src/pipeline/errors.ts';

describe('what build-push-action makes of an input stays', () => {
  it.each<readonly [ListMode, string, readonly string[]]>([
    ['csv', 'a, b ,,c,', ['a', 'b', 'c']],
    ['csv', 'a\n"b,c"', ['a', 'b', 'c']],
    ['list', 'A=x, y,z', ['A=x, y,z']],
    ['list', 'A={"k":"v","n":1}', ['A={"k":"v","n":1}']],
    ['list', '"A={""k"":""v""}"', ['A={"k":"v"}']],
    ['list', 'A="x,y"', ['A="x,y"']],
    ['list', '"A=1","B=2"', ['A=1,B=2']],
    ['list', 'A=1\n"B=multi\nline"\nC=3', ['A=1', 'B=multi\nline', 'C=3']],
    ['list', '"A=1" tail', ['"A=1" tail']],
    ['list', 'A=1\nB=2\r\nC=3', ['A=1', 'B=2', 'C=3']],
    ['list', 'A=1\r\nB=2\r\nC=3', ['A=1', 'B=2', 'C=3']],
    ['list', 'A=1\rB=2', ['A=1', 'B=2']],
    ['list', '# note\nA=1 # c', ['# note', 'A=1 # c']],
    ['list', 'A=', ['A=']],
    ['list', '=x', ['=x']],
    ['list', 'A', ['A']],
    ['list', '""', []],
    ['list', '', []],
    ['list', '  \n ', []],
    ['csv', '', []],
    ['outputs', 'type=image,"name=a,b",push=true', ['type=image,"name=a,b",push=true']],
    ['outputs', '"type=image"', ['"type=image"']],
    ['secrets', 'K=v \nJ=w\n', ['K=v ', 'J=w']],
    ['secrets', '"K=v\n\n"\n', ['K=v\n\n']],
    ['secrets', '', []],
  ])('%s %j', (mode, text, items) => {
    expect(parseList('name', text, mode)).toEqual({items, notices: [], warnings: []});
  });

  it.each<ListMode>(['csv', 'list', 'secrets'])(
    '%s refuses a quote that is never closed, without showing it',
    (mode) => {
      const attempt = () => parseList('build-args', '"A=open\nB=2', mode);
      expect(attempt).toThrow(InvalidInput);
      expect(attempt).toThrow('input build-args: a double quote at the start of an item is never closed');
      expect(attempt).not.toThrow(/open\b.*B=2/s);
    },
  );

  it('outputs has no quotes to close', () => {
    expect(parseList('outputs', '"type=image', 'outputs').items).toEqual(['"type=image']);
  });

  it('changes nothing where it repairs nothing', () => {
    const text = fc.string({
      unit: fc.constantFrom('"', ',', '\n', '\r', '\r\n', ' ', '=', 'a', 'B', '#'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, fc.constantFrom<ListMode>('csv', 'list', 'outputs', 'secrets'), (raw, mode) => {
        const theirs = attempt(() => asBuildPushAction(raw, mode));
        const ours = attempt(() => parseList('name', raw, mode));
        if (theirs === undefined || ours === undefined) return ours === theirs;
        return ours.notices.length > 0 || JSON.stringify(ours.items) === JSON.stringify(theirs);
      }),
      {numRuns: 3000},
    );
  });

  it('repairs only what would give an odd item or lines that stick together', () => {
    const text = fc.string({unit: fc.constantFrom('"', ',', '\n', ' ', '=', 'a', 'B'), maxLength: 20});
    fc.assert(
      fc.property(text, (raw) => {
        const ours = attempt(() => parseList('name', raw, 'list'));
        if (ours === undefined || ours.notices.length === 0) return true;
        return asBuildPushAction(raw, 'list').some((item) => item === '' || /^".*"$/s.test(item));
      }),
      {numRuns: 1000},
    );
  });
});

describe('the four repairs', () => {
  it.each<readonly [string, ListMode, string, readonly string[], RegExp]>([
    ['white space alone', 'list', 'A=1\n   \nB=2', ['A=1', 'B=2'], /lines of white space alone are ignored/],
    ['white space alone', 'secrets', 'A=1\n \nB=2', ['A=1', 'B=2'], /lines of white space alone are ignored/],
    ['white space alone', 'csv', 'a, ,b', ['a', 'b'], /lines of white space alone are ignored/],
    ['CRLF first', 'list', 'A=1\r\nB=2\nC=3', ['A=1', 'B=2', 'C=3'], /mixes CRLF and LF/],
    ['CRLF first', 'csv', 'a\r\nb\nc', ['a', 'b', 'c'], /mixes CRLF and LF/],
    ['late quote', 'list', '  "A=1"\n  "B=2"', ['A=1', 'B=2'], /white space before an opening quote/],
    ['late quote', 'list', 'A=1\n "B=x,y ""z"""', ['A=1', 'B=x,y "z"'], /white space before an opening quote/],
    [
      'late quote',
      'csv',
      'linux/amd64, "linux/arm64"',
      ['linux/amd64', 'linux/arm64'],
      /white space before an opening/,
    ],
    ['key', 'secrets', ' K=v ', ['K=v '], /white space around a key/],
    ['key', 'secrets', 'A=1\n  K =\tv', ['A=1', 'K=\tv'], /white space around a key/],
  ])('%s in %s %j', (_name, mode, text, items, notice) => {
    const parsed = parseList('name', text, mode);
    expect(parsed.items).toEqual(items);
    expect(parsed.notices).toEqual([expect.stringMatching(notice)]);
    expect(parsed.notices[0]).toMatch(/^input name: /);
  });

  it('leaves CRLF inside of a quoted value alone', () => {
    const text = 'A=1\n"B=x\r\ny"\nC=3';
    expect(parseList('name', text, 'list')).toEqual({items: ['A=1', 'B=x\r\ny', 'C=3'], notices: [], warnings: []});
  });

  it('says nothing of values in notices', () => {
    const {notices} = parseList('secrets', ' K=hunter2\n \n "J=hunter2"', 'secrets');
    expect(notices).toHaveLength(3);
    expect(notices.join('\n')).not.toContain('hunter2');
  });
});

describe('values that came apart', () => {
  it.each<ListMode>(['list', 'secrets'])(
    '%s warns of a quote behind the key, with the key and without the value',
    (mode) => {
      const {items, warnings} = parseList('build-args', 'A="multi\nline"', mode);
      expect(items).toEqual(['A="multi', 'line"']);
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toMatch(/^input build-args: the value of A .* write the opening quote before the key: "A=…$/);
    },
  );

  it.each([
    ['closed in its line', 'A="x"\nB="y"'],
    ['never closed', 'A="x\nB=y'],
    ['JSON', 'A={"k":\n"v"}'],
    ['quoted whole', '"A=multi\nline"'],
  ])('does not warn of a value that is %s', (_name, text) => {
    expect(parseList('labels', text, 'list').warnings).toEqual([]);
  });
});

describe('parseFields', () => {
  it.each([
    ['type=registry,ref=a', ['type=registry', 'ref=a']],
    ['type=s3,"prefix=a,b"', ['type=s3', 'prefix=a,b']],
    ['', []],
  ])('%j', (line, fields) => {
    expect(parseFields('cache-from', line)).toEqual(fields);
  });
});

/** The parser of build-push-action as described by its source: the measure for "nothing changed". */
function asBuildPushAction(raw: string, mode: ListMode): readonly string[] {
  const text = mode === 'secrets' ? raw : raw.trim();
  if (text === '') return [];
  const quote = mode === 'outputs' ? null : '"';
  const options = {columns: false, relaxQuotes: true, relaxColumnCount: true, skipEmptyLines: true, quote} as const;
  const items: string[] = [];
  for (const record of parse(text, options) as string[][]) {
    if (mode !== 'csv') items.push(record.join(','));
    else if (record.length === 1) items.push(...(record[0] ?? '').split(','));
    else items.push(...record);
  }
  const kept = items.filter((item) => item !== '');
  return mode === 'secrets' ? kept : kept.map((item) => item.trim());
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
