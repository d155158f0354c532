/**
 * Writes the tables of inputs and outputs in README.md from action.yml and merge/action.yml, between their marks. With
 * `--check` it changes nothing and exits 1 when they differ.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';

interface Described {
  readonly description: string;
  readonly default?: string;
}

const root = join(import.meta.dirname, '..');

interface Action {
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
}
const readAction = (directory: string) => parse(readFileSync(join(root, directory, 'action.yml'), 'utf8')) as Action;

const cell = (text: string) => text.trim().replaceAll('|', '\\|').replaceAll('\n', ' ');

function inputsTable({inputs}: Action): string {
  const rows = Object.entries(inputs).map(([name, input]) => {
    const value = input.default === undefined || input.default === '' ? '' : `\`${input.default}\``;
    return `| \`${name}\` | ${cell(input.description)} | ${value} |`;
  });
  return ['| Input | Meaning | Default |', '| --- | --- | --- |', ...rows].join('\n');
}

function outputsTable({outputs}: Action): string {
  const rows = Object.entries(outputs).map(([name, output]) => `| \`${name}\` | ${cell(output.description)} |`);
  return ['| Output | Content |', '| --- | --- |', ...rows].join('\n');
}

function replaceBetween(text: string, mark: string, table: string): string {
  const [open, close] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const [from, to] = [text.indexOf(open), text.indexOf(close)];
  if (from === -1 || to === -1) throw new Error(`README.md has no ${open} … ${close}`);
  return `${text.slice(0, from + open.length)}\n${table}\n${text.slice(to)}`;
}

const path = join(root, 'README.md');
const before = readFileSync(path, 'utf8');
const [main, merge] = [readAction('.'), readAction('merge')];
const tables = {
  inputs: inputsTable(main),
  outputs: outputsTable(main),
  'merge inputs': inputsTable(merge),
  'merge outputs': outputsTable(merge),
};
const after = Object.entries(tables).reduce((text, [mark, table]) => replaceBetween(text, mark, table), before);
if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('README.md does not match action.yml: run npm run docs and commit it');
    process.exitCode = 1;
  } else console.log('README.md is current');
} else writeFileSync(path, after);
