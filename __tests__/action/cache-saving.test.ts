import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {readSaving} from '../../src/action/cache-saving.ts';
import {workspace} from '../rig.ts';

const payload = join(workspace({'event.json': '{"repository": {"default_branch": "trunk"}}'}), 'event.json');
const read = (event: string, ref: string, choice = '') =>
  readSaving({'cache-save': choice}, {GITHUB_EVENT_NAME: event, GITHUB_REF: ref, GITHUB_EVENT_PATH: payload});
const both = {native: undefined, carried: undefined};

describe('cache-save', () => {
  it.each([
    ['push', 'refs/heads/trunk'],
    ['push', 'refs/tags/v1'],
    ['schedule', 'refs/heads/trunk'],
    ['workflow_dispatch', 'refs/heads/trunk'],
  ])('auto saves on the event %s of %s', (event, ref) => {
    expect(read(event, ref)).toEqual(both);
  });

  it.each([
    ['push', 'refs/heads/topic'],
    ['push', 'refs/heads/main'],
    ['pull_request', 'refs/pull/1/merge'],
    ['push', ''],
  ])('auto leaves to the engine alone what only the branch itself could use: %s of %s', (event, ref) => {
    expect(read(event, ref)).toEqual({native: undefined, carried: expect.stringContaining('cache-save: always')});
  });

  it.each(['pull_request_target', 'workflow_run', 'issue_comment'])(
    'auto saves nothing on %s, which others can cause (hardening E6)',
    (event) => {
      const why = expect.stringContaining(`a job of the event ${event} may build code of others`);
      expect(read(event, 'refs/heads/trunk')).toEqual({native: why, carried: why});
      expect(read(event, 'refs/heads/trunk', 'always')).toEqual(both);
    },
  );

  it('never is never, and other words are refused', () => {
    expect(read('push', 'refs/heads/trunk', 'never')).toEqual({
      native: 'cache-save is never',
      carried: 'cache-save is never',
    });
    expect(() => read('push', '', 'true')).toThrow('input cache-save: ');
  });
});
