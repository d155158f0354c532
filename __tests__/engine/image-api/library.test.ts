import {execFile} from 'node:child_process';
import {existsSync, globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {describe, expect, it} from '@jest/globals';
import * as images from '../../../src/engine/image-api.ts';
import {BASE_IMAGE, describeEngines, workspace} from '../../rig.ts';
import {PARAMETERS} from './document.ts';
import {filesOf} from './fixtures.ts';

describe('image-api.ts', () => {
  it('has the fifteen operations, one function each', () => {
    expect(Object.keys(images).sort()).toEqual([
      'build',
      'commit',
      'create',
      'delete',
      'export',
      'exportAll',
      'history',
      'inspect',
      'list',
      'load',
      'prune',
      'pruneBuildCache',
      'push',
      'search',
      'tag',
    ]);
    for (const operation of Object.values(images)) expect(operation).toBeInstanceOf(Function);
  });

  it.each(Object.keys(PARAMETERS))('has tests of %s', (name) => {
    const texts = globSync('*.test.ts', {cwd: import.meta.dirname}).map((file) =>
      readFileSync(join(import.meta.dirname, file), 'utf8'),
    );
    expect(texts.filter((text) => text.includes(`operation('${name}'`))).not.toEqual([]);
  });
});

describeEngines('examples/library.ts', ({address}) => {
  it('shows and exports an image without Actions', async () => {
    const script = join(import.meta.dirname, '..', '..', '..', 'examples', 'library.ts');
    const cwd = workspace({});
    const run = () => promisify(execFile)(process.execPath, [script, address, BASE_IMAGE], {cwd});
    // Podman fails a list when an image goes meanwhile, as those of other tests do.
    const {stdout} = await run().catch(run).catch(run).catch(run);
    expect(stdout).toMatch(/^(Docker|Podman) \d+\./);
    expect(stdout).toMatch(/stowage-busybox:base\b.*: \d{6,} bytes\n/);
    expect(stdout).toMatch(/^ +\d{6,} {2}\S?/m);
    const file = /Wrote (\S+)/.exec(stdout)?.[1] ?? '-';
    expect(existsSync(join(cwd, file))).toBe(true);
    const archive = await filesOf(readFileSync(join(cwd, file)));
    expect(String(archive.get('manifest.json'))).toContain(BASE_IMAGE);
  });
});
