/**
 * What a run of the tests in `__tests__/engine/image-api` found: which parameter works on which engine. They write a
 * line of JSON for each, from which docs/engines.md is made and with which it is compared.
 */
import {existsSync, readFileSync} from 'node:fs';
import type {EngineFacts} from '../src/engine/facts.ts';

export interface Finding {
  /** Kind of engine, such as `Docker 28.5, containerd store`. */
  readonly column: string;
  readonly outcome: 'yes' | 'no' | 'refused' | 'warned';
  /** Why not; empty for `yes`. */
  readonly reason: string;
}

export interface MatrixLine extends Finding {
  readonly operation: string;
  readonly parameter: string;
}

const shortVersion = (version: string) => /^\d+\.\d+/.exec(version)?.[0] ?? version;

export function columnOf({product, version, store}: EngineFacts): string {
  if (product === 'podman') return `Podman ${shortVersion(version)}`;
  return `Docker ${shortVersion(version)}, ${store === 'containerd' ? 'containerd store' : 'graph driver'}`;
}

/** A reason without what differs from run to run: names and ids of images, ports, and patch versions. */
export function tidy(reason: string, {version, driver}: EngineFacts): string {
  return reason
    .replaceAll(version, shortVersion(version))
    .replaceAll(` ${driver}`, '')
    .replace(/^(?:GET|POST|DELETE) \S+: /, '')
    .replace(/\b127\.0\.0\.1:\d+/g, '127.0.0.1:…')
    .replace(/\bt?[0-9a-f]{12,64}\b/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
}

export function readLines(file: string): readonly MatrixLine[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as MatrixLine);
}

/** `✓`, or the text of the footnote that says why not. */
type Cell = string;
const WORKS: Cell = '✓';
const SPEAKER = {no: 'Stowage refuses', refused: 'The engine refuses', warned: 'Stowage warns'} as const;

/** Cells by column, and there by operation and parameter in one. */
export type Table = ReadonlyMap<string, ReadonlyMap<string, Cell>>;

const SEPARATOR = ' › ';
const rowOf = (operation: string, parameter: string) => `${operation}${SEPARATOR}${parameter}`;

export function tableOf(lines: readonly MatrixLine[]): Table {
  const table = new Map<string, Map<string, Cell>>();
  for (const {operation, parameter, column, outcome, reason} of lines) {
    const cells = table.get(column) ?? new Map<string, Cell>();
    const cell = outcome === 'yes' ? WORKS : `${SPEAKER[outcome]}: ${reason.replaceAll('<', '&lt;')}`;
    table.set(column, cells.set(rowOf(operation, parameter), cell));
  }
  return table;
}

const INTRODUCTION = `# What works on which engine

\`npm run engines\` makes this file from the tests in \`__tests__/engine/image-api\`, and \`script/test\` fails where it is not
what they find. Each of them calls the method of an operation with one parameter, and then looks at the state of a real
engine: what an image, a container, a registry or the cache has. Names are those of the Image API's document.

- ✓ means that the state is as the parameter says.
- – means that it is not, and the note says who tells you. What *Stowage refuses* or *the engine refuses* is an error.
  What *Stowage warns* of has no effect, so that only less is told or left. Nothing is ignored in silence.
`;

/** The text of docs/engines.md. */
export function formatTable(table: Table): string {
  const columns = [...table.keys()].sort();
  const rows = new Set(columns.flatMap((column) => [...(table.get(column)?.keys() ?? [])]));
  const operations = new Map<string, string[]>();
  for (const row of rows) {
    const [operation = '', parameter = ''] = row.split(SEPARATOR);
    operations.set(operation, [...(operations.get(operation) ?? []), parameter]);
  }
  const notes: string[] = [];
  const show = (cell: Cell | undefined) => {
    if (cell === undefined || cell === WORKS) return cell ?? '';
    if (!notes.includes(cell)) notes.push(cell);
    return `– [^${notes.indexOf(cell) + 1}]`;
  };
  const sections = [...operations]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([operation, parameters]) => {
      const lines = parameters.map((parameter) => {
        const cells = columns.map((column) => show(table.get(column)?.get(rowOf(operation, parameter))));
        return `| \`${parameter}\` | ${cells.join(' | ')} |`;
      });
      const head = [`| Parameter | ${columns.join(' | ')} |`, `| --- |${' --- |'.repeat(columns.length)}`];
      return `## ${operation}\n\n${[...head, ...lines].join('\n')}\n`;
    });
  const foot = notes.map((note, n) => `[^${n + 1}]: ${note}`);
  return `${[INTRODUCTION, ...sections].join('\n')}\n${foot.join('\n')}\n`;
}

/** Reads what `formatTable` wrote. */
export function parseTable(text: string): Table {
  const notes = new Map([...text.matchAll(/^\[\^(\d+)\]: (.+)$/gm)].map(([, number, note]) => [number, note]));
  const table = new Map<string, Map<string, Cell>>();
  for (const section of text.split(/^## /m).slice(1)) {
    const [operation = '', ...lines] = section.split('\n');
    const [head, , ...rows] = lines.filter((line) => line.startsWith('|')).map((line) => line.split(' | '));
    const columns = head?.slice(1).map((column) => column.replace(/ \|$/, '')) ?? [];
    for (const [first = '', ...cells] of rows) {
      columns.forEach((column, n) => {
        const shown = cells[n]?.replace(/ ?\|$/, '') ?? '';
        const cell = shown === WORKS ? WORKS : notes.get(/\[\^(\d+)\]/.exec(shown)?.[1] ?? '');
        const parameter = first.replace(/^\| `|`$/g, '');
        if (cell !== undefined)
          table.set(column, (table.get(column) ?? new Map()).set(rowOf(operation, parameter), cell));
      });
    }
  }
  return table;
}

/** Columns of engines that were not at hand stay, without rows that are no more. */
export function mergeTables(old: Table, found: Table): Table {
  const rows = new Set([...found.values()].flatMap((cells) => [...cells.keys()]));
  const kept = [...old].map(
    ([column, cells]) => [column, new Map([...cells].filter(([row]) => rows.has(row)))] as const,
  );
  return new Map([...found, ...kept.filter(([column]) => !found.has(column))]);
}

/** A line for each cell that is not what was found, of the columns that both have. */
export function differences(written: Table, found: Table): readonly string[] {
  return [...found].flatMap(([column, cells]) => {
    const old = written.get(column);
    if (old === undefined) return [];
    const rows = new Set([...old.keys(), ...cells.keys()]);
    return [...rows]
      .filter((row) => old.get(row) !== cells.get(row))
      .map((row) => `${row} on ${column}: ${cells.get(row) ?? 'no test'}, not: ${old.get(row) ?? 'nothing'}`);
  });
}
