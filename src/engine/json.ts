/**
 * Reading JSON of an engine without trusting its shape: members that are missing, null or of another type become the
 * empty value of the type wanted, as engines leave out and null members by version (Engine API v1.52 changes).
 */
/** Own members only: `__proto__` and friends in the JSON never reach us. */
export function own(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

export function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Undefined for the -1 that engines write for "not counted", too. */
export function amountOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 ? value : undefined;
}

export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textsOf(value: unknown): readonly string[] {
  return itemsOf(value).filter((item) => typeof item === 'string');
}

/** String values of an object by key. */
export function mapOf(value: unknown): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(asObject(value)).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

/** Image ids with their algorithm, which Podman leaves off; undefined for anything else. */
export function imageIdOf(value: unknown): string | undefined {
  const digits = /^(?:sha256:)?([0-9a-f]{64})$/.exec(textOf(value))?.[1];
  return digits === undefined ? undefined : `sha256:${digits}`;
}

/**
 * Names of an image, without what stands for none (`<none>:<none>`) and without the digests that the containerd store
 * lists among its tags.
 */
export function namesOf(value: unknown): readonly string[] {
  return textsOf(value).filter((name) => !name.includes('<none>') && !name.includes('@'));
}
