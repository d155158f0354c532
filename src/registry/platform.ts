/**
 * `os/arch[/variant]`. Spelling follows containerd's platform specifiers (https://github.com/containerd/platforms):
 * `x86_64` is `amd64`, `aarch64` is `arm64`, an unnamed `arm` is `arm/v7`. Unlike there, an unknown word is an error
 * that lists the known ones: a mistyped architecture would otherwise fail late, as "exec format error".
 */

export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}

export class InvalidPlatform extends Error {
  override readonly name = 'InvalidPlatform';
  readonly value: string;
  readonly hint: string;

  constructor(value: string, reason: string, hint = 'write it as os/architecture[/variant], for example linux/arm64') {
    super(`invalid platform ${JSON.stringify(value.slice(0, 200))}: ${reason}`);
    this.value = value;
    this.hint = hint;
  }
}

const SYSTEMS: ReadonlySet<string> = new Set(
  'linux windows darwin freebsd netbsd openbsd dragonfly solaris illumos aix android ios plan9 zos wasi wasip1 js'.split(
    ' ',
  ),
);
const ARCHITECTURES: ReadonlySet<string> = new Set(
  'amd64 arm64 arm 386 ppc64le ppc64 s390x s390 riscv64 riscv loong64 mips mipsle mips64 mips64le sparc64 sparc wasm wasm32'.split(
    ' ',
  ),
);
const VARIANTS: ReadonlyMap<string, RegExp> = new Map([
  ['amd64', /^v[1-4]$/],
  ['arm', /^v[5-8]$/],
  ['arm64', /^v[89](\.\d)?$/],
]);
const VARIANT_EXAMPLES = 'amd64/v1 to v4, arm/v5 to v8, arm64/v8 and v9, with .1 to .9';

/**
 * Reads one platform. A single word is taken as an architecture of `linux`. The variant stays as given, so that
 * `linux/arm64/v8` is written again as it was read; compare with `matchesPlatform`. Throws `InvalidPlatform`.
 */
export function parsePlatform(text: string): Platform {
  if (text.includes(',')) {
    throw new InvalidPlatform(text, 'it is a list, and one platform is wanted here', 'give each platform by itself');
  }
  const parts = text.split('/');
  if (text === '' || parts.length > 3 || parts.includes('')) {
    throw new InvalidPlatform(text, text === '' ? 'it is empty' : 'it is not of the form os/architecture[/variant]');
  }
  const odd = /[^A-Za-z0-9_.-]/.exec(text.replaceAll('/', ''));
  if (odd) {
    const hint = odd[0] === '(' ? 'leave out the system version' : undefined;
    throw new InvalidPlatform(text, `${JSON.stringify(odd[0])} cannot stand in it`, hint);
  }
  const [first = '', second, third] = parts;
  if (second === undefined) {
    const os = normaliseSystem(first);
    if (SYSTEMS.has(os)) {
      throw new InvalidPlatform(text, 'the architecture is missing', `write for example ${os}/amd64`);
    }
    return platform(text, 'linux', first, undefined);
  }
  return platform(text, normaliseSystem(first), second, third);
}

/** `os/arch[/variant]`; `parsePlatform` reads it back to the same value. */
export function formatPlatform({os, architecture, variant}: Platform): string {
  return variant === undefined ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
}

/**
 * Whether an image of platform `got` is what was asked for: equal once the unnamed variant is filled in, so `arm64`
 * and `arm64/v8` match, `arm` and `arm/v7` match, but `arm/v6` does not stand in for `arm/v7`.
 */
export function matchesPlatform(asked: Platform, got: Platform): boolean {
  const [a, b] = [canonical(asked), canonical(got)];
  return a.os === b.os && a.architecture === b.architecture && a.variant === b.variant;
}

function platform(text: string, os: string, archText: string, variantText: string | undefined): Platform {
  if (!SYSTEMS.has(os)) {
    throw new InvalidPlatform(
      text,
      `${JSON.stringify(os)} is not an operating system`,
      `known: ${[...SYSTEMS].join(', ')}`,
    );
  }
  const {architecture, variant} = normaliseArchitecture(archText, variantText);
  if (!ARCHITECTURES.has(architecture)) {
    throw new InvalidPlatform(
      text,
      `${JSON.stringify(architecture)} is not an architecture`,
      `known: ${[...ARCHITECTURES].join(', ')}`,
    );
  }
  if (variant === undefined) return {os, architecture};
  if (!VARIANTS.get(architecture)?.test(variant)) {
    throw new InvalidPlatform(
      text,
      `${architecture} has no variant ${JSON.stringify(variant)}`,
      `known: ${VARIANT_EXAMPLES}`,
    );
  }
  return {os, architecture, variant};
}

function normaliseSystem(os: string): string {
  const lower = os.toLowerCase();
  return lower === 'macos' ? 'darwin' : lower;
}

interface Processor {
  readonly architecture: string;
  readonly variant: string | undefined;
}

function normaliseArchitecture(archText: string, variantText: string | undefined): Processor {
  const variant = variantText?.toLowerCase().replace(/^(?=[1-9])/, 'v');
  const architecture = archText.toLowerCase();
  switch (architecture) {
    case 'x86_64':
    case 'x86-64':
      return {architecture: 'amd64', variant};
    case 'aarch64':
      return {architecture: 'arm64', variant};
    case 'i386':
      return {architecture: '386', variant};
    case 'armhf': // means v7, which is what an unnamed arm is
      return {architecture: 'arm', variant};
    case 'armel':
      return {architecture: 'arm', variant: variant ?? 'v6'};
    default:
      return {architecture, variant};
  }
}

/** Engines and registries also answer with long names (`aarch64`) and with variants that mean "the usual one". */
function canonical(given: Platform): {os: string; architecture: string; variant: string} {
  const {architecture, variant} = normaliseArchitecture(given.architecture, given.variant || undefined);
  const usual = architecture === 'amd64' ? 'v1' : architecture === 'arm64' ? 'v8' : architecture === 'arm' ? 'v7' : '';
  return {os: normaliseSystem(given.os), architecture, variant: variant ?? usual};
}
