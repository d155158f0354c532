/**
 * The client of `src/engine` as a library, without GitHub Actions: lists the images of an engine, and of one shows how
 * it came to be and writes it to a file in the current directory.
 *
 *     node examples/library.ts [address] [image]
 *
 * The address is `unix:///path` or `tcp://host:port`, by default DOCKER_HOST or the usual socket; the image is the first
 * with a name.
 */
import {createWriteStream} from 'node:fs';
import {pipeline} from 'node:stream/promises';
import {parseAddress} from '../src/engine/address.ts';
import {connectEngine, describeEngine} from '../src/engine/facts.ts';
import * as images from '../src/engine/image-api.ts';
import {Transport} from '../src/engine/transport.ts';

const usual = process.env['DOCKER_HOST'] || 'unix:///var/run/docker.sock';
const [address = usual, wanted] = process.argv.slice(2);
const {signal} = new AbortController();
const transport = Transport.open(parseAddress(address, {tls: false, allowPlain: false}));

try {
  const engine = await connectEngine(transport, {onWarning: console.warn, signal});
  console.log(describeEngine(engine.facts));

  const all = await images.list(engine, {filters: {dangling: ['false']}, signal});
  for (const {names, size} of all) console.log(`${names.join(', ')}: ${size} bytes`);
  const image = wanted ?? all.flatMap(({names}) => names)[0];
  if (image === undefined) throw new Error('this engine has no image with a name');

  console.log(`History of ${image}:`);
  const history = await images.history(engine, image, {signal});
  for (const {createdBy, size} of history) console.log(`${String(size).padStart(12)}  ${createdBy}`);

  const file = `${image.replace(/[/:@]/g, '-')}.tar`;
  await pipeline(await images.export(engine, image, {signal}), createWriteStream(file));
  console.log(`Wrote ${file}`);
} finally {
  await transport.close();
}
