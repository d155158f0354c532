/** The checks of `image_build`, the same for both builders; what one of them cannot do it must say. */
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {gzipSync} from 'node:zlib';
import {expect} from '@jest/globals';
import {type BuildEvent, type BuildOptions, type BuildRequest, build} from '../../../src/engine/build.ts';
import {ask, askJson, BASE_IMAGE, openRegistry, registryAuth, unique} from '../../rig.ts';
import {forget} from './cache-records.ts';
import type {Parameter} from './document.ts';
import {type Files, fileOf, named, shown, small, streamOf, tarOf} from './fixtures.ts';
import {type Check, eventsOf, type Subject} from './matrix.ts';
import {closedFor, openFor, published} from './registries.ts';

const DEFAULTS: Omit<BuildRequest, 'builder'> = {
  dockerfile: 'Dockerfile',
  buildArgs: new Map(),
  labels: new Map(),
  cacheFrom: [],
  target: undefined,
  platform: undefined,
  noCache: false,
  pull: false,
  network: undefined,
  addHosts: [],
  shmSize: undefined,
  ulimits: [],
  cgroupParent: undefined,
  memory: undefined,
  memorySwap: undefined,
  cpuShares: undefined,
  cpusetCpus: undefined,
  cpuPeriod: undefined,
  cpuQuota: undefined,
  squash: false,
};

/** A context of 2 KiB, packed by the programs of these names; its Dockerfile has `LABEL packed=yes`. */
const PACKED = {
  bzip2:
    'QlpoOTFBWSZTWdpl+i8AADd/kcqQAEBAAG8CNwaRAG9s3iAEAAQAAAggAHQiQ000ZAANBpoB6nqDSJiANAANADQOgx9HxBqgAS0LMDtheUQBgWxyuvmSQIMTOYCkwOayue06EOXgTC0ybtsoBax7gWuEQJPovB8JwkDdaFO0fhKIJ0kVhjfi7kinChIbTL9F4A==',
  xz: '/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4Af/AGldACIbyGbcCWThplxBwkI3RQOJbBbt0m0mJQLIxyVaryWjMFfyA0fYLGNrzQM/CkY0GnMb6RogRbIjokYNX6bXjMzX9186u44jZ7lODHevGpMwL379si8fT16l3MCSa4i6h7EUXKBX+wSaAAAAAACBnag2nfQN8QABhQGAEAAATW03QbHEZ/sCAAAAAARZWg==',
};

/** Where a limit shows inside a container, by version of the kernel's cgroups. */
const LIMIT_FILES = {
  memory: ['memory/memory.limit_in_bytes', 'memory.max'],
  swap: ['memory/memory.memsw.limit_in_bytes', 'memory.swap.max'],
  shares: ['cpu/cpu.shares', 'cpu.weight'],
  cpus: ['cpuset/cpuset.cpus', 'cpuset.cpus'],
  period: ['cpu/cpu.cfs_period_us', 'cpu.max'],
  quota: ['cpu/cpu.cfs_quota_us', 'cpu.max'],
} as const;

const MiB = 1024 * 1024;

type Request = Partial<BuildRequest>;
type Options = Partial<Omit<BuildOptions, 'signal'>>;

interface Built {
  readonly id: string;
  readonly events: readonly BuildEvent[];
}

export function buildChecks(newer: boolean): Readonly<Record<Parameter<'image_build'>, Check>> {
  const builderOf = ({facts}: Subject) => (newer ? 'buildkit' : facts.product === 'podman' ? 'podman' : 'classic');

  /** Builds with our method. */
  async function make(
    at: Subject,
    files: Files | undefined,
    request: Request = {},
    options: Options = {},
  ): Promise<Built> {
    const context = files === undefined ? {} : {context: streamOf(await tarOf(files))};
    const calling = {...context, ...options, signal: at.signal};
    const events = await eventsOf(build(at.engine, {...DEFAULTS, builder: builderOf(at), ...request}, calling));
    const id = events.findLast((event) => event.kind === 'image')?.id ?? '';
    return {id: at.removing(id), events};
  }

  /** What a command printed that ran in a build. */
  async function printed(at: Subject, command: string, request: Request = {}): Promise<string> {
    const dockerfile = `FROM ${BASE_IMAGE}\nRUN (${command}) > /printed; echo ${unique()} > /other`;
    const {id} = await make(at, {Dockerfile: dockerfile}, request);
    return (await fileOf(at, id, '/printed'))?.trim() ?? '';
  }

  async function limit(at: Subject, [older, newer]: readonly [string, string], request: Request): Promise<string> {
    return printed(at, `cd /sys/fs/cgroup; cat ${older} || cat ${newer}`, request);
  }

  const labels = async (at: Subject, id: string) => (await shown(at, id))?.Config.Labels ?? {};

  /** A RUN whose result tells whether it ran again. */
  const random = (salt: string) => `FROM ${BASE_IMAGE}\nRUN cat /proc/sys/kernel/random/uuid > /random; echo ${salt}`;

  /** Containers that a build left, by a label that they have; they are removed. */
  async function leftBehind(at: Subject, label: string): Promise<number> {
    const podman = at.facts.product === 'podman';
    const filters = encodeURIComponent(JSON.stringify({label: [label]}));
    const path = podman
      ? '/v4.0.0/libpod/containers/json?all=true&external=true'
      : `/containers/json?all=1&filters=${filters}`;
    const found = await askJson<{Id: string; Names: string[]; Image: string}[]>(at.address, path);
    const left = podman ? found.filter(({Names}) => Names.some((name) => name.includes(label))) : found;
    for (const {Id} of left) await ask(at.address, `/containers/${Id}?force=1`, {method: 'DELETE'});
    return left.length;
  }

  /** A base of its own, which gives its name to the working containers of Podman. */
  async function labelledBase(at: Subject): Promise<string> {
    const label = unique();
    await named(at, BASE_IMAGE, label, '1');
    return label;
  }

  async function containersLeft(at: Subject, request: Request, command: string): Promise<number> {
    const label = await labelledBase(at);
    const dockerfile = `FROM ${label}:1\nLABEL ${label}=1\nRUN ${command}`;
    try {
      await make(at, {Dockerfile: dockerfile}, request);
    } catch (error) {
      if (command === 'true' || (error as Error).name !== 'EngineError') throw error;
    }
    return leftBehind(at, label);
  }

  const checks: Readonly<Record<Parameter<'image_build'>, Check>> = {
    dockerfile: async (at) => {
      const files = {Dockerfile: 'FROM scratch\nLABEL from=default', 'docker/other': 'FROM scratch\nLABEL from=other'};
      expect(await labels(at, (await make(at, files)).id)).toMatchObject({from: 'default'});
      expect(await labels(at, (await make(at, files, {dockerfile: 'docker/other'})).id)).toMatchObject({from: 'other'});
    },
    t: async (at) => {
      const tags = [`${unique()}:1`, `registry.example:5000/team/${unique()}:v1.2_rc-3`];
      const {id} = await make(at, {Dockerfile: `FROM scratch\nLABEL tags=${tags[0]}`}, {tags});
      for (const tag of tags) expect(id).toContain((await shown(at, at.removing(tag)))?.Id);
    },
    extrahosts: async (at) => {
      const hosts = await printed(at, 'cat /etc/hosts', {addHosts: ['db:10.1.2.3', 'six:fd00::5']});
      expect(hosts).toMatch(/^10\.1\.2\.3\s+db$/m);
      expect(hosts).toMatch(/^fd00::5\s+six$/m);
    },
    remote: async (at) => {
      const tar = await tarOf({Dockerfile: 'FROM scratch\nCOPY content /\nLABEL from=tar', content: unique()});
      const text = Buffer.from('FROM scratch\nLABEL from=text');
      const server = createServer((request, response) => {
        const isTar = request.url?.endsWith('.tar') === true;
        response.setHeader('content-type', isTar ? 'application/x-tar' : 'text/plain').end(isTar ? tar : text);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      at.after(async () => server.close());
      const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${unique()}`;
      expect(await labels(at, (await make(at, undefined, {remote: `${base}.tar`})).id)).toMatchObject({from: 'tar'});
      expect(await labels(at, (await make(at, undefined, {remote: base})).id)).toMatchObject({from: 'text'});
    },
    q: async (at) => {
      const files = {Dockerfile: `FROM scratch\nLABEL quiet=${unique()}`};
      const loud = await make(at, files);
      const quiet = await make(at, files, {quiet: true});
      expect(loud.events.filter(({kind}) => kind !== 'image').length).toBeGreaterThan(1);
      expect(quiet.events.filter(({kind}) => kind === 'trace' || kind === 'status')).toEqual([]);
      expect(quiet.events.length).toBeLessThan(4);
      expect(await shown(at, quiet.id)).toBeDefined();
    },
    nocache: async (at) => {
      const files = {Dockerfile: random(unique())};
      const run = async (noCache: boolean) => fileOf(at, (await make(at, files, {noCache})).id, '/random');
      const first = await run(false);
      expect(await run(false)).toBe(first);
      expect(await run(true)).not.toBe(first);
    },
    cachefrom: async (at) => {
      const files = {Dockerfile: random(unique())};
      const tag = `${(await openFor(at)).host}/${unique()}:1`;
      const inline = newer ? {buildArgs: new Map([['BUILDKIT_INLINE_CACHE', '1']])} : {};
      const first = await make(at, files, {...inline, tags: [at.removing(tag)]});
      const result = await fileOf(at, first.id, '/random');
      const again = async (cacheFrom: readonly string[]) =>
        fileOf(at, (await make(at, files, {cacheFrom})).id, '/random');
      if (!newer) {
        // With a list the classic builder takes from these images and no others.
        expect(await again([tag])).toBe(result);
        return (await again([await small(at)])) !== result;
      }
      const auth = {'x-registry-auth': registryAuth(openRegistry)};
      const [repository] = tag.split(/:1$/);
      await ask(at.address, `/images/${repository}/push?tag=1`, {method: 'POST', headers: auth});
      for (const image of [tag, first.id]) await ask(at.address, `/images/${image}?force=1`, {method: 'DELETE'});
      await forget(at, /echo (t\w+)/.exec(files.Dockerfile)?.[1] ?? '-');
      expect(await again([tag])).toBe(result);
      return true;
    },
    pull: async (at) => {
      const {repository} = await published(at, await openFor(at));
      const other = await small(at);
      await named(at, other, repository, '1');
      const files = {Dockerfile: `FROM ${repository}:1\nLABEL new=${unique()}`};
      const base = async (request: Request) => fileOf(at, (await make(at, files, request)).id, '/content');
      // BuildKit with the containerd store always looks there.
      if (!newer || at.facts.store !== 'containerd') expect(await base({})).toBe(other);
      expect(await base({pull: true})).toMatch(/^t\w+:1$/);
      expect(await base({pull: true})).not.toBe(other);
    },
    rm: async (at) => {
      expect(await containersLeft(at, {rm: true}, 'true')).toBe(0);
      return (await containersLeft(at, {rm: false}, 'true')) > 0;
    },
    forcerm: async (at) => {
      expect(await containersLeft(at, {forceRm: true}, 'false')).toBe(0);
      return (await containersLeft(at, {forceRm: false}, 'false')) > 0;
    },
    memory: async (at) => {
      expect(await limit(at, LIMIT_FILES.memory, {memory: 64 * MiB})).toBe(String(64 * MiB));
    },
    memswap: async (at) => {
      const found = await limit(at, LIMIT_FILES.swap, {memory: 64 * MiB, memorySwap: 96 * MiB});
      // The newer file counts the swap alone.
      expect([String(96 * MiB), String(32 * MiB)]).toContain(found);
    },
    cpushares: async (at) => {
      // The newer file counts from 1 to 10000 what the older counts from 2 to 262144.
      expect(['512', '20']).toContain(await limit(at, LIMIT_FILES.shares, {cpuShares: 512}));
    },
    cpusetcpus: async (at) => {
      expect(await limit(at, LIMIT_FILES.cpus, {cpusetCpus: '0'})).toBe('0');
    },
    cpuperiod: async (at) => {
      expect(await limit(at, LIMIT_FILES.period, {cpuPeriod: 50_000})).toMatch(/(^|\s)50000$/);
    },
    cpuquota: async (at) => {
      expect(await limit(at, LIMIT_FILES.quota, {cpuQuota: 20_000})).toMatch(/^20000(\s|$)/);
    },
    buildargs: async (at) => {
      const files = {Dockerfile: 'FROM scratch\nARG A=none\nLABEL a=$A'};
      const {id} = await make(at, files, {buildArgs: new Map([['A', `b "c" ${at.rig.name}`]])});
      expect(await labels(at, id)).toMatchObject({a: `b "c" ${at.rig.name}`});
    },
    shmsize: async (at) => {
      const size = await printed(at, "df -k /dev/shm | tail -n 1 | tr -s ' ' | cut -d' ' -f2", {shmSize: 16 * MiB});
      expect(size).toBe(String(16 * 1024));
    },
    squash: async (at) => {
      const dockerfile = `FROM ${BASE_IMAGE}\nRUN echo ${unique()} > /one\nRUN echo 2 > /two`;
      const layers = async (squash: boolean) => {
        const {id} = await make(at, {Dockerfile: dockerfile}, {squash});
        expect(await fileOf(at, id, '/two')).toBe('2\n');
        return (await shown(at, id))?.RootFS.Layers.length;
      };
      // One, or one beside the base.
      expect([1, 2]).toContain(await layers(true));
      expect(await layers(false)).toBe(3);
    },
    labels: async (at) => {
      const {id} = await make(at, {Dockerfile: 'FROM scratch\nLABEL a=1'}, {labels: new Map([['b', 'x "y"=z']])});
      expect(await labels(at, id)).toMatchObject({a: '1', b: 'x "y"=z'});
    },
    networkmode: async (at) => {
      const devices = (network: string) => printed(at, 'ls /sys/class/net', {network});
      expect((await devices('none')).split(/\s+/)).not.toContain('eth0');
      expect((await devices('host')).split(/\s+/).length).toBeGreaterThan(2);
    },
    content_type: async (at) => {
      const files = {Dockerfile: `FROM scratch\nLABEL type=${unique()}`};
      for (const contentType of ['application/x-tar', 'application/tar', 'application/octet-stream']) {
        const {id} = await make(at, files, {}, {contentType});
        expect(await shown(at, id)).toBeDefined();
      }
    },
    x_registry_config: async (at) => {
      const registry = await closedFor(at);
      const {repository} = await published(at, registry);
      const files = {Dockerfile: `FROM ${repository}:1\nLABEL new=${unique()}`};
      const account = {username: registry.username, password: registry.password};
      const json = Buffer.from(JSON.stringify({[registry.host]: account}));
      const registryConfig = json.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
      const {id} = await make(at, files, {pull: true}, {registryConfig});
      expect(await fileOf(at, id, '/content')).toMatch(/^t\w+:1$/);
      await expect(make(at, files, {pull: true})).rejects.toMatchObject({name: 'EngineError'});
    },
    platform: async (at) => {
      const architecture = at.facts.architecture === 's390x' ? 'amd64' : 's390x';
      const files = {Dockerfile: 'FROM scratch\nCOPY content /\nLABEL a=1', content: unique()};
      const {id} = await make(at, files, {platform: `linux/${architecture}`});
      expect((await shown(at, id))?.Architecture).toBe(architecture);
    },
    target: async (at) => {
      const files = {Dockerfile: 'FROM scratch AS one\nLABEL stage=one\nFROM scratch AS two\nLABEL stage=two'};
      expect(await labels(at, (await make(at, files)).id)).toMatchObject({stage: 'two'});
      expect(await labels(at, (await make(at, files, {target: 'one'})).id)).toMatchObject({stage: 'one'});
    },
    outputs: async (at) => {
      const name = at.removing(`${unique()}:1`);
      const outputs = [{type: 'moby', attributes: new Map([['name', `docker.io/library/${name}`]])}];
      const {id} = await make(at, {Dockerfile: `FROM scratch\nLABEL name=${name}`}, {outputs});
      expect(id).toBe((await shown(at, name))?.Id);
    },
    version: async (at) => {
      const {events} = await make(at, {Dockerfile: `FROM scratch\nLABEL a=${unique()}`});
      expect(events.some(({kind}) => kind === 'trace')).toBe(newer);
      expect(events.some((event) => event.kind === 'stream' && /^step 1\/2 ?:/i.test(event.text))).toBe(!newer);
    },
    input_stream: async (at) => {
      const plain = await tarOf({Dockerfile: 'FROM scratch\nLABEL packed=yes'});
      const packed = [PACKED.bzip2, PACKED.xz].map((text) => Buffer.from(text, 'base64'));
      for (const bytes of [plain, gzipSync(plain), ...packed]) {
        const {id} = await make(at, undefined, {noCache: true}, {context: streamOf(bytes)});
        expect(await labels(at, id)).toMatchObject({packed: 'yes'});
      }
    },
  };
  if (!newer) return checks;
  // Podman has no BuildKit, so that nothing needs to be prepared for a refusal.
  const refused: Check = (at) => make(at, {Dockerfile: 'FROM scratch'});
  const refusable =
    (check: Check): Check =>
    (at) =>
      at.facts.product === 'podman' ? refused(at) : check(at);
  const entries = Object.entries(checks).map(([name, check]) => [name, refusable(check)]);
  return Object.fromEntries(entries) as typeof checks;
}
