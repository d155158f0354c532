import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {differences, formatTable, type MatrixLine, mergeTables, parseTable, tableOf} from '../scripts/matrix.ts';

const line = (column: string, parameter: string, outcome: MatrixLine['outcome'], reason = ''): MatrixLine => ({
  operation: 'image_build, BuildKit',
  parameter,
  column,
  outcome,
  reason,
});

const found = tableOf([
  line('Docker 28.5, graph driver', 't', 'yes'),
  line('Docker 28.5, graph driver', 'memory', 'no', 'BuildKit ignores <memory>'),
  line('Podman 4.3', 't', 'refused', 'it has no BuildKit'),
  line('Podman 4.3', 'memory', 'refused', 'it has no BuildKit'),
]);

describe('the table of engines', () => {
  it('reads back what it wrote', () => {
    expect(parseTable(formatTable(found))).toEqual(found);
    const text = readFileSync(join(import.meta.dirname, '..', 'docs', 'engines.md'), 'utf8');
    expect(formatTable(parseTable(text))).toBe(text);
  });

  it('gives a reason once, however often it holds', () => {
    expect(formatTable(found).match(/it has no BuildKit/g)).toHaveLength(1);
  });

  it('tells a difference only for engines that both have', () => {
    const other = tableOf([
      line('Podman 4.3', 't', 'yes'),
      line('Podman 4.3', 'memory', 'refused', 'it has no BuildKit'),
      line('Docker 20.10, graph driver', 't', 'yes'),
    ]);
    expect(differences(found, other)).toEqual([
      'image_build, BuildKit › t on Podman 4.3: ✓, not: The engine refuses: it has no BuildKit',
    ]);
    expect(differences(found, found)).toEqual([]);
  });

  it('keeps columns of engines that are not at hand, without rows that are no more', () => {
    const now = tableOf([line('Podman 4.3', 't', 'yes')]);
    const merged = mergeTables(found, now);
    expect([...merged.keys()].sort()).toEqual(['Docker 28.5, graph driver', 'Podman 4.3']);
    expect([...(merged.get('Docker 28.5, graph driver')?.keys() ?? [])]).toEqual(['image_build, BuildKit › t']);
  });
});
