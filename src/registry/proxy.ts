/**
 * Which proxy a request goes through, by the rules of curl and of Go's programs: https only through the one named for
 * https, this machine never, and a list of exceptions with domains, addresses and networks.
 */
import {BlockList, isIP} from 'node:net';
import {isLoopbackRegistry} from './origin.ts';

export interface ProxySettings {
  /** URL of the proxy for plain http. */
  readonly http?: string | undefined;
  readonly https?: string | undefined;
  /** `NO_PROXY`: hosts, `.domain`, addresses, networks as CIDR, each with `:port` or not, or `*`. */
  readonly except?: string | undefined;
}

/** URL of the proxy for this request; undefined for a direct connection. */
export function proxyFor(url: URL, {http, https, except = ''}: ProxySettings): string | undefined {
  const proxy = (url.protocol === 'https:' ? https : http) || undefined;
  if (proxy === undefined || isLoopbackRegistry(url.host) || isExcepted(url, except)) return undefined;
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
}

function isExcepted(url: URL, except: string): boolean {
  const host = url.hostname.replace(/^\[|\]$|\.$/g, '');
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return except
    .split(/[,\s]+/)
    .filter((item) => item !== '')
    .some((item) => {
      if (item === '*') return true;
      if (item.includes('/')) return isInNetwork(host, item);
      const [, name = '', only] = /^\[?([^\]]*?)\]?(?::(\d+))?$/.exec(isIP(item) === 6 ? `[${item}]` : item) ?? [];
      if (only !== undefined && only !== port) return false;
      const domain = name.replace(/^\*?\./, '').toLowerCase();
      return (host === domain && !name.startsWith('.')) || (isIP(domain) === 0 && host.endsWith(`.${domain}`));
    });
}

function isInNetwork(host: string, network: string): boolean {
  const [address = '', bits = ''] = network.split('/');
  const family = isIP(address);
  if (family === 0 || isIP(host) !== family || !/^\d{1,3}$/.test(bits)) return false;
  if (Number(bits) > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  list.addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
  return list.check(host, family === 4 ? 'ipv4' : 'ipv6');
}
