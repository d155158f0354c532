/** Input build-contexts: each kind of place that a Dockerfile takes a stage, an image or files from. */
import {execFileSync} from 'node:child_process';
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {type GitServer, startGitServer} from '../../scripts/rig/git-server.ts';
import {
  type ActionRun,
  BASE_IMAGE,
  describeEngines,
  type Engine,
  isContainerd,
  isOldDocker,
  isPodman,
  openRegistry,
  removeImage,
  runAction,
  unique,
  workspace,
} from '../rig.ts';

let server: GitServer;
beforeAll(async () => {
  server = await startGitServer('none');
});
afterAll(() => server.stop());

const run = (engine: Engine, directory: string, inputs: Readonly<Record<string, string>>) =>
  runAction(inputs, {workspace: directory, env: {DOCKER_HOST: engine.address}});
const works = ({code, log}: ActionRun) => expect(code === 0 ? '' : log).toBe('');
const failure = ({log}: ActionRun) => /^::error.*$/m.exec(log)?.[0];

describeEngines(
  'named contexts',
  (engine) => {
    it('are directories, images, Git repositories, tars and stages of the same Dockerfile', async () => {
      const mark = unique();
      const image = `${openRegistry.host}/named/${mark}`;
      works(
        await run(engine, workspace({Dockerfile: 'FROM scratch\nCOPY f /f\n', f: `image-${mark}`}), {
          tags: `${image}:1`,
          push: 'true',
        }),
      );
      server.commit(`octo/${mark}.git`, {'lib/part': `git-${mark}`, other: `all-of-it-${mark}`});
      const work = join(server.root, `work/octo/${mark}.git/lib`);
      execFileSync('tar', ['-cf', join(server.root, `${mark}.tar`), '-C', work, '.']);
      const directory = workspace({
        'app/Dockerfile': [
          `FROM ${BASE_IMAGE} AS made`,
          `ENV WORD=word-${mark}`,
          'COPY --from=files one /made',
          'FROM registry.invalid/org/base:9',
          'COPY --from=files . /files/',
          'COPY --from=image /f /image',
          'COPY --from=repository . /git/',
          'COPY --from=archive . /tar/',
          'RUN echo $WORD $(cat /made /files/* /image /git/* /tar/*)',
        ].join('\n'),
        'files/one': `one-${mark}`,
        'files/two': `two-${mark}`,
        'files/.dockerignore': 'two\n.dockerignore\n',
      });
      const inputs = {
        context: 'app',
        'build-contexts': [
          'files=files',
          `image=docker-image://${image}:1`,
          `repository=${server.url}/octo/${mark}.git#main:lib`,
          `archive=${server.url}/${mark}.tar`,
          'registry.invalid/org/base:9=target:made',
        ].join('\n'),
      };
      const result = await run(engine, directory, inputs);
      await removeImage(engine, `${image}:1`);
      if (isOldDocker(engine)) {
        expect(failure(result)).toMatch(
          /input build-contexts: it came with API 1\.42.* Put the files into the context/,
        );
        return;
      }
      works(result);
      const words = ['word', 'one', 'one', 'image', 'git', 'git'].map((word) => `${word}-${mark}`);
      expect(result.log).toContain(`| ${words[0]} ${words.slice(1).join('')}`);
      const outline = await run(engine, directory, {...inputs, call: 'outline'});
      works(outline);
      // The stage is made by the build that takes it, once.
      expect(result.log.match(/made 2\/2\] COPY/g)).toHaveLength(1);
    });

    if (!isOldDocker(engine))
      it('are OCI layouts, which are read through the session', async () => {
        const mark = unique();
        const name = `${mark}:v1`;
        const made = workspace({Dockerfile: 'FROM scratch\nCOPY f /f\n', f: mark});
        works(await run(engine, made, {tags: name, outputs: 'type=oci,dest=out.tar'}));
        const directory = workspace({Dockerfile: `FROM ${BASE_IMAGE}\nCOPY --from=it /f /f\nRUN cat /f\n`});
        const layout = join(directory, 'layout');
        mkdirSync(layout);
        execFileSync('tar', ['-xf', join(made, 'out.tar'), '-C', layout]);
        const result = await run(engine, directory, {'build-contexts': 'it=oci-layout://layout:v1'});
        if (isContainerd(engine)) {
          works(result);
          expect(result.log).toContain(`| ${mark}`);
          expect(failure(await run(engine, directory, {'build-contexts': 'it=oci-layout://layout:v2'}))).toContain(
            'no image v2',
          );
        } else expect(failure(result)).toMatch(/build-contexts: oci-layout: .*docker-image:\/\//);
        await removeImage(engine, name);
      });

    // What is refused does not depend on the engine.
    if (isContainerd(engine))
      it('are no stages that are not there or empty, nor any of a context that comes once', async () => {
        const directory = workspace({Dockerfile: `FROM scratch AS none\nFROM ${BASE_IMAGE}\nCOPY --from=a . /\n`});
        const refused = async (inputs: Readonly<Record<string, string>>) =>
          failure(await run(engine, directory, inputs));
        expect(await refused({'build-contexts': 'a=target:nothing'})).toContain(
          'target stage "nothing" could not be found',
        );
        expect(await refused({'build-contexts': 'a=target:none'})).toContain('the stage none is empty');
        expect(await refused({'build-contexts': 'a=target:none', 'context-transfer': 'tar'})).toMatch(
          /input build-contexts: a: target: needs a context that can be read twice/,
        );
      });

    if (isContainerd(engine))
      it('are stages for each of several platforms', async () => {
        const mark = unique();
        const directory = workspace({
          Dockerfile: [
            `FROM --platform=$BUILDPLATFORM ${BASE_IMAGE} AS make`,
            'ARG TARGETARCH',
            `RUN echo ${mark} $TARGETARCH > /out`,
            `FROM --platform=$BUILDPLATFORM ${BASE_IMAGE}`,
            'COPY --from=made /out /out',
            'ARG TARGETARCH',
            'RUN echo $TARGETARCH: $(cat /out)',
          ].join('\n'),
        });
        const result = await run(engine, directory, {
          platforms: 'linux/amd64,linux/arm64',
          'build-contexts': 'made=target:make',
          'engine-api': 'solve',
        });
        works(result);
        for (const arch of ['amd64', 'arm64']) expect(result.log).toContain(`| ${arch}: ${mark} ${arch}`);
      });
  },
  (engine) => !isPodman(engine),
);
