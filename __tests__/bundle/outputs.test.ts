import {execFileSync} from 'node:child_process';
import {existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from '@jest/globals';
import {lookClosely} from '../archive/look.ts';
import {
  ask,
  askJson,
  BASE_IMAGE,
  describeEngines,
  type Engine,
  isPodman,
  isUsual,
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

  it('writes one root file system without an image that stays, where the builder can send it', async () => {
    const mark = unique();
    const directory = workspace(FILES);
    const inputs = {labels: `mark=${mark}`};
    const wanted = {...inputs, outputs: 'type=tar,dest=made/root.tar'};
    const {code, log, outputs, summary} = await run(engine, directory, wanted);
    expect({code, log}).toMatchObject({code: 0});
    expect(summary).toMatch(/\| File \|(?: Size \|)?\n.*\n\| `[^`]*made\/root\.tar ?` \|/);
    expect(outputs['files']).toBe(join(directory, 'made/root.tar'));
    expect(readdirSync(join(directory, 'made'))).toEqual(['root.tar']);
    const images = await askJson<{Id: string}[]>(engine.address, `/images/json?filters={"label":["mark=${mark}"]}`);
    if (isPodman(engine)) {
      expect(images.map(({Id}) => Id)).toEqual([outputs['imageid']]);
      await removeImage(engine, outputs['imageid'] ?? '');
    } else {
      expect(images).toEqual([]);
      expect(outputs).toMatchObject({imageid: '', digest: '', tags: ''});
      expect(JSON.parse(outputs['metadata'] ?? '')).toEqual({'buildx.build.ref': expect.stringMatching(/^engine\//)});
    }
    const listed = execFileSync('tar', ['-tvf', join(directory, 'made/root.tar')], {encoding: 'utf8'});
    expect(listed).toMatch(/ 9 .* data\/file$/m);
    expect(listed).not.toMatch(/first|\.wh\./);
  });

  it('writes the same directory, whether it comes from the builder or out of an image', async () => {
    const dockerfile = [
      `FROM ${BASE_IMAGE}`,
      'RUN mkdir -p /d/shut /d/gone && echo text > /d/file && ln -s /etc/passwd /d/link',
      "RUN chmod 4711 /d/file && ln /d/file /d/hard && chmod 1777 /d && chmod 500 /d/shut && touch '/d/ü, b'",
      'RUN rm -r /d/gone',
    ];
    const directory = workspace({Dockerfile: `${dockerfile.join('\n')}\n`});
    const sent = await run(engine, directory, {outputs: 'type=local,dest=sent'});
    expect({code: sent.code, log: sent.log}).toMatchObject({code: 0});
    const name = `${unique()}:1`;
    const other = await run(engine, directory, {outputs: 'type=local,dest=stored', tags: name});
    expect({code: other.code, log: other.log}).toMatchObject({code: 0});
    // Builders round times to the second, image layers cut them off.
    const seen = (place: string) =>
      Object.entries(lookClosely(join(directory, place))).map(([path, {seconds, ...rest}]) => ({path, ...rest}));
    const timesOf = (place: string) => Object.values(lookClosely(join(directory, place))).map(({seconds}) => seconds);
    expect(seen('sent')).toEqual(seen('stored'));
    expect(seen('sent')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({path: 'd/hard', mode: 0o711, sameAs: 'd/file'}),
        expect.objectContaining({path: 'd/shut', mode: 0o500}),
        expect.objectContaining({path: 'd/link', content: '/etc/passwd'}),
      ]),
    );
    // A directory that no layer has an entry for has no time there.
    const stored = timesOf('stored');
    for (const [at, seconds] of timesOf('sent').entries())
      if (stored[at] !== 0) expect(Math.abs(seconds - (stored[at] ?? 0))).toBeLessThan(2);
    await removeImage(engine, name);
    if (isPodman(engine)) await removeImage(engine, sent.outputs['imageid'] ?? '');
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

describeEngines(
  'files of outputs',
  (engine) => {
    it('writes into a directory that holds something, unless something is in the way (hardening C9)', async () => {
      const directory = workspace({...FILES, 'out/mine': 'mine', 'out/data/file': 'old', 'taken/second/x': 'mine'});
      const outside = workspace({file: 'outside'});
      symlinkSync(outside, join(directory, 'out/etc'));
      const merged = await run(engine, directory, {outputs: 'out'});
      expect({code: merged.code, log: merged.log}).toMatchObject({code: 0});
      expect(readFileSync(join(directory, 'out/mine'), 'utf8')).toBe('mine');
      expect(readFileSync(join(directory, 'out/data/file'), 'utf8')).toBe('exported\n');
      // The link is replaced by the directory of the image, not followed.
      expect(readdirSync(outside)).toEqual(['file']);
      expect(lstatSync(join(directory, 'out/etc')).isDirectory()).toBe(true);
      const refused = await run(engine, directory, {outputs: 'taken'});
      expect(refused.code).toBe(1);
      expect(refused.log).toMatch(/::error::cannot unpack .*taken\/second: a directory is in its place/);
      expect(readdirSync(join(directory, 'taken'))).toEqual(['second']);
      expect(refused.outputs['files']).toBe('');
    });

    it('leaves nothing of a build that fails, and says why in its own words when there is no place', async () => {
      const directory = workspace({...FILES, file: 'in the way', Fails: `FROM ${BASE_IMAGE}\nRUN false\n`});
      const failed = await run(engine, directory, {file: 'Fails', outputs: 'type=tar,dest=made/root.tar'});
      expect(failed.code).toBe(1);
      expect(existsSync(join(directory, 'made/root.tar'))).toBe(false);
      const {code, log} = await run(engine, directory, {outputs: 'type=tar,dest=file/root.tar'});
      expect(code).toBe(1);
      expect(log).toMatch(/::error::cannot write .*file\/root\.tar: /);
      expect(readdirSync(directory).sort()).toEqual(['Dockerfile', 'Fails', 'data', 'file']);
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
  },
  isUsual,
);
