/**
 * Inputs `provenance`, `sbom` and `attests`: what BuildKit is to attest. Without them nothing is, so that an image for one
 * platform stays one manifest (docs/decisions/0012-control-api.md).
 */
import type {Attestation} from '../pipeline/control-inputs.ts';
import {InvalidInput} from '../pipeline/errors.ts';
import {readFields} from './fields.ts';
import type {RawInputs} from './raw-inputs.ts';

const KINDS: readonly Attestation[] = ['provenance', 'sbom'];

/** Parameters of each as CSV; `provenance` and `sbom` go before what `attests` says of the same. Throws InvalidInput. */
export function readAttestations(
  raw: Pick<RawInputs, 'attests' | 'provenance' | 'sbom'>,
  env: NodeJS.ProcessEnv,
): ReadonlyMap<Attestation, string> {
  const wanted = new Map<Attestation, Parameters>();
  for (const item of raw.attests) {
    const {kind, parameters} = readAttest(item);
    set(wanted, kind, parameters);
  }
  for (const kind of KINDS) {
    const parameters = readSwitch(kind, raw[kind]);
    if (parameters !== undefined) set(wanted, kind, parameters);
  }
  const csv = new Map<Attestation, string>();
  for (const [kind, parameters] of wanted)
    csv.set(kind, csvOf(kind === 'sbom' ? parameters : completed(parameters, env)));
  return csv;
}

type Parameters = ReadonlyMap<string, string>;
const OFF = 'disabled';

/** The last word counts, and it may be that there is none. */
function set(wanted: Map<Attestation, Parameters>, kind: Attestation, parameters: Parameters): void {
  if (parameters.get(OFF) === 'true') wanted.delete(kind);
  else wanted.set(kind, new Map([...parameters].filter(([key]) => key !== OFF)));
}

function readAttest(item: string): {readonly kind: Attestation; readonly parameters: Parameters} {
  const fields = readFields('attests', item, 'type');
  const kind = KINDS.find((known) => known === fields.get('type'));
  if (kind === undefined)
    throw new InvalidInput('attests', 'an entry is of no known type', 'write type=provenance,mode=max or type=sbom');
  return {kind, parameters: new Map([...fields].filter(([key]) => key !== 'type'))};
}

/** A boolean, or parameters; undefined for an empty input. */
function readSwitch(kind: Attestation, text: string): Parameters | undefined {
  if (text === '') return undefined;
  if (/^(?:false|False|FALSE)$/.test(text)) return new Map([[OFF, 'true']]);
  if (/^(?:true|True|TRUE)$/.test(text)) return new Map();
  return readFields(kind, text);
}

/** BuildKit's own default is `max`, which shows every build argument to whoever can pull the image. */
function completed(parameters: Parameters, env: NodeJS.ProcessEnv): Parameters {
  const run = runUrl(env);
  return new Map([
    ...(parameters.has('mode') ? [] : [['mode', 'min'] as const]),
    ...parameters,
    ...(run !== undefined && !parameters.has('builder-id') ? [['builder-id', run] as const] : []),
  ]);
}

/** As docker/build-push-action names the builder. */
function runUrl(env: NodeJS.ProcessEnv): string | undefined {
  const [server, repository, id] = [env['GITHUB_SERVER_URL'], env['GITHUB_REPOSITORY'], env['GITHUB_RUN_ID']];
  if (!server || !repository || !id) return undefined;
  const attempt = env['GITHUB_RUN_ATTEMPT'];
  return `${server}/${repository}/actions/runs/${id}${attempt ? `/attempts/${attempt}` : ''}`;
}

function csvOf(parameters: Parameters): string {
  return [...parameters]
    .map(([key, value]) => {
      const field = `${key}=${value}`;
      return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
    })
    .join(',');
}
