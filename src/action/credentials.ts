/** Where credentials of this job may be: the inputs, the docker config, Podman's auth file, the job token. */
import {homedir} from 'node:os';
import {join} from 'node:path';
import {type CredentialSource, createCredentialSource, type RegistryLogin} from '../registry/credential-source.ts';
import type {OnSecret} from '../registry/masks.ts';
import type {Log} from '../report/log.ts';
import {createHelperRunner} from './credential-helper.ts';
import {jobLogin, loginMasks} from './logins.ts';

export interface JobCredentials {
  readonly logins: readonly RegistryLogin[];
  /** Input github-token; '' for none. */
  readonly jobToken: string;
  readonly workspace: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly onSecret: OnSecret;
}

export function createCredentials({
  logins,
  jobToken,
  workspace,
  env,
  log,
  signal,
  onSecret,
}: JobCredentials): CredentialSource {
  const {registry, username, password: token} = jobLogin(jobToken, env);
  // Said when the inputs were read.
  const said = new Set(logins.flatMap((login) => loginMasks(login).warnings));
  const home = env['HOME'] || homedir();
  const podman =
    env['REGISTRY_AUTH_FILE'] || (env['XDG_RUNTIME_DIR'] && join(env['XDG_RUNTIME_DIR'], 'containers', 'auth.json'));
  return createCredentialSource({
    logins,
    ...(env['DOCKER_AUTH_CONFIG'] && {authConfigVariable: env['DOCKER_AUTH_CONFIG']}),
    configFiles: [join(env['DOCKER_CONFIG'] || join(home, '.docker'), 'config.json'), ...(podman ? [podman] : [])],
    workspace,
    ...(jobToken !== '' && {
      jobToken: {registries: [registry], username, token},
    }),
    runHelper: createHelperRunner({environment: env, workspace, signal}),
    onSecret,
    warn: (text) => {
      if (!said.has(text)) log.warning(text);
    },
  });
}
