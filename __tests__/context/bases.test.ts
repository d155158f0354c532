import {describe, expect, it} from '@jest/globals';
import {findBases} from '../../src/context/bases.ts';

describe('findBases', () => {
  it.each<[string, string, Record<string, string>, string[]]>([
    ['plain names', 'FROM a/b:1\nFROM c', {}, ['a/b:1', 'c']],
    [
      'scratch and stages are none',
      'FROM x AS Build\nFROM scratch\nCOPY --from=build /a /b\nCOPY --from=0 /a /b',
      {},
      ['x'],
    ],
    ['a stage as base', 'FROM x AS one\nFROM one', {}, ['x']],
    ['an image as source of a copy', 'FROM scratch\nCOPY --chown=1 --from=ghcr.io/t/u:2 /a /b', {}, ['ghcr.io/t/u:2']],
    ['an image as source of a mount', 'FROM scratch\nRUN --mount=type=bind,from=tools,target=/t ls', {}, ['tools']],
    ['a platform flag', 'FROM --platform=$BUILDPLATFORM x:1', {}, ['x:1']],
    ['an argument with a default', 'ARG TAG=3\nFROM x:${TAG}', {}, ['x:3']],
    ['a quoted default', 'ARG TAG="3"\nFROM x:$TAG', {}, ['x:3']],
    ['an argument that is given', 'ARG TAG=3\nFROM x:$TAG', {TAG: '4'}, ['x:4']],
    ['an argument that is not declared', 'FROM x:$TAG', {TAG: '4'}, []],
    ['an argument without a value', 'ARG BASE\nFROM $BASE', {}, []],
    ['a fall-back', 'ARG V\nFROM x:${V:-9}', {}, ['x:9']],
    ['an alternative', 'ARG V=1\nFROM x:a${V:+b}', {}, ['x:ab']],
    ['continued lines and comments', '# syntax\nFROM \\\n# in between\n  x:1 \\\n  AS y\n', {}, ['x:1']],
    ['another escape character', '# escape=`\nFROM `\n x:1', {}, ['x:1']],
    ['lower case, CRLF and BOM', '\uFEFFfrom x:1\r\nrun true\r\n', {}, ['x:1']],
    ['each once', 'FROM x\nFROM x', {}, ['x']],
  ])('%s', (_, dockerfile, args, expected) => {
    expect(findBases(dockerfile, new Map(Object.entries(args)), undefined).all).toEqual(expected);
  });

  it.each<[string, string, string | undefined, string | undefined]>([
    ['the last stage', 'FROM tools AS t\nFROM base:1\nCOPY --from=t /a /b', undefined, 'base:1'],
    ['a stage on stages', 'FROM base:1 AS a\nFROM a AS b\nFROM b', undefined, 'base:1'],
    ['a target by name', 'FROM one AS First\nFROM two', 'first', 'one'],
    ['a target by number', 'FROM one\nFROM two', '0', 'one'],
    ['scratch', 'FROM tools AS t\nFROM scratch\nCOPY --from=t /a /b', undefined, undefined],
    ['a base that is not known', 'ARG BASE\nFROM $BASE', undefined, undefined],
    ['a target that does not exist', 'FROM one', 'two', undefined],
  ])('the base of the target, with %s', (_, dockerfile, target, expected) => {
    expect(findBases(dockerfile, new Map(), target).ofTarget).toBe(expected);
  });
});
