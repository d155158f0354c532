/**
 * A platform as the newer image endpoints take it: JSON with `os` and `architecture` (OCI image-spec "Platform"). Build
 * and create take `os/arch[/variant]` instead, as plain text.
 */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}

/** Undefined for no platform, which leaves the parameter out. */
export function encodePlatform(platform: Platform | undefined): string | undefined {
  if (platform === undefined) return undefined;
  const {os, architecture, variant} = platform;
  return JSON.stringify({os, architecture, ...(variant !== undefined && {variant})});
}
