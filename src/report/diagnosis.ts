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

/** A number where a status stands: `status: 401`, `status code 401`, `status from PUT request to: 401`, `HTTP 429`. */
const status = (number: string): string =>
  `\\b(?:status(?: ?code)?(?: from [a-z]+(?: request to)?)?|http(?:/[\\d.]+)?(?: (?:status|error))?(?: code)?)[: ]+${number}\\b`;

const ROWS: readonly Row[] = [
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
  row(
    'unauthorized',
    new RegExp(
      `unauthorized|authentication required|incorrect username or password|invalid username/password|${status('401')}`,
    ),
    'Check the user name and the secret; tokens expire (ECR after 12 h, Google after 1 h), and pull requests from forks get no secrets',
  ),
  row(
    'denied',
    new RegExp(`denied|insufficient_scope|${status('403')}`),
    'The account may not do this here: check the name, the rights of the account (for ghcr.io "permissions: packages: write"), and that the repository exists',
  ),
  row(
    'repo-missing',
    /name unknown|name_unknown|repository .* not found/,
    'Create the repository first: this registry does not create it on push',
  ),
  row(
    'manifest-missing',
    /manifest unknown|: not found: manifest|failed to resolve reference .* not found/,
    'This tag or digest does not exist: check its spelling',
  ),
  row(
    'no-platform',
    /no matching manifest for|no match for platform|does not match the specified platform|does not provide the specified platform/,
    'The image has no variant for this platform: choose another base, or another platform',
  ),
  row(
    'disk-full',
    /no space left on device|disk quota exceeded/,
    "The engine's disk is full: remove images and build cache, or use a larger runner",
  ),
  row(
    'exec-format',
    /exec format error/,
    'The step runs programs of another architecture: set up QEMU (docker/setup-qemu-action), or use a runner of that platform',
  ),
  row(
    'oom',
    /exit code: 137|non-zero code: 137|cannot allocate memory/,
    'The step was killed, most likely for want of memory',
  ),
  row(
    'needs-buildkit',
    /requires buildkit|unknown instruction: <</,
    'Leave out builder-version: 1 and the inputs that only the classic builder knows, so that BuildKit builds',
  ),
  row(
    'secret-missing',
    /\bsecret \S+(?: not found)?: not found/,
    'The step mounts a secret that was not given: add it to secrets, secret-envs or secret-files under this id',
  ),
  row(
    'stage-missing',
    /target stage .* could not be found|failed to reach build target/,
    'Set target to a stage that the Dockerfile names with AS',
  ),
  row(
    'copy-missing',
    /file not found in build context or excluded by \.dockerignore|failed to (calculate checksum of ref|compute cache key).*not found|copy failed|no such file or directory.*copy/,
    'The file is not in the context: check the path, which is relative to the context, and .dockerignore',
  ),
  row(
    'syntax',
    /dockerfile parse error|unknown instruction|unknown flag|no from statement found/,
    'Correct the Dockerfile at this line',
  ),
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
    'The DNS of the engine did not answer',
    true,
  ),
  row(
    'blob',
    /blob upload unknown|blob upload invalid|blob unknown to registry|unknown blob/,
    'The registry lost an upload, as behind a load balancer without shared storage',
    true,
  ),
  row('immutable', /tag invalid|immutable/, 'This tag exists and may not change: choose another tag'),
  row(
    'too-large',
    new RegExp(`request entity too large|payload too large|${status('413')}`),
    'The registry, or a proxy before it, refuses a layer of this size',
  ),
  row('quota', /quota exceeded|storage quota/, 'The registry has no room left for this account'),
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
    undefined,
    true,
  ),
  row(
    'registry-5xx',
    new RegExp(
      `received unexpected http status: 5|unknown: unknown error|error from registry: unknown(?: error)?$|internal server error|bad gateway|service unavailable|gateway time-?out|${status('50[0234]')}`,
      'm',
    ),
    'The registry has an outage; look at its status page',
    true,
  ),
];

/** The meaning of a text, or undefined for one that no row knows. */
export function diagnose(text: string): Diagnosis | undefined {
  const words = withoutNames(text.toLowerCase());
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
