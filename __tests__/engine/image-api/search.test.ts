import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {expect} from '@jest/globals';
import {search} from '../../../src/engine/image-api.ts';
import {registryAuth} from '../../rig.ts';
import {operation, type Subject} from './matrix.ts';
import {reached} from './registries.ts';

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
    const protects = options.registryAuth !== undefined && url.pathname.startsWith('/v2/');
    if (protects && authorization === undefined) {
      response.writeHead(401, {'www-authenticate': 'Basic realm="test"'}).end('{}');
    } else if (url.pathname === '/v1/search' && !(protects && at.facts.product === 'podman')) {
      const results = RESULTS.slice(0, Number(url.searchParams.get('n')));
      response.end(JSON.stringify({query: url.searchParams.get('q'), num_results: results.length, results}));
    } else if (url.pathname === '/v1/_ping' || url.pathname === '/v2/') response.end('{}');
    else response.writeHead(404).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  at.after(async () => {
    server.close();
    server.closeAllConnections();
  });
  const {host} = await reached(at, {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    username: '',
    password: '',
  });
  const found = await search(at.engine, `${host}/${term}`, {registryAuth: 'e30=', ...options, signal: at.signal});
  // Podman puts the registry before each name.
  const names = found.map(({name}) => name.replace(/^127\.0\.0\.1:\d+\//, ''));
  return {
    asked: asked.find(({path}) => path === '/v1/search'),
    authorized: asked.find(({authorization}) => authorization),
    found,
    names,
  };
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
    if (at.facts.product === 'podman') return;
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
    const {authorized} = await searching(at, {registryAuth: registryAuth(account)});
    if (authorized === undefined) return false;
    expect(authorized.authorization).toBe(`Basic ${Buffer.from('user:p~?>w:o/rd').toString('base64')}`);
    return true;
  },
});
