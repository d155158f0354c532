/** `os/arch[/variant]` as images state it, compared as containerd does: an unnamed variant is the usual one. */

export interface ImagePlatform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string | undefined;
}

const USUAL_VARIANTS: Readonly<Record<string, string>> = {arm: 'v7', arm64: 'v8', amd64: 'v1'};

export function isSamePlatform(a: ImagePlatform, b: ImagePlatform): boolean {
  const variant = (of: ImagePlatform) => of.variant || (USUAL_VARIANTS[of.architecture] ?? '');
  return a.os === b.os && a.architecture === b.architecture && variant(a) === variant(b);
}

export function platformText({os, architecture, variant}: ImagePlatform): string {
  return [os, architecture, variant].filter((part) => part !== undefined && part !== '').join('/');
}
