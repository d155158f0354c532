import {describe, expect, it} from '@jest/globals';
import {codeBlock, codeSpan, escapeMarkdown, table} from '../../src/report/markdown.ts';
import {formatSummary, type ImageFacts, type SummaryFacts} from '../../src/report/summary.ts';
import {keptSummary, makeSummary, summaries} from './summaries.ts';

const DIGEST = `sha256:${'0a'.repeat(32)}`;
const IMAGE: ImageFacts = {
  references: [
    {name: 'ghcr.io/octo/app:1', digest: DIGEST},
    {name: 'ghcr.io/octo/app:latest', digest: undefined},
  ],
  imageId: DIGEST,
  platform: 'linux/amd64',
  size: 12_345_678,
  labels: new Map([['org.opencontainers.image.revision', 'abc']]),
  layers: [{instruction: 'COPY . /app', size: 1_000_000}],
  files: ['/w/image.tar'],
};
const FACTS: SummaryFacts = {
  title: 'ghcr.io/octo/app:1',
  image: IMAGE,
  build: undefined,
  failure: undefined,
  notes: [],
  phases: [{name: 'Load', seconds: 1}],
  engine: 'Docker 28.5.2',
  inputs: [{name: 'source', values: ['archive']}],
};

describe('a summary', () => {
  // Written by `node __tests__/report/summaries.ts`, and looked at before they were kept.
  it.each(summaries)('of a build, %s, is as it was kept', (name) => {
    expect(makeSummary(name)).toBe(keptSummary(name));
  });

  it('of an image from elsewhere has no steps', () => {
    const text = formatSummary(FACTS);
    expect(text).toMatch(/^### ghcr\.io\/octo\/app:1\n\n\| Reference \| Digest \|/);
    expect(text).toContain('| ` ghcr.io/octo/app:latest ` | not pushed |');
    expect(text).toContain('| ` /w/image.tar ` |');
    expect(text).toContain('| 1.0s | 1.0s | Docker 28.5.2 |');
    expect(text).not.toMatch(/mermaid|step/);
  });

  it('leaves out what there is none of', () => {
    const image = {...IMAGE, references: [], labels: new Map(), layers: undefined, files: []};
    const text = formatSummary({...FACTS, title: undefined, image, inputs: []});
    expect(text).toMatch(/^### Image\n\n\| Platform \|/);
    expect(text).not.toMatch(/Reference|label|instruction|File|Input/);
  });

  it('of a failure outside of a build says what and what to do', () => {
    const failure = {message: 'push a:1: denied\nnot published:\n  a:1', hint: 'ask for <more>', step: undefined};
    const text = formatSummary({...FACTS, image: undefined, failure: {...failure, excerpt: undefined}});
    expect(text).toMatch(/^### \u274c ghcr\.io\/octo\/app:1\n\npush a:1: denied<br>not published:<br>a:1\n/);
    expect(text).toContain('**What to do:** Ask for &#60;more&#62;');
  });

  it('folds output of more than ten lines', () => {
    const step = {name: '[2/2] RUN x', instruction: 'RUN x', stage: undefined, digest: undefined, exitCode: 1};
    const lastLines = Array.from({length: 11}, (_, at) => `\x1b[31mline ${at}\x1b[0m`);
    const failed = {...step, reason: 'exit code 1', lastLines};
    const failure = {message: '', hint: undefined, step: failed, excerpt: undefined};
    const text = formatSummary({...FACTS, failure});
    expect(text).toContain('<details><summary>The last 11 lines of its output</summary>\n\n```text\nline 0\n');
  });

  const HOSTILE: readonly (readonly [string, string])[] = [
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['a cell that ends', 'a | b |'],
    ['a code span that ends', '`` ` ``` <b>'],
    ['a fence that ends', 'a\n````\n<b>'],
    ['a line of its own', 'a\n# heading\r\n![x](http://h/x)'],
    ['a mention and an issue', '@octo #1'],
    ['text that turns', '\u202eevil\u2066'],
    ['a chart of its own', 'x :done, 0, 1\nclick x href "javascript:alert(1)"\n%%{init: {}}%%'],
    ['a fold that ends', '</details></summary>'],
  ];

  it.each(HOSTILE)('shows %s as text and stays in shape (hardening O6, T38)', (_, hostile) => {
    const time = {name: hostile, instruction: hostile, stage: hostile, isInstruction: true, start: 0, end: 9, ms: 9};
    const warning = {text: hostile, details: [hostile], url: hostile, place: {file: hostile, line: 1}};
    const text = formatSummary({
      title: hostile,
      image: {
        ...IMAGE,
        labels: new Map([[hostile, hostile]]),
        layers: [{instruction: hostile, size: 1}],
        references: [{name: hostile, digest: undefined}],
        platform: hostile,
        files: [hostile],
      },
      build: {
        steps: 1,
        cached: 0,
        fullyCached: false,
        seconds: 1,
        warnings: [warning],
        times: [{...time, outcome: 'error'}],
      },
      failure: {
        message: hostile,
        hint: hostile,
        step: {
          name: hostile,
          instruction: '',
          stage: '',
          digest: '',
          exitCode: 1,
          reason: hostile,
          lastLines: [hostile],
        },
        excerpt: {
          file: hostile,
          place: undefined,
          first: 1,
          last: 1,
          lines: [{number: 1, text: hostile, marked: true}],
        },
      },
      notes: [hostile],
      phases: [{name: 'Build', seconds: 1}],
      engine: hostile,
      inputs: [{name: hostile, values: [hostile, hostile]}],
    });
    // Outside of code nothing of it is left that would mean something.
    const prose = text.replace(/^(`{3,})(?:text|mermaid)\n[\s\S]*?\n\1$/gm, '').replace(/(`+) .*? \1/g, '');
    expect(prose.match(/<details>/g)).toHaveLength(prose.match(/<\/details>/g)?.length ?? 0);
    const outside = prose.replace(/<\/?(?:details|summary)>|<br>/g, '');
    expect(outside).not.toMatch(/[<>@`]|!\[|\u202e|\u2066|^# heading/m);
    for (const line of outside.split('\n').filter((row) => row.startsWith('|')))
      expect([3, 4, 5, 6]).toContain(line.split('|').length);
    const chart = /```mermaid\n([\s\S]*?)\n```/.exec(text)?.[1]?.split('\n') ?? [];
    expect(chart).toHaveLength(7);
    for (const line of chart.slice(5)) expect(line).not.toMatch(/[;#%<>&`]/);
  });

  it('stays below the limit, and leaves out what matters least (hardening O6, T38)', () => {
    const layers = Array.from({length: 5000}, () => ({instruction: '€'.repeat(5000), size: 1}));
    const labels = new Map(Array.from({length: 5000}, (_, at) => [`k${at}`, '€'.repeat(5000)] as const));
    const text = formatSummary({...FACTS, image: {...IMAGE, layers, labels}});
    expect(Buffer.byteLength(text)).toBeLessThan(900 * 1024);
    expect(text).toContain('4800 more are left out');
    const values = Array.from({length: 200}, () => '€'.repeat(300));
    const inputs = Array.from({length: 20}, (_, at) => ({name: `i${at}`, values}));
    const cut = formatSummary({...FACTS, image: {...IMAGE, layers, labels}, inputs});
    expect(Buffer.byteLength(cut)).toBeLessThan(900 * 1024);
    expect(cut).toContain('The rest is left out');
    expect(cut).toContain('ghcr.io/octo/app:latest');
    expect(cut).not.toContain('5000 labels');
  });
});

describe('Markdown', () => {
  it.each([
    ['plain', '` plain `'],
    ['with ` one', '`` with ` one ``'],
    ['a|b', '` a\u2502b `'],
    ['\x1b[1;31mred\x1b[0m', '` red `'],
    ['', ''],
  ])('codeSpan(%j) is %j', (text, expected) => expect(codeSpan(text)).toBe(expected));

  it('escapes what means something', () => {
    expect(escapeMarkdown('a_b*c|d\n[e]')).toBe('a&#95;b&#42;c&#124;d &#91;e&#93;');
  });

  it('makes tables, and blocks of code whatever is in them', () => {
    expect(table(['A', 'B'], [['1', '2']])).toBe('| A | B |\n| --- | --- |\n| 1 | 2 |');
    expect(codeBlock(['a', '````', '\tb\r\x07'])).toBe('`````text\na\n````\n    b\ufffd\ufffd\n`````');
  });
});
