import {join} from 'node:path';
import {expect, it} from '@jest/globals';
import {
  ask,
  BASE_IMAGE,
  describeEngines,
  isContainerd,
  removeImage,
  runAction,
  runImage,
  unique,
  workspace,
} from '../rig.ts';
import {ociImage, writeOciArchive} from './oci.ts';

describeEngines('an OCI archive whose image has no full name', (engine) => {
  it.each([
    ['a repository and a tag', (word: string) => `${word}:build`],
    ['a tag alone', (word: string) => word],
    ['no name', () => ''],
  ])('is loaded by %s, even where the engine has another image of that name', async (_, nameOf) => {
    const [word, tags] = [unique(), `${unique()}:1`];
    for (const tag of ['build', 'latest'])
      await ask(engine.address, `/images/${BASE_IMAGE}/tag?repo=docker.io/library/${word}&tag=${tag}`, {
        method: 'POST',
      });
    const image = await ociImage(engine, word);
    const directory = workspace({});
    await writeOciArchive(image, join(directory, 'app.tar'), nameOf(word));
    const {code, log, outputs} = await runAction(
      {source: 'archive', archive: 'app.tar', tags},
      {workspace: directory, env: {DOCKER_HOST: engine.address}},
    );
    expect(code === 0 ? '' : log).toBe('');
    expect(await runImage(engine, tags)).toBe(`${word}\n`);
    if (isContainerd(engine)) expect(outputs['imageid']).toBe(image.manifest.digest);
    await removeImage(engine, tags);
    for (const name of [`${word}:build`, `${word}:latest`, outputs['imageid'] ?? '']) await removeImage(engine, name);
  });
});
