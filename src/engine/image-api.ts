/**
 * The Image API as a library: its fifteen operations, one function each. `import * as images` from here, connect with
 * `connectEngine` of facts.ts, and pass what it gives as the first argument; examples/library.ts does so. Two names are
 * words of the language, hence the aliases.
 */
export {build} from './build.ts';
export {commit} from './commit.ts';
export {create} from './create.ts';
export {deleteImage as delete} from './delete.ts';
export {exportImage as export, exportImages as exportAll} from './export.ts';
export {history} from './history.ts';
export {inspect} from './inspect.ts';
export {list} from './list.ts';
export {load} from './load.ts';
export {prune, pruneBuildCache} from './prune.ts';
export {push} from './push.ts';
export {search} from './search.ts';
export {tag} from './tag.ts';
