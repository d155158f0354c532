import {expect, it} from '@jest/globals';
import {EngineError} from '../../src/engine/errors.ts';
import {describeError, hintOf} from '../../src/pipeline/explain.ts';
import {FetchFailed} from '../../src/pipeline/git-fetch.ts';
import {Story} from '../../src/pipeline/story.ts';

it.each<[string, Error]>([
  ['an engine', new EngineError('no such image: a:1', {status: 404, endpoint: 'GET /images/{name}/json'})],
  ['git', new FetchFailed('https://h/a.git', "could not read Username for 'https://h'")],
  ['an error with its own', new FetchFailed('https://h/a.git', 'it is gone', 'Look for it')],
])('the job summary says what to do, as the log does: %s', (_, error) => {
  const story = new Story('image', undefined);
  story.meet('Docker');
  story.fail(error);
  const {message, hint} = story.end(undefined)?.failure ?? {};
  expect(hint).toMatch(/^[A-Z]/);
  expect(describeError(error)).toBe(`${message}. ${hint}`);
  expect(hintOf(new Error(`${message}. ${hint}`))).toBe(undefined);
});
