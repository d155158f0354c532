/**
 * What an engine's or a registry's own words mean, whether trying again can help, and what to do next. Engines give
 * many failures no status of their own, so their text is all there is; it is matched here and nowhere else. Rows are
 * tried in order on the lower-cased text, the first match wins. The texts were collected from Docker 20.10 to 29 and
 * Podman 4 (moby: daemon/containerd/image_push.go, distribution/errors.go, builder/; containers/image: docker/errors.go).
 */

export interface Diagnosis {
  /** Stable name of the row. */
  readonly code: string;
  /** True when the same call may succeed a moment later (hardening R9). */
  readonly transient: boolean;
  readonly hint: string | undefined;
}

interface Row extends Diagnosis {
  readonly pattern: RegExp;
}

const row = (code: string, pattern: RegExp, hint?: string, transient = false): Row => ({
  code,
  pattern,
  hint,
  transient,
});

/**
 * A number where a status stands: `status: 401`, `status code 401`, `status code [manifests 1]: 401`, `status from PUT
 * request to: 401`, `HTTP 429`, `403 (Forbidden)`.
 */
const status = (number: string): string =>
  `\\b(?:(?:status(?: ?code)?(?: \\[[^\\]]*\\])?(?: from [a-z]+(?: request to)?)?|http(?:/[\\d.]+)?(?: (?:status|error))?(?: code)?)[: ]+${number}\\b|${number} \\([a-z])`;

/** An exit code at the end of a text. */
const exit = (code: number): string => `(?:exit code:|exit status|non-zero code:) ${code}\\b`;

/** Between us and the engine. */
const ENGINE: readonly Row[] = [
  row(
    'no-daemon',
    /cannot connect to the docker daemon|connect (?:econnrefused|enoent)|there is no such socket/,
    'Start the engine, or name another one with docker-host or DOCKER_HOST',
  ),
  row(
    'no-permission',
    /permission denied while trying to connect|connect eacces/,
    "Add the runner's user to the group docker, or use the socket of a rootless engine",
  ),
  row(
    'tls-needed',
    /client sent an http request to an https server|malformed http response|expected http\//,
    'The engine speaks TLS: set DOCKER_TLS_VERIFY, and DOCKER_CERT_PATH to its certificates',
  ),
  row(
    'tls-client',
    /alert (?:bad certificate|certificate (?:required|expired|unknown|revoked)|handshake failure|unknown ca)|tlsv1[^:]* alert/,
    'The engine does not accept our certificate: renew cert.pem and key.pem, or name those of its CA',
  ),
  row('api-too-new', /client version \S+ is too new/, 'This engine speaks an older API: unset DOCKER_API_VERSION'),
  row('api-too-old', /client version \S+ is too old/, 'This engine speaks only newer APIs: unset DOCKER_API_VERSION'),
  row(
    'not-in-engine',
    /^(?:404 )?page not found$|^not (?:found|implemented)$/,
    'This engine has no such call, or a proxy before it lets none through: use another engine, or allow the call in the proxy',
  ),
  row(
    'truncated',
    /ended without (?:an image id|naming|saying)|the engine's answer (?:is not complete|holds )/,
    'The answer of the engine broke off: see whether the engine was restarted, or a proxy before it changes answers',
    true,
  ),
  row(
    'no-session',
    /no active sessions?\b|only one connection allowed/,
    'The build session had ended when a step needed it: see whether a proxy before the engine cuts long connections',
  ),
];

/** Of a Git context that the engine fetches. */
const GIT: readonly Row[] = [
  row(
    'git-fetch',
    /failed to (?:fetch remote|list remote|checkout remote|update submodules)|repository does not contain ref|could not read username for|unable to access '|authentication failed for|repository (?:'\S* )?not found|couldn't find remote ref|could not read from remote repository/,
    'Check the address and the ref of the Git repository; a private one needs a token, as the secret GIT_AUTH_TOKEN.<host>, or an ssh key',
  ),
];

/** Of a registry, for a push, a pull or the base of a build. */
const REGISTRY: readonly Row[] = [
  row(
    'no-creds',
    /no basic auth credentials|no valid credentials/,
    'Give credentials for this registry with username and password, or registry-auth',
  ),
  row(
    'rate-limit',
    new RegExp(`toomanyrequests|too many requests|rate limit|${status('429')}`),
    'The registry limits requests: sign in to it, or use a mirror',
    true,
  ),
  // Registries say these as "denied", too.
  row(
    'tag-immutable',
    /tag invalid|tag_invalid|immutable|imagetagalreadyexists/,
    'This tag exists and may not change: choose another tag. A tag that is there is found before the build with overwrite: never',
  ),
  row(
    'quota',
    /(?<!disk )quota exceeded|storage quota|exceed the configured upper limit/,
    'The registry has no room left for this account: delete images there, or raise the quota',
  ),
  row(
    'unauthorized',
    new RegExp(
      `unauthorized|authentication required|incorrect username or password|invalid username/password|${status('401')}`,
    ),
    'Check the user name and the secret; tokens expire (ECR after 12 h, Google after 1 h), and pull requests from forks get no secrets',
  ),
  row(
    'pull-denied',
    /pull access denied|repository does not exist or may require/,
    'The image does not exist, or is private: check its spelling, or give credentials for its registry',
  ),
  row(
    'denied',
    new RegExp(`(?:\\b|_)denied(?![\\w/-])|insufficient_scope|${status('403')}`),
    'The account may not do this here: check the name, the rights of the account (for ghcr.io "permissions: packages: write"), and that the repository exists',
  ),
  row(
    'repo-missing',
    /name unknown|name_unknown|repository (?!').* not (?:found|known)/,
    'Create the repository first: this registry does not create it on push',
  ),
  row(
    'no-platform',
    /no matching manifest for|no match for platform|no image found in (?:image index|manifest list)|does not match the specified platform|does not provide the specified platform/,
    'The image has no variant for this platform: choose another base, or another platform',
  ),
  row(
    'manifest-missing',
    /manifest unknown|manifest_unknown|: not found: manifest|failed to resolve (?:source metadata for|reference) .*: not found|^(?:failed to \S+.*: )?[^\s"]+:[^\s"]+: not found$/,
    'This tag or digest does not exist: check its spelling',
  ),
];

/** Of the machine that builds. */
const MACHINE: readonly Row[] = [
  row(
    'disk-full',
    /no space left on device|disk quota exceeded/,
    "The engine's disk is full: remove images and build cache, or use a larger runner",
  ),
  row(
    'exec-format',
    /exec format error/,
    'The step runs programs of another architecture, and the engine has no emulator for it: set up QEMU (docker/setup-qemu-action), name an engine of that platform in engines, or build it in a job on such a runner and merge (stowage/stowage/merge)',
  ),
  row(
    'oom',
    new RegExp(`${exit(137)}|cannot allocate memory|signal: killed|exited on killed`),
    'The step was killed, most likely for want of memory: let it do less at a time, or use a larger runner',
  ),
];

/** Of a Dockerfile. */
const DOCKERFILE: readonly Row[] = [
  row(
    'empty-dockerfile',
    /the dockerfile (?:\(.*\) )?cannot be empty|file with no instructions|no stages to build|no contents in/,
    'Write at least a FROM, or name another Dockerfile with the input file',
  ),
  row(
    'no-dockerfile',
    /cannot locate specified dockerfile|failed to read dockerfile|^stat \S+: no such file or directory$/,
    'Set the input file to the path of the Dockerfile in the context',
  ),
  row(
    'needs-buildkit',
    /requires buildkit|unknown instruction: <</,
    'Leave out builder-version: 1 and the inputs that only the classic builder knows, so that BuildKit builds',
  ),
  row(
    'bad-ref',
    /invalid reference format|repository name .*must be lowercase|invalid tag format/,
    'Names of images are lower case, with a tag of letters, digits, ".", "_" and "-": correct the name (github.repository keeps capitals)',
  ),
  row(
    'stage-missing',
    /target stage .* could not be found|failed to reach build target|the target .* was not found/,
    'Set target to a stage that the Dockerfile names with AS',
  ),
  row(
    'from-missing',
    /no stage or image found with that name|circular dependency detected/,
    'Name an earlier stage of the Dockerfile, or an image, after --from=',
  ),
  row(
    'lint',
    /lint violation found/,
    'Correct what the warnings point at, or leave a rule out with "# check=skip=<rule>;error=true" at the top of the Dockerfile',
  ),
  row(
    'syntax',
    /dockerfile parse error|unknown instruction|unknown flag|empty continuation|no build stage in current context|no from statement found|from requires either|should not be blank|unterminated heredoc|only supports? the /,
    'Correct the Dockerfile at this line',
  ),
  row(
    'secret-missing',
    /secret \S+(?: not found)?: not found|secret required but no secret/,
    'The step needs a secret that this build does not have: give it with secrets, secret-files or secret-envs, under the id of the mount',
  ),
  row(
    'ssh-missing',
    /no ssh (?:key|agent)\b|ssh required but no ssh/,
    'With the input ssh, "default" gives the agent of SSH_AUTH_SOCK, and "id=path" a key or another socket under that id',
  ),
  row(
    'no-program',
    /exec: "": (?:stat |executable file not found)/,
    'The image does not have the program that the step runs, and maybe no shell either: choose another base, or copy it in',
  ),
  row(
    'copy-missing',
    /excluded by \.dockerignore|(?:copy|add) failed: (?:stat |no source files)|"" not found: not found|^(?:.*: )?"": not found$|copier: stat: .*no such file or directory|(?:^|: )l?stat \S+: (?:no such file or directory|file does not exist)$/,
    'The file is not in the context: check the path, which is relative to the context, and .dockerignore',
  ),
  row(
    'entitlement',
    /network\.host is not allowed/,
    'Set network: host, which allows it; better is a step that needs no network of the host',
  ),
  row(
    'user-missing',
    /unable to find user|unknown user error/,
    'USER names an account that the image does not have: create it in a step before, or use its number',
  ),
  row(
    'command-missing',
    new RegExp(exit(127)),
    'A command of the step is not in the image: check its spelling, or install it in a step before',
  ),
  row(
    'not-executable',
    new RegExp(exit(126)),
    'A command of the step may not be executed: give the file its mode with git update-index --chmod=+x, COPY --chmod=755 or RUN chmod',
  ),
];

/** Of objects in the engine. */
const OBJECTS: readonly Row[] = [
  row(
    'no-image',
    /no such image|image does not exist locally with the tag|tag does not exist|reference does not exist|image not known/,
    'The engine does not have this image: check the name, and which engine the log names',
  ),
  row(
    'in-use',
    /conflict: unable to (?:delete|remove)|image (?:is )?in use by|image used by/,
    'Stop and remove the containers of this image first, or force it with ",force=true"',
  ),
  row('busy', /prune operation is already running/, 'Another job prunes at the same time', true),
];

/** Of the network. */
const NETWORK: readonly Row[] = [
  row(
    'x509',
    /x509:|certificate signed by unknown authority|certificate has expired/,
    'The engine must trust the registry: put its CA into /etc/docker/certs.d/<registry>/ca.crt on the engine',
  ),
  row(
    'http-registry',
    /server gave http response to https client/,
    'The registry speaks plain http: add it to insecure-registries of the engine (Podman: as insecure in registries.conf)',
  ),
  row('dns', /no such host/, 'The engine cannot resolve this name: check its spelling and the DNS of the engine'),
  row(
    'dns-busy',
    /temporary failure in name resolution|server misbehaving|eai_again/,
    'The DNS of the engine did not answer: run the step again, or give the engine another DNS server',
    true,
  ),
  row(
    'blob',
    /blob upload unknown|blob upload invalid|\bblob unknown\b|unknown blob|digest invalid|size invalid/,
    'The registry lost an upload, as behind a load balancer without shared storage: run the step again',
    true,
  ),
  row(
    'too-large',
    new RegExp(`request entity too large|payload too large|${status('413')}`),
    'The registry, or a proxy before it, refuses a layer of this size: raise its limit, or make smaller layers',
  ),
  row(
    'timeout',
    /i\/o timeout|tls handshake timeout|context deadline exceeded|client\.timeout exceeded|request canceled while waiting|nothing moved for/,
    'The registry did not answer in time; a proxy for the engine is set in the engine, not in the job',
    true,
  ),
  row(
    'refused',
    /connection refused/,
    'Nothing listens there; localhost inside the engine is the machine of the engine',
    true,
  ),
  row(
    'reset',
    /\beof\b|connection reset|broken pipe|use of closed network connection|goaway|connection to the engine broke/,
    'The connection broke: run the step again, and look at the network and the load of both sides',
    true,
  ),
  row(
    'registry-5xx',
    new RegExp(
      `received unexpected http status: 5|unknown: unknown error|error from registry: unknown(?: error)?$|internal server error|bad gateway|service unavailable|gateway time-?out|${status('50[0234]')}`,
      'm',
    ),
    'The registry has an outage: look at its status page, and run the step again',
    true,
  ),
];

const ROWS: readonly Row[] = [...ENGINE, ...GIT, ...REGISTRY, ...MACHINE, ...DOCKERFILE, ...OBJECTS, ...NETWORK];

/** All rows, in their order. */
export const TABLE: readonly Diagnosis[] = ROWS;

/** How often an engine wraps a reason. */
const WRAPPING =
  /^(?:failed to solve(?: with frontend \S+)?: |failed to create llb definition: |failed to (?:compute|load) cache key: )+/i;

/** An engine's text without "failed to solve" and its kin, which say nothing. */
export function unwrap(text: string): string {
  return text.replace(WRAPPING, '');
}

/** The meaning of a text, or undefined for one that no row knows. */
export function diagnose(text: string): Diagnosis | undefined {
  const words = withoutNames(unwrap(text.toLowerCase()).trim());
  return ROWS.find(({pattern}) => pattern.test(words));
}

/**
 * Without what is between double quotes, and without URLs: a repository, a tag or a command may be called anything,
 * also `401` or `denied`. Only an error body as JSON says something in its quotes.
 */
function withoutNames(text: string): string {
  return text
    .replace(/"(?:code|message|detail|details|error)": ?"((?:[^"\\\n]|\\.)*)"/g, (_, said: string) =>
      said.replaceAll('\\"', '"'),
    )
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""')
    .replace(/\bhttps?:\/\/[^\s"]*[^\s":;,]/g, '');
}
