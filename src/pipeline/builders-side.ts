/**
 * What most builds need, BuildKit's session and files on demand with it, to be loaded as one while the engine says what it
 * is: each part that is loaded by itself takes about a millisecond (docs/decisions/0005-start-up.md).
 */
export {fileSyncMethods} from '../buildkit/file-sync.ts';
export {shareContext} from '../context/share.ts';
export {buildImage} from './build-image.ts';
export {openServices} from './session-services.ts';
