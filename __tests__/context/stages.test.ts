import {describe, expect, it} from '@jest/globals';
import {stagesBeside} from '../../src/context/stages.ts';

const NONE = new Map<string, string>();
const GO = 'FROM go AS deps\nRUN a\nFROM deps AS Build\nRUN b\nFROM scratch AS end\nCOPY --from=build /x /\n';

describe('stages beside the result', () => {
  it.each<[string, string, string | undefined, readonly string[]]>([
    ['none where there is one stage', 'FROM a\nRUN b\n', undefined, []],
    ['none that the result is built on', 'FROM a AS x\nFROM x\n', undefined, []],
    ['one that files come from, without what that is built on', GO, undefined, ['build']],
    ['none for a target that takes none', GO, 'build', []],
    ['one by its number', 'FROM a\nFROM b\nCOPY --from=0 /x /\n', undefined, ['0']],
    ['one that is mounted', 'FROM a AS x\nFROM b\nRUN --mount=type=bind,from=x,target=/m c\n', undefined, ['x']],
    [
      'those of those',
      'FROM a AS x\nFROM b AS y\nCOPY --from=x /f /\nFROM c\nCOPY --from=y /f /\n',
      undefined,
      ['x', 'y'],
    ],
    ['none for an image', 'FROM a\nCOPY --from=busybox:1 /f /\n', undefined, []],
    ['none that the target does not use', 'FROM a AS x\nFROM b AS y\nFROM c\nCOPY --from=x /f /\n', undefined, ['x']],
    ['by an argument', 'ARG S=x\nFROM a AS x\nFROM b\nCOPY --from=${S} /f /\n', undefined, ['x']],
  ])('%s', (_, dockerfile, target, stages) => {
    expect(stagesBeside(dockerfile, NONE, target)).toEqual(stages);
  });
});
