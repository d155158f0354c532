import {once} from 'node:events';
import {Writable} from 'node:stream';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {cleanPlain, createLog, type JobLog} from '../../src/action/log.ts';
import {memoryLog} from '../report/memory-log.ts';
import {COMMANDS, commandsIn} from '../report/runner.ts';

const KIB = 1024;

/** Ways to write a command that a filter may miss; `NAME` is the command. */
const FORMS: ReadonlyArray<readonly [what: string, text: string]> = [
  ['at the start', '::NAME::x'],
  ['with properties', '::NAME file=a,line=1::x'],
  ['after blanks', '   \t::NAME::x'],
  ['after a no-break space', '\u00a0::NAME::x'],
  ['after NEL', 'a\u0085::NAME::x'],
  ['with NEL first', '\u0085::NAME::x'],
  ['after a line separator', '\u2028::NAME::x'],
  ['after an ideographic space', '\u3000::NAME::x'],
  ['after a byte order mark', '\ufeff::NAME::x'],
  ['after a zero width space', '\u200b::NAME::x'],
  ['with a joiner inside', ':\u200d:NAME::x'],
  ['after a colour', '\x1b[31m::NAME::x'],
  ['after a control sequence', '\x1b[2K::NAME::x'],
  ['after a lone CR', 'progress\r::NAME::x'],
  ['after CRLF', 'a\r\n::NAME::x'],
  ['after LF', 'a\n::NAME::x\nb'],
  ['after a vertical tab', 'a\v::NAME::x'],
  ['after a form feed', '\f::NAME::x'],
  ['old form', '##[NAME]x'],
  ['old form in mid-line', 'some text ##[NAME]x'],
  ['old form after many marks', '#####[NAME]x'],
  ['old form with properties', 'a ##[NAME file=a;line=1]x'],
  ['old form after a lone CR', '10%\r##[NAME]x'],
  ['old form with a control sequence inside', '##\x1b[K[NAME]x'],
  ['old form with a control sequence between', '#\x1b[1A#[NAME]x'],
  ['old form with a joiner inside', '#\u200d#\u200c[NAME]x'],
  ['old form with a NUL inside', '#\0#[NAME]x'],
  ['old form with a soft hyphen', '##\u00ad[NAME]x'],
  ['old form with text direction', '\u202e##[NAME]x'],
];

const ATTACKS = FORMS.flatMap(([what, text]) =>
  [...COMMANDS, 'ERROR', 'Set-Output'].map((name) => [name, what, text.replaceAll('NAME', name)] as const),
);

describe('the model of the runner', () => {
  it.each([
    ['::error::x', ['error']],
    [' \u00a0::Set-Output name=a::b', ['set-output']],
    ['a ::error::x', []],
    ['a ##[error]x', ['error']],
    ['::error x', []],
    ['##[section]x', []],
    ['a\r::endgroup::', ['endgroup']],
    ['::nope::x', []],
  ])('judges %j', (text, commands) => {
    expect(commandsIn(text)).toEqual(commands);
  });

  it('runs nearly all attacks when they are written as they are', () => {
    const harmless = ATTACKS.filter(([, , text]) => commandsIn(text).length === 0).map(([, what]) => what);
    // Only what starts with visible characters is not a command by itself: a control sequence that we would drop.
    expect([...new Set(harmless)]).toEqual([
      'after NEL',
      'after a colour',
      'after a control sequence',
      'after a vertical tab',
      'old form with a control sequence inside',
      'old form with a control sequence between',
    ]);
  });
});

describe('T1, T2: text made by others', () => {
  it('never becomes a command as output, own text, annotation, title or debug text (O1, O4)', () => {
    for (const [name, what, text] of ATTACKS) {
      const {log, text: written} = memoryLog(true);
      log.untrusted('#1 |', text);
      log.untrusted(text, text);
      log.untrusted('', text);
      log.info(text);
      log.info(`pushed ${text} to ${text}`);
      expect([name, what, commandsIn(written())]).toEqual([name, what, []]);
      log.group(text);
      log.endGroup();
      log.notice(text);
      log.warning(text, {file: text, line: 1});
      log.error(text, {file: `src/${text}`});
      log.debug(text);
      expect([name, what, commandsIn(written())]).toEqual([
        name,
        what,
        ['group', 'endgroup', 'notice', 'warning', 'error', 'debug'],
      ]);
    }
  });

  it('stays harmless whatever the bytes are', () => {
    const alphabet = fc.constantFrom(
      ...['::', ':', '##[', '#', '[', ']', 'error', 'set-output', ' ', 'a', '\n', '\r', '\r\n', '\t', '\0', '\x1b[31m'],
      ...['\x1b[K', '\x1b', '\x85', '\u00a0', '\u2028', '\u202e', '\u200d', '\ufeff', '\u3000', '%0A', '\ud800'],
    );
    const texts = fc.oneof(
      fc.array(alphabet, {maxLength: 12}).map((parts) => parts.join('')),
      fc.string({unit: 'binary'}),
    );
    fc.assert(
      fc.property(texts, texts, (label, text) => {
        const {log, text: written} = memoryLog();
        log.untrusted(label, text);
        log.info(text);
        expect(commandsIn(written())).toEqual([]);
        log.warning(text);
        expect(commandsIn(written())).toEqual(['warning']);
      }),
      {numRuns: 2000},
    );
  });

  it('stays readable', () => {
    const {log, lines} = memoryLog();
    log.untrusted('#3 |', '::error::x and ##[group]y\nplain\r\nlast\rredrawn\n');
    log.info('::error::x');
    expect(lines()).toEqual([
      '#3 | ::error::x and ##\\[group]y',
      '#3 | plain',
      '#3 | last',
      '#3 | redrawn',
      '\\::error::x',
    ]);
  });
});

describe('O2: controls', () => {
  it.each([
    ['keeps colours and resets them at the end of the line', '\x1b[1;31mred', '\x1b[1;31mred\x1b[0m'],
    ['resets once', '\x1b[31ma\x1b[0m', '\x1b[31ma\x1b[0m'],
    ['resets on each line', '\x1b[32ma\nb', '\x1b[32ma\x1b[0m\n| b'],
    ['drops other control sequences', 'a\x1b[2Kb\x1b[?25lc\x1b[10;20Hd', 'abcd'],
    ['shows the start of a title sequence', '\x1b]0;title\x07', '\u241b]0;title\u2407'],
    ['shows backspace, bell and NUL', 'a\bb\x07c\0', 'a\u2408b\u2407c\u2400'],
    ['shows C1 controls by number', 'a\x9bb\x85c', 'a\\u009bb\\u0085c'],
    ['shows DEL', '\x7f', '\u2421'],
    ['shows text direction by number', 'a\u202eb\u2066c\u200f', 'a\\u202eb\\u2066c\\u200f'],
    ['keeps tabs, emoji and joiners', '\ta\u{1f469}\u200d\u{1f4bb}', '\ta\u{1f469}\u200d\u{1f4bb}'],
    ['replaces half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
  ])('%s', (_what, text, expected) => {
    const {log, text: written} = memoryLog();
    log.untrusted('|', text);
    expect(written()).toBe(`| ${expected}\n`);
  });

  it('has no control left in anything but colours and line ends, for random text', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        const {log, text: written} = memoryLog();
        log.untrusted('|', text);
        const rest = written().replace(/\x1b\[[0-9;]*m/g, '');
        expect(rest).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/);
      }),
    );
  });
});

describe('labels and lines', () => {
  it.each([
    ['blank', ' ', '| a\n'],
    ['invisible', '\u200b\u00a0', '| a\n'],
    ['of several lines', 'x\ny', 'x y a\n'],
    ['with colour', '\x1b[36m#1\x1b[0m', '\x1b[36m#1\x1b[0m a\n'],
    ['endless', '#'.repeat(10_000), `${'#'.repeat(200)} a\n`],
  ])('a label that is %s still comes before each line', (_what, label, expected) => {
    const {log, text} = memoryLog();
    log.untrusted(label, 'a');
    expect(text()).toBe(expected);
  });

  it('keeps empty lines, and ends the last line once', () => {
    const {log, text} = memoryLog();
    log.untrusted('|', 'a\n\nb\n');
    log.info('');
    log.info('c\n');
    expect(text()).toBe('| a\n| \n| b\n\nc\n');
  });

  it.each([
    ['ASCII', 'x'],
    ['three bytes each', '\u20ac'],
    ['four bytes each', '\u{1f600}'],
    ['controls that widen', '\x01'],
    ['colours', '\x1b[38;5;196mx'],
  ])('O7: cuts a line of 64 MiB at 64 KiB with a marker (%s)', (_what, unit) => {
    const {log, lines} = memoryLog();
    log.untrusted('#1 |', `${unit.repeat((64 * KIB * KIB) / Buffer.byteLength(unit))}\nnext`);
    const [cut = '', next] = lines();
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(64 * KIB);
    expect(Buffer.byteLength(cut)).toBeGreaterThan(60 * KIB);
    expect(cut).toMatch(/ … \(line cut, it has \d+ bytes\)(\x1b\[0m)?$/);
    expect(cut).not.toContain('\ufffd');
    expect(next).toBe('#1 | next');
  });

  it('is linear in time for hostile lines', () => {
    const {log} = memoryLog();
    const started = performance.now();
    for (const unit of [' ', '#', ':', '\u200b', '\x1b[', '#\u200b', '\u00a0\u200b']) {
      log.untrusted('|', unit.repeat(500_000));
      log.info(unit.repeat(60_000));
    }
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('commands of our own', () => {
  it('escapes values and properties and places annotations by line', () => {
    const {log, lines} = memoryLog();
    log.warning('50% done\nnext', {file: 'a,b:c%.txt', line: 3, endLine: 5});
    log.error('x', {file: 'Dockerfile', line: 7});
    log.notice('y');
    expect(lines()).toEqual([
      '::warning file=a%2Cb%3Ac%25.txt,line=3,endLine=5::50%25 done%0Anext',
      '::error file=Dockerfile,line=7::x',
      '::notice::y',
    ]);
  });

  it.each(['/etc/passwd', '../x', 'a/../../x', 'C:\\x', '\\\\host\\x', ''])(
    'O4: leaves out a place outside of the workspace: %j',
    (file) => {
      const {log, lines} = memoryLog();
      log.error('x', {file, line: 1});
      expect(lines()).toEqual(['::error::x']);
    },
  );

  it('O4: cuts an annotation at 4096 characters and takes its colours out', () => {
    const {log, lines} = memoryLog();
    log.error(`\x1b[31m${'a'.repeat(5000)}`);
    expect(lines()).toEqual([`::error::${'a'.repeat(4095)}…`]);
  });

  it('closes a group before the next one, and only an open one', () => {
    const {log, lines} = memoryLog();
    log.endGroup();
    log.group('one\ntwo');
    log.group('three');
    log.endGroup();
    log.endGroup();
    expect(lines()).toEqual(['::group::one two', '::endgroup::', '::group::three', '::endgroup::']);
  });

  it('S9: writes debug text only when the job is debugged', () => {
    const [quiet, loud] = [memoryLog(false), memoryLog(true)];
    quiet.log.debug('x');
    loud.log.debug('x\n##[error]y');
    expect(quiet.lines()).toEqual([]);
    expect(loud.lines()).toEqual(['::debug::x%0A##\\[error]y']);
  });

  it('gives the same cleaning for texts that are written elsewhere', () => {
    expect(cleanPlain('a\x1b[31mb\r\nc\u202ed ##[error]')).toBe('ab\nc\\u202ed ##\\[error]');
  });
});

describe('O7: back-pressure', () => {
  it('waits until a slow reader has caught up, and loses nothing', async () => {
    const got: Buffer[] = [];
    let most = 0;
    const stream = new Writable({
      highWaterMark: 64 * KIB,
      write(piece: Buffer, _encoding, done) {
        got.push(piece);
        setImmediate(done);
      },
    });
    const log = createLog({stream, debug: false});
    for (let index = 0; index < 1000; index++) {
      log.untrusted('|', `${index} ${'x'.repeat(KIB)}`);
      most = Math.max(most, stream.writableLength);
      await log.drained();
    }
    stream.end();
    await once(stream, 'finish');
    expect(most).toBeLessThan(66 * KIB);
    const lines = Buffer.concat(got).toString().trimEnd().split('\n');
    expect(lines).toHaveLength(1000);
    expect(lines.at(-1)).toMatch(/^\| 999 x+$/);
  });

  it('L5: goes on without a reader when the stream fails, and does not wait for it', async () => {
    const stream = new Writable({
      highWaterMark: 1,
      write(_piece, _encoding, done) {
        setImmediate(done, new Error('EPIPE'));
      },
    });
    const log = createLog({stream, debug: false});
    log.info('a');
    await log.drained();
    log.info('b');
    await nextTurn();
    await log.drained();
    expect(stream.destroyed).toBe(true);
  });
});

describe('S1: a secret', () => {
  const masked = (value: string) => {
    const {log, lines} = memoryLog();
    (log as JobLog).mask(value);
    return lines();
  };

  it('is hidden once, escaped as a command', () => {
    const {log, text} = memoryLog();
    for (let times = 0; times < 3; times += 1) (log as JobLog).mask('50%\r\nmore');
    expect(text()).toBe('::add-mask::50%25%0D%0Amore\n');
  });

  it.each([
    ['a command', 'a##[error]b', 'a##\\[error]b'],
    ['a control', 'one\x07two', 'one\u2407two'],
    ['text direction', 'one\u202etwo', 'one\\u202etwo'],
  ])('with %s inside is hidden in the form that is shown, too', (_, value, shown) => {
    const {log, lines} = memoryLog();
    (log as JobLog).mask(value);
    log.untrusted('#1 |', `x ${value} y`);
    const said = lines().at(-1) ?? '';
    expect(said).toBe(`#1 | x ${shown} y`);
    expect(masked(value)).toContain(`::add-mask::${shown}`);
  });

  it('that is longer than a line may be is hidden here, as the runner hides it only as a whole', () => {
    const {log, lines} = memoryLog();
    const value = Array.from({length: 8 * KIB}, (_, at) => `s3cr3t-${at}`).join('');
    (log as JobLog).mask(value);
    for (const piece of [value, `${value} and ${value}`, value.slice(0, 60 * KIB), value.slice(0, 100)]) {
      log.untrusted('#1 |', `before ${piece} after`);
      log.info(`before ${piece} after`);
    }
    const said = lines().slice(1);
    expect(said).toHaveLength(8);
    for (const line of said) {
      expect(line).toMatch(/before \*\*\*.* after$/);
      expect(line).not.toContain('s3cr3t');
    }
  });
});
