/**
 * What was started and has to be stopped: processes, containers, directories. Each is noted here before the next thing
 * happens, so that a script that fails or gets a signal in the middle leaves nothing behind.
 */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

type Stop = () => Promise<void>;

const stops: Stop[] = [];
let ending: Promise<void> | undefined;
let signalled = false;

/** Notes how to stop what was just started. The function that is returned does so, once however often it is called. */
export function toStop(stop: () => Promise<void> | void): Stop {
  let stopped: Promise<void> | undefined;
  const once = () => {
    stopped ??= (async () => {
      try {
        await stop();
      } finally {
        stops.splice(stops.indexOf(once), 1);
      }
    })();
    return stopped;
  };
  stops.push(once);
  return once;
}

/** A new directory below the system's own for such, removed at the end; `remove` removes it earlier. */
export function temporaryDirectory(prefix: string, clear: (path: string) => void = () => {}) {
  throwIfEnding();
  const path = mkdtempSync(join(tmpdir(), prefix));
  const remove = toStop(() => {
    clear(path);
    rmSync(path, {recursive: true, force: true, maxRetries: 5, retryDelay: 200});
  });
  return {path, remove};
}

/** Stops everything, the last first. Never rejects: what cannot be stopped is named, and the others still are. */
export function stopAll(): Promise<void> {
  ending ??= (async () => {
    for (let stop = stops.at(-1); stop !== undefined; stop = stops.at(-1)) {
      await stop().catch((error: unknown) => console.error(`could not be stopped: ${(error as Error).message}`));
    }
  })();
  return ending;
}

/** Before something is started: the script may be on its way out, while the code that starts things still runs. */
export function throwIfEnding(): void {
  if (ending !== undefined) throw new Error('the script is ending');
}

/** Whether a signal ends the script; errors that follow from it are then not worth a word. */
export function isSignalled(): boolean {
  return signalled;
}

/** On SIGINT and SIGTERM, stops everything and exits with 130 or 143. A second signal exits at once. */
export function stopOnSignals(): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.on(signal, () => {
      if (signalled) process.exit(code);
      signalled = true;
      console.error(`\n${signal}: stopping what was started`);
      void stopAll().then(() => process.exit(code));
    });
  }
}
