/**
 * What a build holds open, for one build or for several that are made of the same: the context, what is served of it, and
 * the session. Whoever needs a part first makes it, and the others get that one: so a context is walked once and its files
 * are read once for all platforms, as BuildKit does what several builds of one session ask for only once.
 */
export class SharedParts implements AsyncDisposable {
  readonly #made = new Map<string, Promise<unknown>>();
  readonly #held = new AsyncDisposableStack();

  /** What is made under one name is of one type, and is disposed of with this. Throws what `make` throws. */
  get<T extends object | undefined>(name: string, make: () => Promise<T>): Promise<T> {
    const made = this.#made.get(name) ?? this.#make(make);
    this.#made.set(name, made);
    return made as Promise<T>;
  }

  /** The part made last goes first. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.#held.disposeAsync();
  }

  async #make<T extends object | undefined>(make: () => Promise<T>): Promise<T> {
    const part = await make();
    if (part !== undefined && Symbol.asyncDispose in part) this.#held.use(part as AsyncDisposable);
    return part;
  }
}
