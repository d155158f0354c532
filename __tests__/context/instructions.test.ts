import {describe, expect, it} from '@jest/globals';
import {readInstructions} from '../../src/context/instructions.ts';

type Shown = readonly [keyword: string, rest: string, first: number, last: number];

const shown = (dockerfile: string): readonly Shown[] =>
  readInstructions(dockerfile).map(({keyword, rest, first, last}) => [keyword, rest, first, last]);

describe('readInstructions', () => {
  it.each<[string, string, readonly Shown[]]>([
    [
      'one a line',
      'FROM a\n\nrun b\n',
      [
        ['FROM', 'a', 1, 1],
        ['RUN', 'b', 3, 3],
      ],
    ],
    ['nothing', '', []],
    ['comments alone', '# a\n  # b\n', []],
    [
      'BOM, CRLF and indentation',
      '\uFEFFFROM a\r\n  RUN b \\\r\n c\r\n',
      [
        ['FROM', 'a', 1, 1],
        ['RUN', 'b  c', 2, 3],
      ],
    ],
    [
      'continued lines',
      'RUN a \\\n  b \\\n  c\nCMD d',
      [
        ['RUN', 'a   b   c', 1, 3],
        ['CMD', 'd', 4, 4],
      ],
    ],
    ['blanks after the backslash', 'RUN a \\  \t\n b', [['RUN', 'a  b', 1, 2]]],
    [
      'comments and blank lines in between',
      'RUN a \\\n# no\n\n  && b\nCMD c',
      [
        ['RUN', 'a   && b', 1, 4],
        ['CMD', 'c', 5, 5],
      ],
    ],
    ['a continuation at the end of the file', 'RUN a \\', [['RUN', 'a', 1, 1]]],
    [
      'a backslash that is escaped',
      'RUN a \\\\\nCMD b',
      [
        ['RUN', 'a \\\\', 1, 1],
        ['CMD', 'b', 2, 2],
      ],
    ],
    [
      'another escape character',
      '# Escape = `\nRUN a `\n b\nCOPY x c:\\\nCMD',
      [
        ['RUN', 'a  b', 2, 3],
        ['COPY', 'x c:\\', 4, 4],
        ['CMD', '', 5, 5],
      ],
    ],
    [
      'directives before the one that says it',
      '# syntax=x\n# check=skip=all\n# escape=`\nRUN a `\nb',
      [['RUN', 'a b', 4, 5]],
    ],
    ['an escape after a comment, which is one itself', '# a comment\n# escape=`\nRUN a \\\nb', [['RUN', 'a b', 3, 4]]],
    [
      'a heredoc',
      'RUN <<EOF\nFROM x\n# y\nEOF\nCMD z',
      [
        ['RUN', '<<EOF', 1, 4],
        ['CMD', 'z', 5, 5],
      ],
    ],
    [
      'a quoted one, with tabs',
      'COPY <<-"E F" /x\na\n\tE F\nCMD z',
      [
        ['COPY', '<<-"E F" /x', 1, 3],
        ['CMD', 'z', 4, 4],
      ],
    ],
    [
      'two of them behind a continuation',
      'RUN cat <<A \\\n  3<<B\nb\nA\na\nB\nCMD z',
      [
        ['RUN', 'cat <<A   3<<B', 1, 6],
        ['CMD', 'z', 7, 7],
      ],
    ],
    [
      'one behind ONBUILD',
      'ONBUILD RUN <<E\nCMD\nE\nCMD z',
      [
        ['ONBUILD', 'RUN <<E', 1, 3],
        ['CMD', 'z', 4, 4],
      ],
    ],
    ['one that does not end', 'RUN <<E\na\nb\n', [['RUN', '<<E', 1, 3]]],
    [
      'what only looks like one',
      'RUN a<<E; echo "<<F"\nRUN ["<<G"]\nENV <<H\nCMD z',
      [
        ['RUN', 'a<<E; echo "<<F"', 1, 1],
        ['RUN', '["<<G"]', 2, 2],
        ['ENV', '<<H', 3, 3],
        ['CMD', 'z', 4, 4],
      ],
    ],
  ])('takes apart %s', (_, dockerfile, expected) => {
    expect(shown(dockerfile)).toEqual(expected);
  });

  it('takes the body of a heredoc for instructions where the builder does', () => {
    expect(readInstructions('RUN <<E\nset -e\nE\n', false).map(({keyword}) => keyword)).toEqual(['RUN', 'SET', 'E']);
  });

  it('stays fast with a heredoc in every line', () => {
    const many = 'RUN <<E\nE\n'.repeat(50_000);
    const started = performance.now();
    expect(readInstructions(many)).toHaveLength(50_000);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
