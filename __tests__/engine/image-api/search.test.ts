import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {expect} from '@jest/globals';
import {search} from '../../../src/engine/image-api.ts';
import {registryAuth} from '../../rig.ts';
import {operation, type Subject} from './matrix.ts';

type Options = Partial<Omit<Parameters<typeof search>[2], 'signal'>>;

/** What the registry has: an official image, one with many stars, and one with few. */
const RESULTS = [
  {name: 'library/app', description: 'the official one', star_count: 10, is_official: true, is_automated: false},
  {name: 'team/app', description: 'loved', star_count: 900, is_official: false, is_automated: true},
  {name: 'me/app', description: '', star_count: 2, is_official: false, is_automated: false},
];

/** A registry that answers the old search route, as hardly any does today, and notes what it was asked. */
async function searching(at: Subject, options: Options = {}, term = 'app') {
  const asked: {path: string; query: Record<string, string>; authorization: string | undefined}[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://registry');
    const {authorization} = request.headers;
    asked.push({path: url.pathname, query: Object.fromEntries(url.searchParams), authorization});
    response.setHeader('content-type', 'application/json');
    if (url.pathname === '/v1/search') {
      const results = RESULTS.slice(0, Number(url.searchParams.get('n')));
      response.end(JSON.stringify({query: url.searchParams.get('q'), num_results: results.length, results}));
    } else if (/^\/v1\/_ping$/.test(url.pathname)) response.end('true');
    else response.writeHead(404).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  at.after(async () => {
    server.close();
    server.closeAllConnections();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const found = await search(at.engine, `${host}/${term}`, {registryAuth: 'e30=', ...options, signal: at.signal});
  return {asked: asked.find(({path}) => path === '/v1/search'), found, names: found.map(({name}) => name)};
}

operation('image_search', {
  term: async (at) => {
    const {asked, found} = await searching(at, {}, 'what is+wanted');
    expect(asked?.query['q']).toBe('what is+wanted');
    expect(found).toContainEqual({
      name: expect.stringMatching(/team\/app$/),
      description: 'loved',
      stars: 900,
      official: false,
      automated: expect.any(Boolean),
    });
    expect(found).toHaveLength(3);
  },
  limit: async (at) => {
    const {asked, found} = await searching(at, {limit: 2});
    expect(asked?.query['n']).toBe('2');
    expect(found).toHaveLength(2);
    expect((await searching(at)).asked?.query['n']).toBe('25');
    await expect(searching(at, {limit: 101})).rejects.toMatchObject({
      reason: expect.stringMatching(/outside the range of \[1, 100\]/),
    });
  },
  'filters: is-official': async (at) => {
    expect((await searching(at, {filters: {'is-official': ['true']}})).names).toEqual(['library/app']);
    expect((await searching(at, {filters: {'is-official': ['false']}})).names).toEqual(['team/app', 'me/app']);
  },
  'filters: stars': async (at) => {
    const {names} = await searching(at, {filters: {stars: ['10']}});
    expect(names).toEqual(['library/app', 'team/app']);
  },
  'filters: is-automated': async (at) => {
    const {names} = await searching(at, {filters: {'is-automated': ['true']}});
    if (names.length === 0) return false;
    expect(names).toEqual(['team/app']);
    return true;
  },
  x_registry_auth: async (at) => {
    const account = {host: '', username: 'user', password: 'p~?>w:o/rd'};
    const {asked} = await searching(at, {registryAuth: registryAuth(account)});
    expect(asked?.authorization).toBe(`Basic ${Buffer.from('user:p~?>w:o/rd').toString('base64')}`);
  },
});
