/**
 * Ids of the images that steps of the classic builder or of Podman made, read from their text: ` ---> 362db2ede660` and
 * `--> 6b6d6e12a46`. An id that stands for a base (the first after FROM) or for a cached step is not one of these. Lines
 * that a RUN prints may look the same, so an id from here is only ever a question to the engine.
 */
const STEP = /^step \d+\/\d+ ?: ?(\w+)/i;
const CACHED = /^ ?-+> Using cache/;
const ID = /^ ?-+> ([0-9a-f]{11,64})$/;

export class StepImages {
  #held = '';
  #ignoring = false;
  readonly #ids: string[] = [];

  /** Takes pieces of text as they come, and gives the ids in the lines they complete. */
  push(text: string): readonly string[] {
    const lines = (this.#held + text).split('\n');
    this.#held = (lines.pop() ?? '').slice(0, 1024);
    const ids = lines.flatMap((line) => this.#read(line));
    this.#ids.push(...ids);
    return ids;
  }

  /** Whether an image, by its whole id, is one of them. */
  made(id: string): boolean {
    return this.#ids.some((known) => id.replace(/^sha256:/, '').startsWith(known));
  }

  #read(line: string): readonly string[] {
    const instruction = STEP.exec(line)?.[1];
    if (instruction !== undefined) this.#ignoring = instruction.toUpperCase() === 'FROM';
    if (CACHED.test(line)) this.#ignoring = true;
    const id = ID.exec(line)?.[1];
    return id === undefined || this.#ignoring ? [] : [id];
  }
}
