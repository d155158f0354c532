import {describe, expect, it} from '@jest/globals';
import {findOutside} from '../../src/context/outside.ts';

const outside = (dockerfile: string, args: Record<string, string> = {}) =>
  findOutside(dockerfile, new Map(Object.entries(args)));
const COMMIT = '4a1fc2b0e53f6c8d9b7a40e1d2c3b4a5f6e7d8c9';

describe('findOutside', () => {
  it.each<[string, string, string[]]>([
    [
      'bases and sources',
      'FROM a AS x\nFROM b\nCOPY --from=x / /\nCOPY --from=c:1 / /\nRUN --mount=from=d,target=/d ls',
      ['a', 'b', 'c:1', 'd'],
    ],
    ['the frontend', '# syntax=docker/dockerfile:1.7 # a note\nFROM scratch', ['docker/dockerfile:1.7']],
    [
      'the frontend of a mirror',
      '#syntax = mirror.example/docker/dockerfile-upstream:master\nFROM scratch',
      ['mirror.example/docker/dockerfile-upstream:master'],
    ],
    [
      'the frontend below a shebang',
      '#!/usr/bin/env docker\n# syntax=docker/dockerfile:1\nFROM scratch',
      ['docker/dockerfile:1'],
    ],
    ['no frontend below a comment', '# note\n# syntax=docker/dockerfile:1\nFROM scratch', []],
  ])('finds %s', (_, dockerfile, images) => {
    expect(outside(dockerfile)).toEqual({images, unknown: []});
  });

  it('knows the arguments of a platform', () => {
    const dockerfile = 'FROM a AS base-arm64\nFROM b-$TARGETOS AS base-amd64\nFROM base-${TARGETARCH}';
    const global = new Map([
      ['TARGETOS', 'linux'],
      ['TARGETARCH', 'amd64'],
    ]);
    expect(findOutside(dockerfile, new Map(), global)).toEqual({images: ['a', 'b-linux'], unknown: []});
  });

  it('takes the frontend of a build argument for that of the file', () => {
    const {images} = outside('# syntax=docker/dockerfile:1\nFROM x', {BUILDKIT_SYNTAX: 'docker/dockerfile:2'});
    expect(images).toEqual(['docker/dockerfile:2', 'x']);
  });

  it.each<[string, string, RegExp]>([
    ['a base by an argument', 'ARG B\nFROM $B', /^line 2 \(FROM \$B\) names an image by an argument/],
    ['a base by platform', 'FROM base-$TARGETARCH', /names an image by an argument/],
    ['a source by an argument', 'FROM scratch\nCOPY --from=$B / /', /^line 2/],
    ['a download', 'FROM scratch\nADD https://host.example/a.tar /', /^line 2 \(ADD https.*--checksum/],
    ['a download in JSON', 'FROM scratch\nADD ["https://host.example/a", "/"]', /--checksum/],
    ['a download by an argument', 'FROM scratch\nARG U\nADD $U /', /^line 3/],
    ['a branch', 'FROM scratch\nADD https://host.example/a.git#main /', /--checksum/],
    ['a branch by ssh', 'FROM scratch\nADD git@host.example:a/b.git#main /', /--checksum/],
    ['another frontend', '# syntax=ghcr.io/some/body:1\nFROM scratch', /the frontend ghcr.io\/some\/body:1/],
    ['a frontend in JSON', '{"syntax": "some/body"}', /line 1 is none of a Dockerfile/],
  ])('knows that %s may change', (_, dockerfile, why) => {
    const {unknown} = outside(dockerfile);
    expect(unknown).toHaveLength(1);
    expect(unknown[0]).toMatch(why);
  });

  it.each<[string, string]>([
    ['a download with a checksum', 'ADD --checksum=sha256:00 https://host.example/a.tar /'],
    ['a commit', `ADD https://host.example/a.git#${COMMIT}:docs /`],
    ['files', 'ADD a.tar b/*.js $HOME/'],
    ['a file by an argument in its name', 'ADD target/$JAR /app.jar'],
  ])('knows that %s may not', (_, line) => {
    expect(outside(`FROM scratch\n${line}\n`).unknown).toEqual([]);
  });
});
