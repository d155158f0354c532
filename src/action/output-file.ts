/**
 * The file behind GITHUB_OUTPUT, written by @actions/core. Only its file module is loaded: the package's entry brings an
 * HTTP client along, which takes longer to load than all of ours (docs/decisions/0005-start-up.md). The exports of the
 * package name no other entry, hence the relative path; the version is pinned and the tests of the bundle read the file.
 */
import {issueFileCommand, prepareKeyValueMessage} from '../../node_modules/@actions/core/lib/file-command.js';

/** Appends one output, with a random delimiter that its value cannot hold. Throws when the file cannot be written. */
export function setOutput(name: string, value: string): void {
  issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
}
