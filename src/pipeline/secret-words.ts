/** Names that say that their value is a secret (hardening S5). */

const SECRET_WORDS = new Set('apikey auth credential credentials key password pword passwd secret token'.split(' '));
const HARMLESS_WORDS = new Set(['public', 'file', 'version']);

/** Whether one of these words, as they stand in a name, calls it a secret, and none takes that back. */
export function areSecretWords(words: readonly string[]): boolean {
  return words.some((word) => SECRET_WORDS.has(word)) && !words.some((word) => HARMLESS_WORDS.has(word));
}
