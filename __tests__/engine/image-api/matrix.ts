/**
 * One test for each parameter on each engine, with an outcome that is found by trying. `yes`: the engine's state
 * afterwards is as the parameter says. `no`: our method refused. `refused`: the engine did. `warned`: our method said
 * that it has no effect, and it has none. A parameter without an effect that nobody spoke of fails its test.
 *
 * The outcomes go to the file that STOWAGE_TEST_MATRIX names, from which docs/engines.md is made.
 */
import {appendFileSync} from 'node:fs';
import {setTimeout as sleep} from 'node:timers/promises';
import {afterAll, expect, it} from '@jest/globals';
import {columnOf, type Finding, type MatrixLine, tidy} from '../../../scripts/matrix.ts';
import {parseAddress} from '../../../src/engine/address.ts';
import {EngineError, StreamCutShort} from '../../../src/engine/errors.ts';
import {connectEngine, type Engine, type EngineFacts} from '../../../src/engine/facts.ts';
import {Unsupported} from '../../../src/engine/parameters.ts';
import {Transport} from '../../../src/engine/transport.ts';
import {holdAlone, PATIENCE} from '../../alone.ts';
import {describeEngines, isPodman, type Engine as RigEngine, removeImage} from '../../rig.ts';
import {type Operation, PARAMETERS, type Parameter} from './document.ts';

/** One engine as a check sees it. */
export interface Subject {
  /** For plain HTTP, apart from the code under test. */
  readonly address: string;
  readonly rig: RigEngine;
  /** For our methods. */
  readonly engine: Engine;
  readonly facts: EngineFacts;
  readonly signal: AbortSignal;
  /** Called when the check is over, the last first. */
  readonly after: (clean: () => Promise<unknown>) => void;
  /** A name or an id to remove when the check is over. Gives it back. */
  readonly removing: (image: string) => string;
}

/** Resolves with false where the parameter had no effect at all, which our method must then have warned of. */
export type Check = (at: Subject) => Promise<unknown>;

type Result = {readonly finding: Finding} | {readonly error: unknown};

/** No check may hold up the others of its engine for longer. */
const LIMIT_MS = 50_000;

const transports: Transport[] = [];
const running: Promise<void>[] = [];
let over = false;
afterAll(async () => {
  // Where only some tests were asked for, the others' checks may still go on.
  over = true;
  await Promise.all(running);
  for (const transport of transports.splice(0)) await transport.close();
});

async function connect({address}: RigEngine): Promise<Engine> {
  const transport = Transport.open(parseAddress(address, {tls: false, allowPlain: false}));
  transports.push(transport);
  return connectEngine(transport, {signal: AbortSignal.timeout(LIMIT_MS)});
}

/**
 * Declares the tests of one operation: a check for each of its parameters. `variant` tells apart several ways to call
 * it. The engines work at the same time, each at one check after the other.
 */
export function operation<O extends Operation>(
  name: O,
  checks: Readonly<Record<Parameter<O>, Check>>,
  variant?: string,
): void {
  const title = variant === undefined ? name : `${name}, ${variant}`;
  const parameters = Object.keys(checks) as Parameter<O>[];
  const starts: (() => Promise<void>)[] = [];
  it(`${title} has a check for each parameter`, () => {
    expect([...parameters].sort()).toEqual([...PARAMETERS[name]].sort());
  });
  describeEngines(
    title,
    (rig) => {
      const results = new Map<string, PromiseWithResolvers<Result>>();
      for (const parameter of parameters) results.set(parameter, Promise.withResolvers());
      starts.push(async () => {
        const release = await holdAlone(rig);
        const connected = connect(rig);
        for (const parameter of parameters) {
          if (over) break;
          const result = await connected.then(
            (engine) => tryOne(rig, engine, checks[parameter]),
            (error: unknown) => ({error}),
          );
          results.get(parameter)?.resolve(result);
        }
        release();
      });
      it.each(parameters)(
        '%s',
        async (parameter) => {
          running.push(...starts.splice(0).map((start) => start()));
          const result = await results.get(parameter)?.promise;
          if (result === undefined || 'error' in result) throw result?.error;
          const line: MatrixLine = {operation: title, parameter, ...result.finding};
          const file = process.env['STOWAGE_TEST_MATRIX'];
          if (file) appendFileSync(file, `${JSON.stringify(line)}\n`);
        },
        // The first test of an engine waits for all that the others do meanwhile, and Podman for other files.
        2 * LIMIT_MS + (isPodman(rig) ? PATIENCE : 0),
      );
    },
    undefined,
    true,
  );
}

async function tryOne(rig: RigEngine, connected: Engine, check: Check): Promise<Result> {
  const warnings: string[] = [];
  const cleanings: (() => Promise<unknown>)[] = [];
  const engine = {...connected, warn: (text: string) => warnings.push(text)};
  const at: Subject = {
    address: rig.address,
    rig,
    engine,
    facts: connected.facts,
    signal: AbortSignal.timeout(LIMIT_MS),
    after: (clean) => cleanings.push(clean),
    removing: (image) => {
      cleanings.push(() => removeImage(rig, image));
      return image;
    },
  };
  try {
    const {outcome, reason} = await outcomeOf(check(at), warnings);
    const finding = {column: columnOf(at.facts), outcome, reason: tidy(reason, at.facts)};
    return {finding};
  } catch (error) {
    return {error};
  } finally {
    for (const clean of cleanings.reverse()) await clean().catch(() => undefined);
  }
}

async function outcomeOf(checked: Promise<unknown>, warnings: readonly string[]): Promise<Omit<Finding, 'column'>> {
  try {
    const works = (await checked) !== false;
    const [warning] = warnings;
    if (works && warning === undefined) return {outcome: 'yes', reason: ''};
    if (!works && warning !== undefined) return {outcome: 'warned', reason: warning};
    throw new Error(
      works ? `it works, yet there was the warning: ${warning}` : 'it has no effect, and nothing said so',
    );
  } catch (error) {
    if (error instanceof Unsupported) return {outcome: 'no', reason: error.reason};
    // An answer that ends early is no refusal, but an engine that took the call for something else.
    if (error instanceof EngineError && !(error instanceof StreamCutShort))
      return {outcome: 'refused', reason: error.reason};
    throw error;
  }
}

/** For a call that a check needs but does not test: its refusal is no outcome. */
export async function sure<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw new Error(`the check could not be prepared: ${(error as Error).message}`, {cause: error});
  }
}

/**
 * Calls again where other tests on the same engine are in the way: only one may prune at a time, and Podman fails to list
 * or prune when any image goes meanwhile.
 */
export async function amongOthers<T>(call: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const isOthers = error instanceof EngineError && /image not known|prune operation is already/.test(error.reason);
      if (!isOthers) throw error;
      await sleep(200);
    }
  }
}

/** All events of a stream; throws where it does. */
export async function eventsOf<T>(stream: AsyncIterable<T>): Promise<readonly T[]> {
  const events: T[] = [];
  for await (const event of stream) events.push(event);
  return events;
}
