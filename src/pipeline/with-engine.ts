/** The engine of a run, for as long as it is needed. */
import {formatAddress} from '../engine/address.ts';
import {connectEngine, describeEngine} from '../engine/facts.ts';
import {Transport} from '../engine/transport.ts';
import {NO_LEDGER, openLedger} from './ledger.ts';
import type {Opened} from './opened.ts';
import type {EngineChoice, RunTools} from './run-inputs.ts';

/** Opens the engine for the time of `work`, which gets it at once, and may do something else before it awaits it. */
export async function withEngine<T>(
  choice: EngineChoice,
  {log, signal, journal}: Pick<RunTools, 'log' | 'signal' | 'journal'>,
  work: (opening: Promise<Opened>) => Promise<T>,
): Promise<T> {
  const transport = Transport.open(choice.address, {
    tls: choice.tls,
    ssh: choice.ssh,
    onRequest: (line) => log.debug(`engine: ${line}`),
  });
  const open = async (): Promise<Opened> => {
    const engine = await connectEngine(transport, {pinned: choice.pinnedApi, onWarning: log.warning, signal});
    log.info(`Engine: ${describeEngine(engine.facts)}, at ${formatAddress(choice.address)} (${choice.source})`);
    for (const warning of engine.facts.warnings) log.warning(warning);
    return {engine, ledger: journal === undefined ? NO_LEDGER : await openLedger(engine, journal, signal)};
  };
  try {
    return await work(open());
  } finally {
    log.endGroup();
    await transport.close();
  }
}
