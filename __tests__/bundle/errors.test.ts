/**
 * The table of errors (src/report/diagnosis.ts), row by row: what a real engine says, where the annotation sits, and what
 * it advises. Texts that no engine here can be made to print are at the end, each with the reason.
 */

import {buffer} from 'node:stream/consumers';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {pack} from 'tar-stream';
import {parseAddress} from '../../src/engine/address.ts';
import {deleteImage} from '../../src/engine/delete.ts';
import {EngineError} from '../../src/engine/errors.ts';
import {connectEngine} from '../../src/engine/facts.ts';
import {push} from '../../src/engine/push.ts';
import {tag} from '../../src/engine/tag.ts';
import {Transport} from '../../src/engine/transport.ts';
import {diagnose, TABLE} from '../../src/report/diagnosis.ts';
import {
  type ActionRun,
  ask,
  askJson,
  BASE_IMAGE,
  closedRegistry,
  describeEngines,
  type Engine,
  engines,
  isContainerd,
  isDockerSince,
  isOldDocker,
  isPodman,
  openRegistry,
  removeImage,
  runAction,
  unique,
  workspace,
} from '../rig.ts';
import {type SickRegistry, sickRegistry, stopFaults} from './faults.ts';

type Texts = Readonly<Record<string, string>>;

type Range = readonly [first: number, last: number];

interface Case {
  /** Of the row; undefined for a failure that none explains. */
  readonly code: string | undefined;
  readonly what: string;
  /** `SICK`, `PLAIN` and `TLS` stand for registries of faults.ts, `OPEN` and `CLOSED` for the real ones. */
  readonly dockerfile: string;
  readonly files?: Texts;
  readonly inputs?: Texts;
  readonly env?: Texts;
  /** Default: every engine. */
  readonly on?: (engine: Engine) => boolean;
  /** Shown on a graph driver also where the same version with the containerd store is there, as their texts differ. */
  readonly twin?: true;
  /** What the annotation names; undefined for none. BuildKit's own word, where it has one, may be another line than ours. */
  readonly lines: Range | undefined | ((engine: Engine) => Range | undefined);
  /** In the annotation. */
  readonly says: RegExp;
  /** Default: the hint of the row, word for word. */
  readonly hint?: RegExp | undefined;
}

const isDocker = (engine: Engine) => !isPodman(engine);
const isOld = isOldDocker;
const isNew = (engine: Engine) => isDockerSince(engine, 27);
const CLASSIC = {'builder-version': '1'};
/** Its BuildKit is that of another engine that is tested. */
const isTwin = (engine: Engine) =>
  isNew(engine) && !isContainerd(engine) && engines.some((other) => isNew(other) && isContainerd(other));

const FOREIGN_PROGRAM = '\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0\u00b7\0\x01';

const CASES: readonly Case[] = [
  {
    code: undefined,
    what: 'a command that fails',
    twin: true,
    dockerfile: `FROM ${BASE_IMAGE}\nRUN true && \\\n  exit 3\n`,
    lines: [2, 3],
    says: /exit code 3$/,
  },
  {
    code: 'command-missing',
    what: 'a command that is not there',
    dockerfile: `FROM ${BASE_IMAGE}\nRUN nosuch\n`,
    lines: [2, 2],
    says: /exit code 127/,
  },
  {
    code: 'not-executable',
    what: 'a file that is no program',
    dockerfile: `FROM ${BASE_IMAGE}\nRUN /etc/passwd\n`,
    lines: [2, 2],
    says: /exit code 126/,
  },
  {
    code: 'oom',
    what: 'the exit code of a killed step',
    dockerfile: `FROM ${BASE_IMAGE}\nRUN exit 137\n`,
    lines: [2, 2],
    says: /exit code 137/,
  },
  {
    code: 'oom',
    what: 'a step that needs more memory than it may have',
    dockerfile: `FROM ${BASE_IMAGE}\nRUN dd if=/dev/zero of=/dev/null bs=96M count=1\n`,
    inputs: {memory: '16m', 'memory-swap': '16m'},
    lines: [2, 2],
    says: /exit code (?:137|1)/,
    hint: /was killed: it needs more than the 16\.8 MB of the input memory/,
  },
  {
    code: 'disk-full',
    what: 'a device that is full, which the disk is not unless this machine has little room',
    // Nothing of what others keep in this engine may be pruned for it.
    inputs: {'on-full-disk': 'fail'},
    dockerfile: `FROM ${BASE_IMAGE}\nRUN echo x > /dev/full\n`,
    lines: [2, 2],
    says: /exit code 1/,
    hint: /It is not the engine's disk, which has \d.* free in|disk is full: .*\. In the engine (?:images take|build cache takes) \d/,
  },
  {
    code: 'disk-full',
    what: 'a /dev/shm that is full',
    dockerfile: `FROM ${BASE_IMAGE}\nRUN dd if=/dev/zero of=/dev/shm/x bs=1M count=70\n`,
    lines: [2, 2],
    says: /exit code 1/,
    hint: /raise it with shm-size/,
  },
  {
    code: 'exec-format',
    what: 'a program of another architecture',
    dockerfile: `FROM ${BASE_IMAGE}\nCOPY bad /\nRUN chmod +x /bad\nRUN ["/bad"]\n`,
    files: {bad: FOREIGN_PROGRAM},
    lines: [4, 4],
    says: /exit code/,
  },
  {
    code: 'no-program',
    what: 'an image without a shell',
    dockerfile: 'FROM scratch\nCOPY Dockerfile /\nRUN true\n',
    lines: [3, 3],
    says: /RUN true: exit code 1/,
  },
  {
    code: 'no-program',
    what: 'the same with the classic builder',
    dockerfile: 'FROM scratch\nCOPY Dockerfile /\nRUN true\n',
    inputs: CLASSIC,
    on: isDocker,
    lines: [3, 3],
    says: /\/bin\/sh/,
  },
  {code: 'empty-dockerfile', what: 'an empty Dockerfile', dockerfile: '', lines: [1, 1], says: /empty|no contents/},
  {
    code: 'empty-dockerfile',
    what: 'comments alone',
    dockerfile: '# a\n# b\n',
    lines: (engine) => (isNew(engine) ? [2, 2] : [1, 1]),
    says: /no instructions|no stages/,
  },
  {
    code: 'no-dockerfile',
    what: 'a fetched context without a Dockerfile',
    dockerfile: '',
    inputs: {context: 'CONTEXT'},
    on: isDocker,
    lines: undefined,
    says: /dockerfile: open Dockerfile: no such file/,
  },
  {
    code: 'no-dockerfile',
    what: 'the same with the classic builder',
    dockerfile: '',
    inputs: {context: 'CONTEXT', ...CLASSIC},
    on: isDocker,
    lines: undefined,
    says: /Cannot locate specified Dockerfile/,
  },
  {
    code: 'needs-buildkit',
    what: 'a mount with the classic builder',
    dockerfile: `FROM ${BASE_IMAGE}\nRUN --mount=type=cache,target=/x true\n`,
    inputs: CLASSIC,
    on: isDocker,
    lines: [2, 2],
    says: /requires BuildKit/,
  },
  {
    code: 'syntax',
    what: 'a heredoc with a builder that knows none',
    dockerfile: `FROM ${BASE_IMAGE}\nRUN <<EOF\nset -e\nEOF\n`,
    on: (engine) => isOld(engine) || isPodman(engine),
    lines: [3, 3],
    says: /nknown instruction: "?SET/,
    hint: /knows no heredocs: (?:write "# syntax=|join the commands)/,
  },
  {
    code: 'syntax',
    what: 'an unknown instruction',
    dockerfile: `FROM ${BASE_IMAGE}\n\nCOPPY a \\\n  b\n`,
    lines: [3, 4],
    says: /COPPY/,
    hint: /Correct the Dockerfile at this line/,
  },
  {
    code: 'syntax',
    what: 'an unknown flag',
    dockerfile: `FROM ${BASE_IMAGE}\nCOPY --nope a b\n`,
    lines: [2, 2],
    says: /nope|only supports/,
    hint: /Correct the Dockerfile at this line/,
  },
  {
    code: 'syntax',
    what: 'a step before FROM',
    dockerfile: `# x\nRUN true\n`,
    lines: [2, 2],
    says: /no build stage|no FROM/,
    hint: /Correct the Dockerfile at this line/,
  },
  {
    code: 'syntax',
    what: 'a base without a value',
    dockerfile: 'ARG X\n\nFROM ${X}\n',
    lines: [3, 3],
    says: /blank|no FROM/,
    hint: /Correct the Dockerfile at this line/,
  },
  {
    code: 'bad-ref',
    what: 'a base with capitals',
    dockerfile: 'FROM scratch AS a\nFROM Octo/App:1\n',
    lines: [2, 2],
    says: /lower ?case/,
    hint: /Use "octo\/app:1"/,
  },
  {
    code: 'stage-missing',
    what: 'a target that is not there',
    dockerfile: `FROM ${BASE_IMAGE} AS One\nFROM one AS two\n`,
    inputs: {target: 'three'},
    lines: undefined,
    says: /three/,
    hint: /names with AS\. It has "one", "two"/,
  },
  {
    code: 'from-missing',
    what: 'a copy of itself',
    dockerfile: `FROM ${BASE_IMAGE} AS a\nCOPY --from=a /x /y\n`,
    lines: (engine) => (isOld(engine) ? [1, 1] : [2, 2]),
    says: /circular|no stage or image/,
  },
  {
    code: 'lint',
    what: 'a warning that is an error',
    dockerfile: `# check=error=true\nFROM ${BASE_IMAGE} as x\n`,
    on: isNew,
    lines: [2, 2],
    says: /FromAsCasing/,
  },
  {
    code: 'secret-missing',
    what: 'a secret that was not given',
    dockerfile: `FROM ${BASE_IMAGE}\nRUN --mount=type=secret,id=npm,required=true true\n`,
    lines: [2, 2],
    says: /secret/,
  },
  {
    code: 'ssh-missing',
    what: 'an agent that was not given',
    dockerfile: `FROM ${BASE_IMAGE}\nRUN --mount=type=ssh,required=true true\n`,
    lines: [2, 2],
    says: /ssh|SSH/,
  },
  {
    code: 'copy-missing',
    what: 'a file that .dockerignore excludes',
    dockerfile: `FROM ${BASE_IMAGE}\nCOPY conf/app.conf /\n`,
    files: {'.dockerignore': '# x\n\nconf\n', 'conf/app.conf': ''},
    lines: [2, 2],
    says: /app\.conf/,
    hint: /but line 3 of \.dockerignore, "conf", excludes it: /,
  },
  {
    code: 'copy-missing',
    what: 'a slip in a name, with a variable',
    dockerfile: `FROM ${BASE_IMAGE}\nARG NAME=pakage\nCOPY \${NAME}.json \\\n  /\n`,
    files: {'package.json': '{}'},
    lines: [3, 4],
    says: /pakage\.json/,
    hint: /did you mean "package\.json"\?/,
  },
  {
    code: 'copy-missing',
    what: 'the same with the classic builder',
    dockerfile: `FROM ${BASE_IMAGE}\nCOPY Package.json /\n`,
    files: {'package.json': '{}'},
    inputs: CLASSIC,
    on: isDocker,
    lines: [2, 2],
    says: /Package\.json/,
    hint: /did you mean "package\.json"\?/,
  },
  {
    code: 'copy-missing',
    what: 'a pattern that matches nothing',
    dockerfile: `FROM ${BASE_IMAGE}\nCOPY *.zip /\n`,
    inputs: CLASSIC,
    on: isDocker,
    lines: [2, 2],
    says: /no source files/,
    hint: /Nothing in the context matches "\*\.zip"/,
  },
  {
    code: 'copy-missing',
    what: 'a file that a stage does not have',
    dockerfile: `FROM ${BASE_IMAGE} AS a\nFROM ${BASE_IMAGE}\nCOPY --from=a /nope /\n`,
    lines: [3, 3],
    says: /nope/,
    hint: /The stage or image "a" has no such file/,
  },
  {
    code: 'entitlement',
    what: 'the network of the host',
    dockerfile: `FROM ${BASE_IMAGE}\nRUN --network=host true\n`,
    on: isNew,
    lines: [2, 2],
    says: /network\.host/,
  },
  {
    code: 'user-missing',
    what: 'a user that is not there',
    dockerfile: `FROM ${BASE_IMAGE}\nUSER nope\nRUN true\n`,
    lines: [3, 3],
    says: /nope/,
  },

  {
    code: 'unauthorized',
    what: 'a base that needs an account',
    dockerfile: `FROM CLOSED/none:1\nRUN true\n`,
    lines: [1, 1],
    says: /none/,
    hint: /refused us without an account/,
  },
  {
    code: 'denied',
    what: 'a base that is forbidden',
    dockerfile: 'FROM scratch AS a\nFROM SICK/forbidden/x:1\n',
    lines: [2, 2],
    says: /denied|403/,
    hint: /refused us without an account .*\. The account may not do this/,
  },
  {
    code: 'manifest-missing',
    what: 'a tag that does not exist',
    dockerfile: 'FROM OPEN/none:1\n',
    on: isDocker,
    lines: [1, 1],
    says: /not found/,
  },
  {
    code: 'repo-missing',
    what: 'a repository that does not exist',
    twin: true,
    dockerfile: 'FROM SICK/unnamed/x:1\n',
    inputs: CLASSIC,
    on: (engine) => isDocker(engine) && !isContainerd(engine),
    lines: [1, 1],
    says: /name unknown/,
  },
  {
    code: 'repo-missing',
    what: 'the same with Podman',
    dockerfile: 'FROM SICK/unnamed/x:1\n',
    on: isPodman,
    lines: [1, 1],
    says: /name unknown/,
  },
  {
    code: 'no-platform',
    what: 'a base for another platform',
    twin: true,
    dockerfile: 'FROM SICK/foreign/x:1\n',
    on: isDocker,
    lines: [1, 1],
    says: /platform/,
    hint: /no variant for this platform: .*\. 127.* is there for linux\/s390x/,
  },
  {
    code: 'no-platform',
    what: 'the same with Podman',
    dockerfile: 'FROM SICK/foreign/x:1\n',
    on: isPodman,
    lines: [1, 1],
    says: /no image found in image index/,
  },
  // Podman waits a minute and more before it gives up.
  {
    code: 'rate-limit',
    what: 'a registry that limits',
    dockerfile: 'FROM SICK/limited/x:1\n',
    on: isDocker,
    lines: [1, 1],
    says: /429|toomanyrequests/i,
  },
  {
    code: 'registry-5xx',
    what: 'a registry that is broken',
    dockerfile: 'FROM SICK/broken/x:1\n',
    lines: [1, 1],
    says: /500/,
  },
  {
    code: 'registry-5xx',
    what: 'a proxy without a registry behind',
    dockerfile: 'FROM SICK/away/x:1\n',
    lines: [1, 1],
    says: /502/,
  },
  // Podman tries again for six seconds.
  {
    code: 'reset',
    what: 'a connection that is cut',
    dockerfile: 'FROM SICK/reset/x:1\n',
    on: isDocker,
    lines: [1, 1],
    says: /EOF/,
  },
  {
    code: 'http-registry',
    what: 'a registry without TLS',
    dockerfile: 'FROM PLAIN/x:1\n',
    lines: [1, 1],
    says: /HTTP response to HTTPS client/,
  },
  {
    code: 'x509',
    what: 'a registry with a wrong certificate',
    dockerfile: 'FROM TLS/x:1\n',
    lines: [1, 1],
    says: /x509/,
  },
  {
    code: 'dns',
    what: 'a host that does not exist',
    dockerfile: 'FROM nowhere.invalid/x:1\n',
    lines: [1, 1],
    says: /no such host/,
  },
  {
    code: 'refused',
    what: 'a port where nothing listens',
    dockerfile: `FROM ${BASE_IMAGE}\nADD http://127.0.0.1:1/x /x\n`,
    lines: [2, 2],
    says: /connection refused/,
  },

  {
    code: 'tag-immutable',
    what: 'a tag that may not change',
    twin: true,
    dockerfile: `FROM ${BASE_IMAGE}\nLABEL row=immutable\n`,
    inputs: {push: 'true', tags: 'SICK/immutable/UNIQUE:1'},
    lines: undefined,
    says: /immutable/,
  },
  {
    code: 'quota',
    what: 'a registry that is full',
    twin: true,
    dockerfile: `FROM ${BASE_IMAGE}\nLABEL row=full\n`,
    inputs: {push: 'true', tags: 'SICK/full/UNIQUE:1'},
    lines: undefined,
    says: /quota exceeded/,
  },
  {
    code: 'too-large',
    what: 'a proxy with a limit',
    twin: true,
    dockerfile: `FROM ${BASE_IMAGE}\nLABEL row=large\n`,
    inputs: {push: 'true', tags: 'SICK/large/UNIQUE:1'},
    lines: undefined,
    says: /413/,
  },
  {
    code: 'git-fetch',
    what: 'a Git repository that is not there',
    dockerfile: '',
    inputs: {context: 'http://127.0.0.1:1/none.git#main'},
    lines: undefined,
    says: /none\.git/,
  },
  {
    code: 'no-image',
    what: 'an id that is not there',
    twin: true,
    dockerfile: '',
    inputs: {source: 'image', image: 'f'.repeat(64)},
    lines: undefined,
    says: /no such image|image not known/i,
  },
  {
    code: 'manifest-missing',
    what: 'an image that is neither here nor there, with those that are here',
    twin: true,
    dockerfile: '',
    inputs: {source: 'image', image: 'OPEN/UNIQUE:none'},
    // Podman pulls from registries with TLS only.
    on: isDocker,
    lines: undefined,
    says: /not found|manifest unknown/,
    hint: /check its spelling\. The engine itself has \S+:here/,
  },
  {
    code: 'api-too-new',
    what: 'a version of the API that is not there yet',
    dockerfile: '',
    env: {DOCKER_API_VERSION: '1.99'},
    on: isDocker,
    lines: undefined,
    says: /too new/,
  },
  {
    code: 'api-too-old',
    what: 'a version of the API that is gone',
    twin: true,
    dockerfile: '',
    env: {DOCKER_API_VERSION: '1.1'},
    on: isDocker,
    lines: undefined,
    says: /too old/,
  },
  {
    code: 'no-daemon',
    what: 'an engine that is not there',
    dockerfile: '',
    env: {DOCKER_HOST: 'unix:///nowhere/docker.sock'},
    on: isPodman,
    lines: undefined,
    says: /no such socket/,
    hint: /Start the engine/,
  },
];

const hintOf = (code: string | undefined) => TABLE.find((row) => row.code === code)?.hint;

const AT_ONCE = 4;

async function exhaust(events: AsyncIterable<unknown>): Promise<undefined> {
  for await (const _ of events);
  return undefined;
}

describeEngines('the table of errors', (engine) => {
  const cases = CASES.filter(({on, twin}) => (on?.(engine) ?? true) && (twin === true || !isTwin(engine)));
  const runs = new Map<Case, ActionRun>();
  const name = unique();
  let sick: SickRegistry;
  let tar: Buffer;

  beforeAll(async () => {
    const packing = pack();
    packing.entry({name: 'file'}, 'x');
    packing.finalize();
    tar = await buffer(packing);
    sick = await sickRegistry(openRegistry, tar);
    await ask(engine.address, `/images/${BASE_IMAGE}/tag?repo=${openRegistry.host}/${name}&tag=here`, {method: 'POST'});
    const queue = [...cases];
    const work = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) runs.set(next, await run(next));
    };
    await Promise.all(Array.from({length: AT_ONCE}, work));
  }, 120_000);
  afterAll(async () => {
    stopFaults();
    await removeImage(engine, `${openRegistry.host}/${name}:here`);
    for (const what of ['immutable', 'full', 'large']) await removeImage(engine, `${sick.local}/${what}/${name}:1`);
  });

  const filled = (text: string) =>
    text
      .replace('SICK', sick.local)
      .replace('PLAIN', sick.plain ?? 'none')
      .replace('TLS', sick.tls ?? 'none')
      .replace('OPEN', openRegistry.host)
      .replace('CLOSED', closedRegistry.host)
      .replace('CONTEXT', sick.context)
      .replace('UNIQUE', name);

  const run = ({dockerfile, files = {}, inputs = {}, env = {}}: Case) =>
    runAction(Object.fromEntries(Object.entries(inputs).map(([key, text]) => [key, filled(text)])), {
      workspace: workspace({Dockerfile: filled(dockerfile), ...files}),
      env: {DOCKER_HOST: engine.address, ...env},
    });

  it.each(cases.map((one) => [one.code ?? 'no row', one.what, one] as const))('%s: %s', (code, _, one) => {
    if (/PLAIN|TLS/.test(one.dockerfile) && sick.plain === undefined) {
      console.log('skipped: this machine has no address but that of itself');
      return;
    }
    const {code: exitCode, log, outputs} = runs.get(one) as ActionRun;
    const errors = log.split('\n').filter((line) => line.startsWith('::error'));
    // One annotation, which is the failure of the step as well.
    expect({log, errors}).toEqual({log: expect.anything(), errors: [expect.stringMatching(one.says)]});
    const [error = ''] = errors;
    const lines = typeof one.lines === 'function' ? one.lines(engine) : one.lines;
    const place = lines && ` file=Dockerfile,line=${lines[0]},endLine=${lines[1]}`;
    expect(error.slice(0, error.indexOf('::', 2))).toBe(`::error${place ?? ''}`);
    expect(error).toMatch(one.hint ?? '');
    if (one.hint === undefined && one.code !== undefined) expect(error).toContain(hintOf(code));
    for (const line of lines ?? []) expect(log).toMatch(new RegExp(`^\\| > +${line} \\|`, 'm'));
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({digest: '', 'image-refs': ''});
  });

  it('in-use, blob, not-in-engine: what the engine answers to calls of its API', async () => {
    const {signal} = new AbortController();
    const transport = Transport.open(parseAddress(engine.address, {tls: false, allowPlain: false}));
    const codeOf = async (work: () => Promise<unknown>) => {
      try {
        return await work();
      } catch (error) {
        return error instanceof EngineError ? diagnose(error.reason)?.code : error;
      }
    };
    try {
      const client = await connectEngine(transport, {signal});
      const headers = {'content-type': 'application/json'};
      const used = {tags: `localhost/${name}:used`};
      const files = {Dockerfile: 'FROM scratch\nCOPY Dockerfile /\n'};
      await runAction(used, {workspace: workspace(files), env: {DOCKER_HOST: engine.address}});
      const body = Buffer.from(JSON.stringify({Image: `localhost/${name}:used`, Cmd: ['true']}));
      const {Id} = await askJson<{Id: string}>(engine.address, '/containers/create', {method: 'POST', headers, body});
      expect(await codeOf(() => deleteImage(client, `localhost/${name}:used`, {signal}))).toBe('in-use');
      await ask(engine.address, `/containers/${Id}?force=1`, {method: 'DELETE'});
      await removeImage(engine, `localhost/${name}:used`);

      const lost = {repository: `${sick.local}/lost/${name}`, tag: '1'};
      await tag(client, BASE_IMAGE, lost, signal);
      const plain = isPodman(engine) ? {tlsVerify: false} : {};
      const options = {registryAuth: 'e30=', signal, ...plain};
      expect(await codeOf(async () => await exhaust(push(client, lost, options)))).toBe('blob');
      await removeImage(engine, `${lost.repository}:1`);

      const call = {method: 'GET', path: '/nowhere', endpoint: 'GET /nowhere', signal} as const;
      expect(await codeOf(() => client.transport.json(call))).toBe('not-in-engine');
    } finally {
      await transport.close();
    }
  });
});

/** Rows that are not shown above, with a text of a real engine or of its sources, and why it is not made here. */
const RECORDED: readonly (readonly [code: string, why: string, ...texts: string[]])[] = [
  [
    'no-permission',
    'root, who runs the engines of the tests, may use every socket',
    'connect EACCES /var/run/docker.sock',
    'Got permission denied while trying to connect to the Docker daemon socket',
  ],
  [
    'tls-needed',
    'the engines of the tests listen without TLS',
    'Client sent an HTTP request to an HTTPS server.',
    'Parse Error: Expected HTTP/, RTSP/ or ICE/',
    'malformed HTTP response "\\x15\\x03\\x01"',
  ],
  [
    'tls-client',
    'the engines of the tests listen without TLS',
    'tlsv13 alert certificate required',
    'ssl/tls alert bad certificate',
    'sslv3 alert handshake failure',
  ],
  [
    'truncated',
    'a healthy engine ends its answers; see __tests__/engine/build.test.ts',
    'the build ended without an image id and without an error',
    'the push ended without naming a digest, so nothing proves it arrived',
    `the engine's answer is not complete JSON: "{"`,
  ],
  [
    'no-session',
    'an engine waits ten seconds for a session that is gone',
    'no active sessions',
    'no active session for 5b2c: context deadline exceeded',
    'failed to load cache key: only one connection allowed',
  ],
  [
    'no-creds',
    'which words an engine has for it depends on the registry',
    'Head "https://r/v2/a/manifests/1": no basic auth credentials',
    'push access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials',
  ],
  [
    'pull-denied',
    'Docker Hub alone answers so',
    "pull access denied for octo/none, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
  ],
  ['busy', 'it takes two prunes in the same moment', 'a prune operation is already running'],
  [
    'dns-busy',
    'the resolver of the tests answers',
    'dial tcp: lookup r.example: Temporary failure in name resolution',
    'lookup r on 10.0.0.1:53: server misbehaving',
  ],
  [
    'timeout',
    'engines wait for half a minute and more',
    'net/http: TLS handshake timeout',
    'dial tcp 10.0.0.1:443: i/o timeout',
    'Get "https://r/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
  ],
];

describe('rows that no engine here can show', () => {
  it.each(RECORDED.flatMap(([code, why, ...texts]) => texts.map((text) => [code, text, why] as const)))(
    '%s: %s (%s)',
    (code, text) => {
      expect(diagnose(text)).toMatchObject({code, hint: expect.any(String)});
    },
  );

  it('are all that is left of the table', () => {
    const shown = [
      ...CASES.map(({code}) => code),
      'in-use',
      'blob',
      'not-in-engine',
      ...RECORDED.map(([code]) => code),
    ];
    expect(TABLE.map(({code}) => code).filter((code) => !shown.includes(code))).toEqual([]);
  });

  it('have a next step each, as all others have', () => {
    for (const {code, hint} of TABLE) expect([code, hint]).toEqual([code, expect.stringMatching(/^[A-Z].{20,}[^.]$/)]);
  });
});
