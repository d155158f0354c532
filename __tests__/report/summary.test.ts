import {describe, expect, it} from '@jest/globals';
import {codeSpan, escapeMarkdown, table} from '../../src/report/markdown.ts';
import {formatSummary, type SummaryFacts} from '../../src/report/summary.ts';

const DIGEST = `sha256:${'0a'.repeat(32)}`;
const FACTS: SummaryFacts = {
  references: [
    {name: 'ghcr.io/octo/app:1', digest: DIGEST},
    {name: 'ghcr.io/octo/app:latest', digest: undefined},
  ],
  imageId: DIGEST,
  platform: 'linux/amd64',
  size: 12_345_678,
  labels: new Map([['org.opencontainers.image.revision', 'abc']]),
  steps: [
    {instruction: '', size: 9_000_000},
    {instruction: 'ENV A=b', size: 0},
    {instruction: 'COPY . /app', size: 1_000_000},
  ],
  engine: 'Docker 28.5.2',
  files: ['/w/image.tar'],
};

describe('formatSummary', () => {
  it('shows where the image is, what it is, and what it is made of', () => {
    expect(formatSummary(FACTS)).toMatchInlineSnapshot(`
"### ghcr.io/octo/app:1

| Reference | Digest |
| --- | --- |
| \` ghcr.io/octo/app:1 \` | \` sha256:0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a \` |
| \` ghcr.io/octo/app:latest \` | not pushed |

| Platform | Size | Image id | Engine |
| --- | --- | --- | --- |
| linux/amd64 | 12.3 MB | \` sha256:0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a \` | Docker 28.5.2 |

| File |
| --- |
| \` /w/image.tar \` |

<details><summary>3 instructions, 10.0 MB</summary>

| # | Instruction | Size | Share |
| --- | --- | --- | --- |
| 1 | (the base as it was imported) | 9.0 MB | █████████ 90 % |
| 2 | \` ENV A=b \` |  |  |
| 3 | \` COPY . /app \` | 1.0 MB | █ 10 % |

</details>

<details><summary>1 label</summary>

| Label | Value |
| --- | --- |
| \` org.opencontainers.image.revision \` | \` abc \` |

</details>
"
`);
  });

  it('leaves out what there is none of', () => {
    const text = formatSummary({...FACTS, references: [], labels: new Map(), steps: undefined, files: []});
    expect(text).toMatch(/^### Image\n\n\| Platform \|/);
    expect(text).not.toMatch(/Reference|label|instruction|File/);
  });

  it.each([
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['a cell that ends', 'a | b |'],
    ['a code span that ends', '`` ` ``` <b>'],
    ['a line of its own', 'a\n# heading\r\n![x](http://h/x)'],
    ['a mention and an issue', '@octo #1'],
    ['text that turns', '\u202eevil\u2066'],
  ])('shows %s as text and stays one table (hardening O6, T38)', (_, hostile) => {
    const text = formatSummary({
      ...FACTS,
      labels: new Map([[hostile, hostile]]),
      steps: [{instruction: hostile, size: 1}],
      references: [{name: hostile, digest: undefined}],
    });
    // Outside of code spans nothing of it is left that would mean something.
    const outside = text.replace(/(`+) .*? \1/g, '').replace(/<\/?(?:details|summary)>/g, '');
    expect(outside).not.toMatch(/[<>@]|!\[|\u202e|\u2066|^# heading/m);
    for (const line of text.split('\n').filter((row) => row.startsWith('|')))
      expect([3, 4, 5, 6]).toContain(line.split('|').length);
  });

  it('stays below the limit of a summary (hardening O6, T38)', () => {
    const steps = Array.from({length: 5000}, () => ({instruction: '€'.repeat(5000), size: 1}));
    const labels = new Map(Array.from({length: 5000}, (_, at) => [`k${at}`, '€'.repeat(5000)] as const));
    const text = formatSummary({...FACTS, steps, labels});
    expect(Buffer.byteLength(text)).toBeLessThan(900 * 1024);
    expect(text).toContain('4800 more are left out');
    const names = Array.from({length: 9000}, (_, at) => ({
      name: `ghcr.io/octo/${'a'.repeat(100)}:${at}`,
      digest: DIGEST,
    }));
    expect(Buffer.byteLength(formatSummary({...FACTS, references: names}))).toBeLessThan(900 * 1024);
  });
});

describe('Markdown', () => {
  it.each([
    ['plain', '` plain `'],
    ['with ` one', '`` with ` one ``'],
    ['a|b', '` a\u2502b `'],
    ['', ''],
  ])('codeSpan(%j) is %j', (text, expected) => expect(codeSpan(text)).toBe(expected));

  it('escapes what means something', () => {
    expect(escapeMarkdown('a_b*c|d\n[e]')).toBe('a&#95;b&#42;c&#124;d &#91;e&#93;');
  });

  it('makes tables', () => {
    expect(table(['A', 'B'], [['1', '2']])).toBe('| A | B |\n| --- | --- |\n| 1 | 2 |');
  });
});
