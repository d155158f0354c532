/**
 * `npm run bench [name…]`: what Stowage costs, as ratios against a named baseline measured in the same run. Absolute
 * times are printed for orientation only; they say more about the machine than about the code.
 */
import {benchCache} from './cache.ts';
import {benchCached} from './cached.ts';
import {benchDecode} from './decode.ts';
import {benchPacking} from './packing.ts';
import {benchRoads} from './roads.ts';
import {benchSkip} from './skip.ts';
import {benchStart} from './start.ts';
import {benchTransfer} from './transfer.ts';

const BENCHES = {
  start: benchStart,
  packing: benchPacking,
  cached: benchCached,
  cache: benchCache,
  skip: benchSkip,
  roads: benchRoads,
  decode: benchDecode,
  transfer: benchTransfer,
} as const;
type Name = keyof typeof BENCHES;

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`there is no benchmark ${unknown.join(', ')}: choose from ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 1;
} else {
  for (const name of named.length > 0 ? (named as Name[]) : (Object.keys(BENCHES) as Name[])) {
    console.log(`== ${name}`);
    await BENCHES[name]((line) => console.log(line));
  }
}
