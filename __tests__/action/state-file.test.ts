import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {readOutputs} from '../../scripts/rig/runner.ts';
import {announcePost, createJournal, isPost, noteAgent, readAgents, readMade} from '../../src/action/state-file.ts';
import type {Made} from '../../src/pipeline/ledger.ts';

let temp: string;
const {GITHUB_STATE} = process.env;
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'state-'));
  process.env['GITHUB_STATE'] = join(temp, 'state');
  writeFileSync(join(temp, 'state'), '');
});
afterEach(() => {
  rmSync(temp, {recursive: true});
  if (GITHUB_STATE === undefined) delete process.env['GITHUB_STATE'];
  else process.env['GITHUB_STATE'] = GITHUB_STATE;
});

/** The file as the runner gives it back. */
const variables = () =>
  Object.fromEntries(
    Object.entries(readOutputs(readFileSync(join(temp, 'state'), 'utf8'))).map(([name, value]) => [
      `STATE_${name}`,
      value,
    ]),
  );

describe('the state of a run', () => {
  it('comes back as it was noted, in its order', () => {
    const notes: Made[] = Array.from({length: 12}, (_, at) => ({kind: 'image', id: `${at}`.padStart(12, '0')}));
    notes.push({kind: 'name', name: '127.0.0.1:5000/a/b:1', before: undefined, given: undefined});
    notes.push({kind: 'name', name: 'a@sha256:0', before: `sha256:${'0a'.repeat(32)}`, given: '0123456789ab'});
    notes.push({kind: 'contexts', since: '2026-11-25T21:00:00.000000001Z'});
    announcePost();
    const journal = createJournal((error) => {
      throw error;
    });
    for (const note of notes) journal(note);
    expect(isPost(variables())).toBe(true);
    expect(readMade(variables())).toEqual(notes);
  });

  it('is told to nobody when the file cannot be written, and does not fail', () => {
    process.env['GITHUB_STATE'] = join(temp, 'nowhere');
    const failures: Error[] = [];
    createJournal((error) => failures.push(error))({kind: 'image', id: '0123456789ab'});
    expect(failures).toHaveLength(1);
  });

  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['another kind', '{"kind":"file","path":"/etc/passwd"}'],
    ['an id that is none', '{"kind":"image","id":"../x"}'],
    ['a name that is none', '{"kind":"name","name":"a b"}'],
    ['an image that is none', '{"kind":"name","name":"a:1","given":"x"}'],
    ['a former image that is none', '{"kind":"name","name":"a:1","before":7}'],
  ])('is not believed with %s (hardening L4, T30)', (_, text) => {
    expect(readMade({STATE_made_0: text})).toEqual([]);
  });

  it('names the directories of agents, apart from what was made', () => {
    noteAgent('/tmp/stowage-agent-abcdef');
    noteAgent('/tmp/stowage-agent-abcdeg');
    expect(readAgents(variables())).toEqual(['/tmp/stowage-agent-abcdef', '/tmp/stowage-agent-abcdeg']);
    expect(readMade(variables())).toEqual([]);
    expect(readAgents({STATE_agent_x: '/a', STATE_agent_0: '', STATE_agent: '/b'})).toEqual([]);
  });
});
