import {expect, it} from '@jest/globals';
import {startGitServer} from '../../scripts/rig/git-server.ts';
import {commandsIn} from '../report/runner.ts';
import {
  askJson,
  BASE_IMAGE,
  describeEngines,
  type Engine,
  isDockerSince,
  isFirstOfVersion,
  isOldDocker,
  runAction,
  unique,
  workspace,
} from '../rig.ts';

// The linter came with BuildKit 0.15, which is in Docker 27.
const hasLinter = (engine: Engine) => isDockerSince(engine, 27);

type Texts = Readonly<Record<string, string>>;

const check = (engine: Engine, dockerfile: string, inputs: Texts = {}, env: Texts = {}, file = 'Dockerfile') =>
  runAction(
    {call: 'check', file, ...inputs},
    {workspace: workspace({[file]: dockerfile}), env: {DOCKER_HOST: engine.address, ...env}},
  );

const commands = (log: string, name: string) => log.split('\n').filter((line) => line.startsWith(`::${name}`));

describeEngines(
  'call: check',
  (engine) => {
    it('shows and annotates each finding, fails, and builds nothing', async () => {
      const tag = `${unique()}:1`;
      const dockerfile = `FROM ${BASE_IMAGE} as lower\nRUN exit 3\nENV A \\\n  b\n`;
      const {code, log, outputs} = await check(
        engine,
        dockerfile,
        {tags: tag, push: 'true'},
        {},
        'docker/Web.dockerfile',
      );
      expect({code, log}).toEqual({code: 1, log: expect.anything()});
      expect(commands(log, 'warning')).toEqual([
        expect.stringMatching(/^::warning file=docker\/Web\.dockerfile,line=1,endLine=1::FromAsCasing: /),
        expect.stringMatching(/^::warning file=docker\/Web\.dockerfile,line=3,endLine=4::LegacyKeyValueFormat: /),
      ]);
      expect(commands(log, 'error')).toEqual(['::error::the check of docker/Web.dockerfile gave 2 warnings']);
      expect(log).toContain('docker/Web.dockerfile:3\n|   1 | FROM');
      expect(log).toContain('| > 3 | ENV A \\\n| > 4 |   b');
      expect(log).toContain('nothing is tagged, written or pushed');
      expect(log).not.toContain('exit code');
      const {warnings} = JSON.parse(outputs['metadata'] ?? '')['result.json'];
      expect(warnings.map(({ruleName}: {ruleName: string}) => ruleName)).toEqual([
        'FromAsCasing',
        'LegacyKeyValueFormat',
      ]);
      expect(outputs).toMatchObject({imageid: '', digest: '', tags: ''});
      await expect(askJson(engine.address, `/images/${tag}/json`)).rejects.toThrow('404');
    });

    it('passes a Dockerfile without findings, and skips what it is told to skip', async () => {
      const dockerfile = `# check=skip=FromAsCasing\nARG BASE=none\nFROM \${BASE} as lower\nRUN exit 3\n`;
      const {code, log} = await check(engine, dockerfile, {'build-args': `BASE=${BASE_IMAGE}`});
      expect({code, log}).toMatchObject({code: 0});
      expect(log).toContain('The check of Dockerfile gave no warnings');
    });

    it('annotates nothing when DOCKER_BUILD_CHECKS_ANNOTATIONS says so', async () => {
      const env = {DOCKER_BUILD_CHECKS_ANNOTATIONS: 'f'};
      const {code, log} = await check(engine, `FROM ${BASE_IMAGE} as lower\n`, {}, env);
      expect(code).toBe(1);
      expect(log).toContain('warning: FromAsCasing');
      expect(commands(log, 'warning')).toEqual([]);
    });

    it('puts an error of the Dockerfile on its line, with what to do', async () => {
      const {code, log} = await check(engine, `FROM ${BASE_IMAGE}\n\nCOPPY a b\n`);
      expect(code).toBe(1);
      expect(commands(log, 'error')).toEqual([
        expect.stringMatching(
          /^::error file=Dockerfile,line=3,endLine=3::Dockerfile cannot be built: .*COPPY.*\. Correct /,
        ),
      ]);
    });

    it('names what is wrong with the question', async () => {
      const {code, log} = await check(engine, `FROM ${BASE_IMAGE} AS one\n`, {target: 'two'});
      expect(code).toBe(1);
      expect(commands(log, 'error')).toEqual([expect.stringMatching(/target stage "two" could not be found\. \w/)]);
    });

    it("finds the lines of the job's own commit, which the engine fetches, and so does a build that fails", async () => {
      const repository = unique();
      const server = await startGitServer('none');
      try {
        server.commit(`octo/${repository}.git`, {'app/Dockerfile': `FROM ${BASE_IMAGE} as lower\n\nRUN exit 3\n`});
        const job = {
          GITHUB_SERVER_URL: server.url,
          GITHUB_REPOSITORY: `octo/${repository}`,
          GITHUB_SHA: server.git(`octo/${repository}.git`, 'rev-parse', 'main'),
          GITHUB_REF: 'refs/heads/main',
        };
        const inputs = {context: '{{defaultContext}}:app', file: ''};
        const {code, log} = await check(engine, '', inputs, job);
        expect({code, log}).toEqual({code: 1, log: expect.stringContaining('app/Dockerfile:1\n| > 1 | FROM')});
        const warning = expect.stringMatching(/^::warning file=app\/Dockerfile,line=1,endLine=1::FromAsCasing/);
        expect(commands(log, 'warning')).toEqual([warning]);
        const failed = await check(engine, '', {...inputs, call: 'build'}, job);
        expect(commands(failed.log, 'warning')).toEqual([warning]);
        expect(commands(failed.log, 'error')).toEqual([
          expect.stringMatching(/^::error file=app\/Dockerfile,line=3,endLine=3::build failed at .*exit code 3$/),
        ]);
        // The same commit for somebody else's job is no file of the workspace.
        const other = await check(engine, '', {...inputs, context: `${server.url}/octo/${repository}.git#main:app`});
        expect(other.log).toContain('app/Dockerfile:1\n| > 1 | FROM');
        expect(commands(other.log, 'warning')).toEqual([]);
      } finally {
        await server.stop();
      }
    });

    it('cannot be made to command the runner (hardening O1, T2)', async () => {
      const dockerfile = `FROM ${BASE_IMAGE} as ::set-env\n# ##[error]x\n::add-mask::x\n`;
      const {code, log} = await check(engine, dockerfile);
      expect(code).toBe(1);
      expect(log).toContain('add-mask');
      expect([...new Set(commandsIn(log))]).toEqual(['warning', 'error']);
    });
  },
  (engine) => hasLinter(engine) && isFirstOfVersion(engine),
);

describeEngines(
  'call: check without a linter',
  (engine) => {
    it('is an error that says what to use instead', async () => {
      const {code, log} = await check(engine, `FROM ${BASE_IMAGE}\n`);
      expect(code).toBe(1);
      expect(commands(log, 'error')).toEqual([
        expect.stringMatching(/^::error::input call: .*(Docker 2\d|Podman).* has none\. Use an engine of Docker 27/),
      ]);
    });

    it('is the error of a Git context too, where the engine could not fetch it either', async () => {
      const server = await startGitServer('none');
      try {
        server.commit('octo/app.git', {'app/Dockerfile': `FROM ${BASE_IMAGE}\n`});
        const {log} = await check(engine, '', {context: `${server.url}/octo/app.git#main:app`, file: ''});
        expect(commands(log, 'error')).toEqual([expect.stringContaining('input call: check needs the linter')]);
      } finally {
        await server.stop();
      }
    });
  },
  (engine) => !hasLinter(engine),
);

describeEngines(
  'the input call',
  (engine) => {
    it('tells what a Dockerfile offers, where the engine can', async () => {
      const dockerfile = `# what it is built of\nARG WORD=w0rd\nFROM ${BASE_IMAGE} AS first\nARG WORD\nFROM first AS second\n`;
      const targets = await check(engine, dockerfile, {call: 'targets'});
      if (!hasLinter(engine)) {
        expect(commands(targets.log, 'error')).toEqual([
          expect.stringMatching(/^::error::input call: targets .*Docker 25/),
        ]);
        return;
      }
      expect(targets.code).toBe(0);
      expect(targets.log).toMatch(/^\| first/m);
      expect(JSON.parse(targets.outputs['metadata'] ?? '')).toMatchObject({
        'result.json': {targets: [{name: 'first'}, {name: 'second'}]},
      });
      const outline = await check(engine, dockerfile, {call: 'outline', target: 'first'});
      expect(outline.log).toMatch(/^\| WORD .*w0rd/m);
      expect(outline.log).not.toContain('Built');
    });

    it.each<[string, Texts, Texts, RegExp]>([
      ['another word', {call: 'lint'}, {}, /input call: "lint".*build.*check/],
      [
        'a source that is not built',
        {source: 'image', image: 'a:1', file: ''},
        {},
        /input call: it has no effect with source: image/,
      ],
      [
        'a variable that is no boolean',
        {call: 'build'},
        {DOCKER_BUILD_CHECKS_ANNOTATIONS: 'no'},
        /DOCKER_BUILD_CHECKS_ANNOTATIONS: "no" is not a boolean/,
      ],
    ])('refuses %s', async (_, inputs, env, words) => {
      const {code, log} = await check(engine, `FROM ${BASE_IMAGE}\n`, inputs, env);
      expect(code).toBe(1);
      expect(commands(log, 'error')).toEqual([expect.stringMatching(words)]);
    });
  },
  isOldDocker,
);
