/**
 * Looks for the secrets of this run in what anybody who can pull the image reads: its history, its config and its labels,
 * of each platform that is in the engine. The content of layers is not looked at.
 */
import {EngineError} from '../engine/errors.ts';
import type {Engine} from '../engine/facts.ts';
import {type HistoryEntry, history} from '../engine/history.ts';
import {type ImageDetails, inspect} from '../engine/inspect.ts';
import {formatPlatform} from '../registry/platform.ts';
import type {Log} from '../report/log.ts';
import {count} from '../report/units.ts';
import {SecretLeaked} from './errors.ts';
import {censor, type Form, findLeaks, type Leak, type Place} from './leaks.ts';
import {type KnownSecret, needlesOf} from './needles.ts';
import {isIndex, type Obtained} from './obtained.ts';

/** Whether a find stops the push. */
export type LeakGuard = 'stop' | 'warn';

export interface Guarded {
  readonly obtained: Obtained;
  /** Newest first; undefined where the engine does not tell. */
  readonly entries: readonly HistoryEntry[] | undefined;
}

export interface GuardTools {
  readonly secrets: readonly KnownSecret[];
  readonly guard: LeakGuard;
  /** What the push adds to the image, such as annotations. */
  readonly added: ReadonlyMap<string, string>;
  /** Without a push a find is a warning. */
  readonly push: boolean;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/**
 * `engine` undefined: there is nothing else to look at than what is given. Gives back what it got, with the finds cut out, so that they get no further. Throws SecretLeaked. What the engine does
 * not show is a warning.
 */
export async function guardImage(engine: Engine | undefined, guarded: Guarded, tools: GuardTools): Promise<Guarded> {
  const {secrets, guard, added, push, log, signal} = tools;
  const needles = needlesOf(secrets);
  if (needles.length === 0) return guarded;
  const {obtained, entries} = guarded;
  const {image} = obtained;
  const others = engine === undefined ? {places: [], complete: true} : await readOthers(engine, image, signal);
  const attributes = [...added].map(([key, text]) => ({where: `the attribute ${key} of outputs`, text}));
  const places = [...placesOf(image, entries), ...others.places, ...attributes];
  const finds = [...new Set(findLeaks(places, needles).map(describe))];
  if (entries === undefined || !others.complete)
    log.warning('the engine does not show all of the image, so not all of it was searched for secrets of this run');
  if (finds.length === 0) return guarded;
  if (push && guard === 'stop') throw new SecretLeaked(listed(finds));
  log.warning(
    `the image holds secrets of this run, which anybody who gets it can read; RUN --mount=type=secret leaves nothing in the image:${listed(finds)}`,
  );
  const cut = (text: string) => censor(text, needles);
  const labels = new Map([...image.config.labels].map(([key, value]) => [cut(key), cut(value)]));
  return {
    obtained: {...obtained, image: {...image, config: {...image.config, labels}}},
    entries: entries?.map((entry) => ({...entry, createdBy: cut(entry.createdBy), comment: cut(entry.comment)})),
  };
}

const MOST_SHOWN = 20;

function listed(finds: readonly string[]): string {
  const more = finds.length - MOST_SHOWN;
  const rest = more > 0 ? [`and ${count(more, 'place')} more`] : [];
  return [...finds.slice(0, MOST_SHOWN), ...rest].map((line) => `\n  ${line}`).join('');
}

const FORMS: Readonly<Record<Form, string>> = {plain: '', base64: ' in base64', url: ' in URL encoding'};

function describe({where, shown, what, form}: Leak): string {
  return `${where} holds ${what}${FORMS[form]}: ${shown.replace(/\s+/g, ' ')}`;
}

function placesOf(image: ImageDetails, entries: readonly HistoryEntry[] = []): readonly Place[] {
  const steps = entries.toReversed().flatMap(({createdBy, comment}, at) => {
    const where = `instruction ${at + 1} of ${entries.length}`;
    return [
      {where, text: createdBy},
      {where: `the comment of ${where}`, text: comment},
    ];
  });
  const fields = image.texts.map(({field, text}) => ({where: nameOf(field, text), text}));
  return [...steps, ...fields].filter(({text}) => text !== '');
}

/** The engine's path of a field in the words of a Dockerfile. */
function nameOf(field: readonly string[], text: string): string {
  const [part, key, ...rest] = field;
  if (part !== 'Config') return `the image's ${field.join('.')}`;
  if (key === 'Labels') return `the label ${rest.join('.')}`;
  if (key === 'Env') return `the environment variable ${text.split('=', 1)[0]}`;
  return `the config's ${[key, ...rest].join('.')}`;
}

interface Others {
  readonly places: readonly Place[];
  /** False where the engine did not tell of something. */
  readonly complete: boolean;
}

/** Of an index, what is in the engine beside the platform that it shows anyway. */
async function readOthers(engine: Engine, image: ImageDetails, signal: AbortSignal): Promise<Others> {
  if (!isIndex(image)) return {places: [], complete: true};
  try {
    const {manifests} = await inspect(engine, image.id, {manifests: true, signal});
    const places: Place[] = [];
    for (const {kind, available, platform} of manifests) {
      if (kind !== 'image' || !available || platform === undefined) continue;
      const [details, entries] = await Promise.all([
        inspect(engine, image.id, {platform, signal}),
        history(engine, image.id, {platform, signal}),
      ]);
      const suffix = ` for ${formatPlatform(platform)}`;
      places.push(...placesOf(details, entries).map(({where, text}) => ({where: where + suffix, text})));
    }
    return {places, complete: true};
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof EngineError) return {places: [], complete: false};
    throw error;
  }
}
