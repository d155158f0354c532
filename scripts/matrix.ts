/**
 * What a run of the tests in `__tests__/engine/image-api` found: which parameter works on which engine. They write a
 * line of JSON for each; docs/engines.md is made from those.
 */
import {existsSync, readFileSync} from 'node:fs';
import type {EngineFacts} from '../src/engine/facts.ts';

export interface Finding {
  /** Kind of engine, such as `Docker 28.5, containerd store`. */
  readonly column: string;
  readonly outcome: 'yes' | 'no' | 'refused' | 'warned';
  /** Why not; empty for `yes`. */
  readonly reason: string;
}

export interface MatrixLine extends Finding {
  readonly operation: string;
  readonly parameter: string;
}

const shortVersion = (version: string) => /^\d+\.\d+/.exec(version)?.[0] ?? version;

export function columnOf({product, version, store}: EngineFacts): string {
  if (product === 'podman') return `Podman ${shortVersion(version)}`;
  return `Docker ${shortVersion(version)}, ${store === 'containerd' ? 'containerd store' : 'graph driver'}`;
}

/** A reason without what differs from run to run: names and ids of images, ports, and patch versions. */
export function tidy(reason: string, {version, driver}: EngineFacts): string {
  return reason
    .replaceAll(version, shortVersion(version))
    .replaceAll(` ${driver}`, '')
    .replace(/\b127\.0\.0\.1:\d+/g, '127.0.0.1:…')
    .replace(/\bt?[0-9a-f]{12,64}\b/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
}

export function readLines(file: string): readonly MatrixLine[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as MatrixLine);
}
