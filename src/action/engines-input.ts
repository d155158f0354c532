/** Input `engines`: `platform=address` by line, for builds on machines of their own. */
import {InvalidInput} from '../pipeline/errors.ts';
import type {EngineChoice} from '../pipeline/run-inputs.ts';
import {formatPlatform} from '../registry/platform.ts';
import {chooseEngine, type EngineInput} from './engine-input.ts';
import {readPlatform} from './reference-input.ts';

export interface EngineLines {
  /** By `formatPlatform`; the same address is the same engine. */
  readonly engines: ReadonlyMap<string, EngineChoice>;
}

/** `usual` says what else an address needs. Throws InvalidInput, and what `chooseEngine` throws. */
export async function readEngineLines(lines: readonly string[], usual: EngineInput): Promise<EngineLines> {
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
  return {engines};
}
