/**
 * How a directory gets to the builder: all of it as a tar in the request, or by the session of the build, which asks for
 * the files that it needs and does not have yet (docs/decisions/0011-files-on-demand.md).
 */
import {createHash} from 'node:crypto';
import {hostname} from 'node:os';
import {type BuildContext, type ContextTar, listForTar} from '../context/source.ts';
import type {Log} from '../report/log.ts';
import {count, formatBytes} from '../report/units.ts';
import type {OpenedContext} from './open-context.ts';
import type {Sending} from './sending.ts';

export interface SendTools {
  readonly log: Log;
  readonly signal: AbortSignal;
}

const NO_SERVICES = {
  methods: new Map(),
  sharedKey: undefined,
  neededFor: [],
  failure: undefined,
  end: () => {},
} as const;

/** What is no directory: a tar as it is, or something that the engine fetches. */
export function sendAsItIs({dockerfile, remote, send}: OpenedContext, {signal}: SendTools): Sending {
  return {...NO_SERVICES, begin: async () => ({dockerfile, remote, body: send?.(signal)})};
}

export function sendTar(tar: ContextTar, {signal}: SendTools): Sending {
  return {...NO_SERVICES, begin: async () => ({dockerfile: tar.dockerfile, body: tar.pack(signal)})};
}

/** As the log has it. */
export function sizeOf({entries, bytes}: {readonly entries: number; readonly bytes: number}): string {
  return `${count(entries, 'entry', 'entries')}, ${formatBytes(bytes)}`;
}

/** What COPY sees of a tar, as the classic builder and Podman hide these themselves and BuildKit does not. */
export function sayUnhidden({unhidden}: ContextTar, log: Log): void {
  if (unhidden.length === 0) return;
  log.info(`COPY sees what must travel with the context although it is excluded: ${unhidden.join(', ')}`);
}

export interface PartsOptions {
  /** What the context is, whatever directory it was put into. */
  readonly identity: string;
  readonly target: string | undefined;
  /** Without a session the build fails, instead of getting a tar. */
  readonly isStrict: boolean;
}

/** Shares the directory with the builder. Throws ContextError for a Dockerfile that cannot be read. */
export async function sendParts(
  context: BuildContext,
  {identity, target, isStrict}: PartsOptions,
  {log, signal}: SendTools,
): Promise<Sending> {
  const {fileSyncMethods, shareContext} = await import('./builders-side.ts');
  const warnings = new Set<string>();
  const transfers: Transfer[] = [];
  const failures: unknown[] = [];
  const shared = shareContext(context, (warning) => warnings.add(warning));
  return {
    methods: fileSyncMethods({
      directories: shared.directories,
      onTransfer: (transfer) => transfers.push(transfer),
      onFailure: (error) => failures.push(error),
    }),
    sharedKey: keyOf([hostname(), identity, shared.dockerfile, target ?? '']),
    neededFor: isStrict ? ['input context-transfer'] : [],
    begin: async (hasSession) => {
      if (hasSession) return {dockerfile: shared.dockerfile, remote: 'client-session'};
      const tar = await listForTar(context, signal);
      log.info(`The context is sent as a whole, ${sizeOf(tar)}`);
      for (const warning of tar.warnings) log.warning(warning);
      sayUnhidden(tar, log);
      return {dockerfile: tar.dockerfile, body: tar.pack(signal)};
    },
    get failure() {
      return failures[0];
    },
    end: () => {
      for (const line of describe(transfers.splice(0))) log.info(line);
      for (const warning of warnings) log.warning(warning);
      warnings.clear();
    },
  };
}

interface Transfer {
  readonly directory: string;
  readonly request: {readonly include: readonly string[]; readonly follow: readonly string[]};
  readonly listed: {readonly entries: number; readonly bytes: number};
  readonly sent: {readonly files: number; readonly bytes: number};
  readonly isDone: boolean;
}

/** Without the Dockerfile and the ignore file, which builders ask for each time. */
function describe(transfers: readonly Transfer[]): readonly string[] {
  const ofContext = transfers.filter(
    ({directory, request: {follow}}) => directory === 'context' && follow.join() !== '.dockerignore',
  );
  if (ofContext.length === 0) return [];
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const entries = sum(ofContext.map(({listed}) => listed.entries));
  const all = sizeOf({entries, bytes: sum(ofContext.map(({listed}) => listed.bytes))});
  const files = sum(ofContext.map(({sent}) => sent.files));
  if (files > 0)
    return [`Sent ${count(files, 'file')}, ${formatBytes(sum(ofContext.map(({sent}) => sent.bytes)))}, of ${all}`];
  if (!ofContext.every(({isDone}) => isDone)) return [];
  return [`Nothing new to send of ${all}: the engine has it from an earlier build`];
}

/** Says nothing of what it is made of, as the engine keeps it. */
function keyOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40);
}
