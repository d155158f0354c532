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
    ["failed to fetch remote https://h/a.git: could not read Username for 'https://h'", 'git-fetch', false],
    ["fetch http://h/a.git: repository 'http://h/a.git/' not found", 'git-fetch', false],
    ['failed to update submodules for https://h/a.git: exit status 1', 'git-fetch', false],
    ['repository does not contain ref main, output: ""', 'git-fetch', false],
    ['process "/bin/sh -c x" did not complete successfully: exit code: 137', 'oom', false],
    ['the --mount option requires BuildKit', 'needs-buildkit', false],
    ['secret npm-token: not found', 'secret-missing', false],
    ['secret npm-token not found: not found', 'secret-missing', false],
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
    ['push access denied for x, repository does not exist', 'denied', false],
    [
      'received unexpected HTTP status: 503 Service Unavailable from "https://r/v2/a/manifests/401"',
      'registry-5xx',
      true,
    ],
    // A status stands where a status stands.
    ['unexpected status from PUT request to https://r/v2/a/manifests/1: 401 Unauthorized', 'unauthorized', false],
    ['unexpected status from HEAD request to https://r/v2/a/manifests/429: 403', 'denied', false],
    ['unexpected status code https://r/v2/a/blobs/1: 403 Forbidden', 'denied', false],
    ['status: 401', 'unauthorized', false],
    ['failed with status code 401', 'unauthorized', false],
    ['received unexpected HTTP status: 429', 'rate-limit', true],
    ['error parsing HTTP 429 response body: invalid character: "slow down"', 'rate-limit', true],
    ['error parsing HTTP 413 response body: invalid character: "<html>"', 'too-large', false],
    ['StatusCode: 502, ""', 'registry-5xx', true],
    ['invalid status code from registry 503', 'registry-5xx', true],
    ['pinging container registry r: HTTP status: 504', 'registry-5xx', true],
    [
      'unexpected answer: {"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}',
      'unauthorized',
      false,
    ],
    // Numbers and words inside of a name, a URL or a command mean nothing.
    [
      'body: {"errors":[{"code":"NAME_UNKNOWN","message":"repository \\"denied/app\\" is odd"}]}',
      'repo-missing',
      false,
    ],
    ['body: {"errors":[{"message":"internal server error","detail":{"Tag":"denied"}}]}', 'registry-5xx', true],
    ['Put "http://r/v2/a/manifests/401": EOF', 'reset', true],
    ['Put "http://r/v2/a/manifests/429": x509: certificate is not valid', 'x509', false],
    ['Put "http://r/v2/a/manifests/1.403": write: connection reset by peer', 'reset', true],
    ['Put http://r/v2/a/manifests/denied: EOF', 'reset', true],
    ['Put "http://r/v2/denied/blobs/413": EOF', 'reset', true],
    ['Get "https://r/v2/a/manifests/503": dial tcp: lookup r: no such host', 'dns', false],
    ['process "/bin/sh -c echo \\"denied\\" 401" did not complete successfully: exit code: 137', 'oom', false],
  ])('%s is %s', (text, code, transient) => {
    expect(diagnose(text)).toMatchObject({code, transient});
  });

  it('knows that it does not know', () => {
    expect(diagnose('the moon is full')).toBeUndefined();
  });

  it.each([
    'process "/bin/sh -c echo access denied" did not complete successfully: exit code: 1',
    'cannot use r/app:1.503: the moon is full',
    'layer 401 of 429 is odd',
  ])('%s is not known', (text) => {
    expect(diagnose(text)).toBeUndefined();
  });
});
