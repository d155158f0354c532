import {describe, expect, it} from '@jest/globals';
import {diagnose} from '../../src/report/diagnosis.ts';

describe('diagnose', () => {
  // Texts as engines printed them: 20.10 and 28 with both stores, Podman 4.3.
  it.each<[string, string, boolean]>([
    ['no basic auth credentials', 'no-creds', false],
    [
      'push access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials',
      'no-creds',
      false,
    ],
    ['unauthorized: authentication required', 'unauthorized', false],
    ['denied: requested access to the resource is denied', 'denied', false],
    ['denied: permission_denied: write_package', 'denied', false],
    ['toomanyrequests: You have reached your pull rate limit', 'rate-limit', true],
    ['received unexpected HTTP status: 503 Service Unavailable', 'registry-5xx', true],
    ['error from registry: unknown', 'registry-5xx', true],
    ['Put "http://r/v2/": EOF', 'reset', true],
    ['write tcp 10.0.0.1:1->10.0.0.2:2: connection reset by peer', 'reset', true],
    ['net/http: TLS handshake timeout', 'timeout', true],
    ['dial tcp 10.0.0.1:443: i/o timeout', 'timeout', true],
    ['dial tcp 127.0.0.1:1: connect: connection refused', 'refused', true],
    ['dial tcp: lookup nowhere.invalid: no such host', 'dns', false],
    ['dial tcp: lookup r on 1.1.1.1:53: server misbehaving', 'dns-busy', true],
    ['x509: certificate signed by unknown authority', 'x509', false],
    ['http: server gave HTTP response to HTTPS client', 'http-registry', false],
    ['manifest unknown: manifest unknown', 'manifest-missing', false],
    ['name unknown: repository name not known to registry', 'repo-missing', false],
    ['write /x: no space left on device', 'disk-full', false],
    ['exec /bin/sh: exec format error', 'exec-format', false],
    ['process "/bin/sh -c x" did not complete successfully: exit code: 137', 'oom', false],
    ['the --mount option requires BuildKit', 'needs-buildkit', false],
    ['target stage "x" could not be found', 'stage-missing', false],
    [
      'COPY failed: file not found in build context or excluded by .dockerignore: stat nope.txt: file does not exist',
      'copy-missing',
      false,
    ],
    ['failed to calculate checksum of ref a::b: "/nope": not found', 'copy-missing', false],
    ['dockerfile parse error on line 1: unknown instruction: FROMX (did you mean FROM?)', 'syntax', false],
    ['no matching manifest for linux/arm64 in the manifest list entries', 'no-platform', false],
    ['blob upload unknown to registry', 'blob', true],
  ])('%s is %s', (text, code, transient) => {
    expect(diagnose(text)).toMatchObject({code, transient});
  });

  it('knows that it does not know', () => {
    expect(diagnose('the moon is full')).toBeUndefined();
  });
});
