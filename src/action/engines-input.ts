/** Input `engines`: `platform=address` by line, for builds on machines of their own. */
import {InvalidInput} from '../pipeline/errors.ts';
import type {EngineChoice, Inputs} from '../pipeline/run-inputs.ts';
import {formatPlatform} from '../registry/platform.ts';
import {chooseEngine, type EngineInput, engineInput} from './engine-input.ts';
import type {InputSource, RawInputs} from './raw-inputs.ts';
import {readPlatform, readPlatforms} from './reference-input.ts';

/**
 * Engines by platform, and the one for all others; that is looked for only when it is needed. Throws InvalidInput, and what
 * `chooseEngine` throws.
 */
export async function readEngines(
  raw: RawInputs,
  workspace: string,
  source: Pick<InputSource, 'env' | 'log'>,
): Promise<Pick<Inputs, 'engine' | 'engines'>> {
  const usual: EngineInput = engineInput(raw, workspace, source);
  const engines = await readLines(raw.engines, usual);
  const platforms = readPlatforms(raw.platforms).map(formatPlatform);
  for (const name of engines.keys())
    if (!platforms.includes(name))
      source.log.notice(`input engines: ${name} is not among the platforms, so its engine is not used`);
  const chosen = platforms.map((name) => engines.get(name));
  const [first] = chosen;
  const engine = first !== undefined && !chosen.includes(undefined) ? first : await chooseEngine(usual);
  return {engine, engines: new Map([...engines].filter(([name]) => platforms.includes(name)))};
}

/** By `formatPlatform`; the same address is the same engine. `usual` says what else an address needs. */
async function readLines(lines: readonly string[], usual: EngineInput): Promise<ReadonlyMap<string, EngineChoice>> {
  const byAddress = new Map<string, EngineChoice>();
  const engines = new Map<string, EngineChoice>();
  for (const line of lines) {
    const [, platform = '', address = ''] = /^([^=]+)=(.+)$/.exec(line) ?? [];
    if (address === '') {
      throw new InvalidInput(
        'engines',
        `"${line}" does not say which platform has which engine`,
        'write platform=address, for example linux/arm64=ssh://user@host',
      );
    }
    const name = formatPlatform(readPlatform('engines', platform.trim()));
    const known = byAddress.get(address.trim());
    const choice = known ?? (await chooseEngine({...usual, host: address.trim(), hostInput: 'engines', context: ''}));
    byAddress.set(address.trim(), choice);
    engines.set(name, choice);
  }
  return engines;
}
