/**
 * Takes images out of engines and puts them into registries by our own client: by the relay where an engine reaches it,
 * else by the archive that it exports. Nothing can be seen in a registry before `place`.
 */
import type {Engine} from '../engine/facts.ts';
import type {ImageDetails} from '../engine/inspect.ts';
import {BlobStore} from '../registry/blob-store.ts';
import type {RegistryClient} from '../registry/client.ts';
import {blobsOf} from '../registry/copy.ts';
import {describeManifest} from '../registry/describe-image.ts';
import type {Descriptor} from '../registry/descriptor.ts';
import {assembleIndex} from '../registry/image-index.ts';
import {attestedBy, childrenOf, isIndexType, partsOf, withAnnotations} from '../registry/image-manifest.ts';
import type {Manifest} from '../registry/manifest.ts';
import {formatPlatform, matchesPlatform, type Platform} from '../registry/platform.ts';
import type {Reference, TaggedReference} from '../registry/reference.ts';
import {type Relay, startRelay} from '../registry/relay.ts';
import {type Annotation, annotateChildren, annotationsOf} from './annotations.ts';
import type {DirectPush} from './direct-push.ts';
import {WrongPlatform} from './errors.ts';
import {type Overwrite, type Placed, placeManifest} from './place-manifest.ts';
import {findRoad, pushToRelay, type RelayPushTools, type Road} from './relay-push.ts';
import {Supply} from './supply.ts';

export interface DeliveryTools extends RelayPushTools {
  readonly client: RegistryClient;
  /** A directory that is nobody else's. */
  readonly temp: string;
  /** Removes that. */
  readonly remove: () => void;
  readonly onSecret: (value: string) => void;
}

export interface DeliveryPlan {
  readonly tags: readonly TaggedReference[];
  /** Repositories that get the content without a tag. */
  readonly untagged: readonly Reference[];
  readonly annotations: readonly Annotation[];
  readonly overwrite: Overwrite;
}

/** An image on its way, in parts. */
export interface Parcel {
  readonly top: Manifest;
  /** What stands for it in an index: itself, or what its own index holds. */
  readonly children: readonly Descriptor[];
  /** All manifests of it, in the order in which a registry takes them. */
  readonly manifests: readonly Manifest[];
}

/** Where one image comes to. */
export interface Slot {
  /** Unlike any other, of lower-case letters and digits. */
  readonly slot: string;
  /** That the image has to be for. */
  readonly platform: Platform | undefined;
}

/** Dispose of it, or its server and its files stay. */
export class Delivery implements AsyncDisposable {
  readonly #plan: DeliveryPlan;
  readonly #tools: DeliveryTools;
  readonly #store: BlobStore;
  readonly #supply: Supply;
  readonly #relay: Relay;
  /** By engine. */
  readonly #roads = new Map<Engine, Promise<Road | undefined>>();

  private constructor(
    parts: {store: BlobStore; supply: Supply; relay: Relay},
    plan: DeliveryPlan,
    tools: DeliveryTools,
  ) {
    this.#plan = plan;
    this.#tools = tools;
    this.#store = parts.store;
    this.#supply = parts.supply;
    this.#relay = parts.relay;
  }

  static async open(plan: DeliveryPlan, tools: DeliveryTools): Promise<Delivery> {
    const {client, signal, temp} = tools;
    const store = new BlobStore(temp);
    const supply = new Supply([...plan.tags, ...plan.untagged], {client, store, signal});
    const relay = await startRelay({
      store,
      sizeElsewhere: (digest) => supply.sizeThere(digest),
      onBlob: (blob) => supply.arrived(blob),
    });
    for (const secret of [relay.password, relay.openNonce]) tools.onSecret(secret);
    return new Delivery({store, supply, relay}, plan, tools);
  }

  /** Finds out whether an engine gets here, which may be done while it builds. Never rejects. */
  meet(engine: Engine): void {
    if (!this.#roads.has(engine))
      this.#roads.set(
        engine,
        findRoad(engine, this.#relay, this.#tools.signal).catch(() => undefined),
      );
  }

  /** For a build that pushes as it builds, by an engine that is known to get here; undefined for another one. */
  async directly(engine: Engine, slot: string): Promise<DirectPush | undefined> {
    this.meet(engine);
    const road = await this.#roads.get(engine);
    if (road?.isProven !== true) return undefined;
    const {directPush} = await import('./direct-push.ts');
    return directPush(this.#relay, {host: road.host, slot}, (blob) => this.#supply.read(blob));
  }

  /** What came so, to be called when it may go on its way. Throws WrongPlatform. */
  async accept(digest: string, {slot, platform}: Slot): Promise<Parcel> {
    const {pushedAs} = await import('./direct-push.ts');
    const manifest = pushedAs(this.#relay, slot, digest);
    for (const {digest: name} of blobsOf(manifest)) {
      const blob = this.#store.get(name);
      if (blob !== undefined) this.#supply.arrived(blob);
    }
    return this.#pack(manifest, [manifest], platform);
  }

  /** Throws WrongPlatform and what the engine has to say. */
  async take(
    engine: Engine,
    image: ImageDetails,
    {slot, platform, title = 'the image'}: Slot & {readonly title?: string},
    tools: Pick<DeliveryTools, 'log'> = this.#tools,
  ): Promise<Parcel> {
    this.meet(engine);
    const road = await this.#roads.get(engine);
    const job = {...this.#tools, ...tools};
    const to = road && {relay: this.#relay, host: road.host, slot, title};
    const received = to && (await pushToRelay(engine, image.id, to, job));
    if (received?.top !== undefined) return this.#pack(received.top, received.manifests, platform);
    this.#roads.set(engine, Promise.resolve(undefined));
    job.log.info('The engine does not reach this machine, so the image is taken from the archive that it exports');
    const {takeFromArchive} = await import('./archive-push.ts');
    const {signal} = this.#tools;
    const onBlob = this.#supply.arrived.bind(this.#supply);
    const options = {store: this.#store, onBlob, temp: this.#tools.temp, signal};
    const manifest = await takeFromArchive(engine, image.id, platform, options);
    return this.#pack(manifest, [manifest], platform);
  }

  /** The one manifest for all of them. Throws InvalidIndex. */
  assemble(parcels: readonly Parcel[]): Manifest {
    const {annotations} = this.#plan;
    const children = annotateChildren(
      parcels.flatMap((parcel) => parcel.children),
      annotations,
    );
    return assembleIndex(children, {annotations: annotationsOf(annotations, 'index')});
  }

  /** Throws only the reason of the signal, see `placeManifest`. */
  place(manifest: Manifest, parcels: readonly Parcel[]): Promise<Placed> {
    const {tags, untagged, overwrite} = this.#plan;
    const {client, log, clock, signal} = this.#tools;
    const manifests = parcels.flatMap((parcel) => parcel.manifests);
    const bring = (to: Reference) => this.#supply.bring(manifests, to);
    return placeManifest({manifest, bring, tags, untagged}, {client, overwrite, log, clock, signal});
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#relay[Symbol.asyncDispose]();
    this.#tools.remove();
  }

  /** What came out of an engine, with the platform that its config says, and annotated as the author wants it. */
  async #pack(top: Manifest, all: readonly Manifest[], platform: Platform | undefined): Promise<Parcel> {
    if (!isIndexType(top.mediaType)) {
      const config = await this.#supply.read(partsOf(top).config);
      const plain = describeManifest(top, config);
      checkPlatform(platform, plain);
      const manifest = withAnnotations(top, annotationsOf(this.#plan.annotations, 'manifest', plain.platform));
      return {top: manifest, children: [describeManifest(manifest, config)], manifests: [manifest]};
    }
    const children = childrenOf(top).manifests;
    const images = children.filter((child) => attestedBy(child) === undefined);
    for (const child of images) checkPlatform(platform, child);
    const kept = new Set(children.map(({digest}) => digest));
    return {top, children, manifests: all.filter(({digest}) => kept.has(digest))};
  }
}

function checkPlatform(asked: Platform | undefined, {platform}: Descriptor): void {
  if (asked === undefined || (platform !== undefined && matchesPlatform(asked, platform))) return;
  const got = platform === undefined ? 'an unknown platform' : formatPlatform(platform);
  throw new WrongPlatform('image', formatPlatform(asked), got, 'Check any --platform in the Dockerfile, and its bases');
}
