import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from '@jest/globals';
import {
  ask,
  askJson,
  BASE_IMAGE,
  describeEngines,
  type Engine,
  isPodman,
  manifestOf,
  openRegistry,
  removeImage,
  runAction,
  runImage,
  unique,
  workspace,
} from '../rig.ts';

const FILES = {
  Dockerfile: `FROM ${BASE_IMAGE}\nRUN echo one > /first; echo two > /second\nRUN rm /first\nCOPY data /data\nCMD ["cat", "/data/file"]\n`,
  'data/file': 'exported\n',
};

const run = (engine: Engine, directory: string, inputs: Readonly<Record<string, string>>, env = {}) =>
  runAction(inputs, {workspace: directory, env: {DOCKER_HOST: engine.address, ...env}});

describeEngines('outputs', (engine) => {
  it('writes an archive of all names, from which the engine loads the image again', async () => {
    const directory = workspace(FILES);
    const names = [`${unique()}:1`, `${unique()}:2`];
    const {code, log, outputs} = await run(engine, directory, {
      tags: names.join('\n'),
      outputs: 'type=docker,dest=out/image.tar',
    });
    expect({code, log}).toMatchObject({code: 0});
    const file = join(directory, 'out/image.tar');
    expect(outputs['files']).toBe(file);
    expect(readdirSync(join(directory, 'out'))).toEqual(['image.tar']);
    for (const name of names) await removeImage(engine, name);
    await ask(engine.address, '/images/load', {
      method: 'POST',
      headers: {'content-type': 'application/x-tar'},
      body: readFileSync(file),
    });
    for (const name of names) expect(await runImage(engine, name)).toBe('exported\n');
    for (const name of names) await removeImage(engine, name);
  });

  it('writes the root file system as a tar and as a directory, without what later layers removed', async () => {
    const directory = workspace(FILES);
    const {code, log, outputs} = await run(engine, directory, {outputs: 'type=tar,dest=root.tar\nout'});
    expect({code, log}).toMatchObject({code: 0});
    expect(outputs['files']?.split('\n')).toEqual([join(directory, 'root.tar'), join(directory, 'out')]);
    const listed = execFileSync('tar', ['-tf', join(directory, 'root.tar')], {encoding: 'utf8'}).split('\n');
    expect(listed).toEqual(expect.arrayContaining(['second', 'data/file']));
    expect(listed.some((name) => /(^|\/)(first|\.wh\..*)$/.test(name))).toBe(false);
    expect(readFileSync(join(directory, 'out/data/file'), 'utf8')).toBe('exported\n');
    expect(existsSync(join(directory, 'out/first'))).toBe(false);
    expect(statSync(join(directory, 'out')).mode & 0o777).toBe(0o755);
    await removeImage(engine, outputs['imageid'] ?? '');
  });

  it('says before any work that a file cannot take the place of a directory', async () => {
    const directory = workspace({...FILES, 'taken/file': ''});
    const {code, log} = await run(engine, directory, {outputs: 'type=docker,dest=taken'});
    expect(code).toBe(1);
    expect(log).toMatch(/::error::input outputs: type=docker: .*taken is a directory/);
    expect(log).not.toContain('::group::Build');
  });

  it('publishes nothing when a file cannot be written, and leaves no half of it', async () => {
    const directory = workspace({...FILES, file: 'in the way'});
    const tags = `${openRegistry.host}/unpushed/${unique()}:1`;
    const {code, log} = await run(engine, directory, {outputs: 'type=tar,dest=file/image.tar', push: 'true', tags});
    expect(code).toBe(1);
    expect(log).toMatch(/::error::.*file\/image\.tar/);
    expect(log).not.toContain('Published');
    expect(readdirSync(directory).sort()).toEqual(['Dockerfile', 'data', 'file']);
    await removeImage(engine, tags);
  });

  it('writes an OCI layout, or says which engines do', async () => {
    const directory = workspace(FILES);
    const name = `${unique()}:1`;
    const {code, log} = await run(engine, directory, {tags: name, outputs: 'type=oci,dest=oci.tar'});
    const {ApiVersion} = await askJson<{ApiVersion: string}>(engine.address, '/version');
    if (isPodman(engine) || Number(ApiVersion.split('.')[1]) < 44) {
      expect(code).toBe(1);
      expect(log).toMatch(/::error::input outputs: type=oci: .*Docker 25/);
      expect(log).not.toContain('::group::Build');
      return;
    }
    expect({code, log}).toMatchObject({code: 0});
    const listed = execFileSync('tar', ['-tf', join(directory, 'oci.tar')], {encoding: 'utf8'}).split('\n');
    expect(listed).toEqual(expect.arrayContaining(['oci-layout', 'index.json']));
    await removeImage(engine, name);
  });

  it('pushes what type=registry names, and shapes the image where the store can', async () => {
    const directory = workspace(FILES);
    const repository = `shaped/${unique()}`;
    const name = `${openRegistry.host}/${repository}:1`;
    const plain = await run(engine, directory, {outputs: `type=registry,name=${name}`});
    expect({code: plain.code, log: plain.log}).toMatchObject({code: 0});
    expect((await manifestOf(openRegistry, repository, '1')).headers['docker-content-digest']).toBe(
      plain.outputs['digest'],
    );
    const shaped = await run(engine, directory, {
      outputs: `type=image,name=${name}-z,push=true,compression=zstd,force-compression=true,oci-mediatypes=true`,
    });
    const {DriverStatus} = await askJson<{DriverStatus: unknown}>(engine.address, '/info');
    if (JSON.stringify(DriverStatus).includes('io.containerd')) {
      expect({code: shaped.code, log: shaped.log}).toMatchObject({code: 0});
      const {body} = await manifestOf(openRegistry, repository, '1-z');
      const {layers} = JSON.parse(body.toString()) as {layers: {mediaType: string}[]};
      expect(new Set(layers.map(({mediaType}) => mediaType))).toEqual(
        new Set(['application/vnd.oci.image.layer.v1.tar+zstd']),
      );
      await removeImage(engine, `${name}-z`);
    } else {
      expect(shaped.code).toBe(1);
      expect(shaped.log).toMatch(/::error::input outputs: .*compression.*containerd image store/);
    }
    await removeImage(engine, name);
  });
});
