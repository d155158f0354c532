export const id = 503;
export const ids = [503];
export const modules = {

/***/ 503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RegistryClient: () => (/* binding */ RegistryClient)
});

// EXTERNAL MODULE: ./build/registry/credentials.js
var credentials = __webpack_require__(5760);
// EXTERNAL MODULE: ./build/registry/errors.js
var errors = __webpack_require__(7375);
;// CONCATENATED MODULE: ./build/registry/exchange.js
/**
 * One HTTP exchange as the registry code sees it, and redirects on top of it. The sender (undici, in client.ts) is
 * passed in, so auth.ts does not depend on an HTTP library.
 */

const MOST_REDIRECTS = 5;
/**
 * Follows redirects of GET and HEAD. `check` judges each target (throwing to refuse). Once scheme, host or port differ
 * from those first asked, `Authorization` is gone for good, also if a later redirect leads back (hardening R2).
 */
async function sendFollowing(send, request, check) {
    let current = request;
    for (let redirects = 0;; redirects += 1) {
        const answer = await send(current);
        const location = answer.header('location')[0];
        const isRedirect = [301, 302, 303, 307, 308].includes(answer.status) && location !== undefined;
        if (!isRedirect || !/^(?:GET|HEAD)$/.test(current.method))
            return answer;
        await answer.discard();
        if (redirects === MOST_REDIRECTS) {
            const host = request.url.host;
            throw new errors/* RegistryError */.gl(`registry ${host}: more than ${MOST_REDIRECTS} redirects`, {
                status: 0,
                code: 'REDIRECT_REFUSED',
                host,
            });
        }
        const url = check(current.url, location);
        current = {
            ...current,
            url,
            headers: url.origin === current.url.origin ? current.headers : withoutSecrets(current.headers),
        };
    }
}
function withoutSecrets(headers) {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(?:authorization|cookie)$/i.test(name)));
}

// EXTERNAL MODULE: ./build/registry/origin.js
var registry_origin = __webpack_require__(7182);
;// CONCATENATED MODULE: ./build/registry/auth.js
/**
 * Answers a registry's 401: Basic, or a token fetched from the server the challenge names. Tokens are kept per
 * registry and scope and renewed before they end. https://distribution.github.io/distribution/spec/auth/token/ and
 * RFC 9110 section 11.6.1; which token server may see a credential is judged in origin.ts.
 */




/** Reads every challenge of every `WWW-Authenticate` header: several may share one, commas may be quoted. */
function parseChallenges(headers) {
    const challenges = [];
    const token = /[\s,]*(?:([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]*))|([\w!#$%&'*+.^`|~-]+))/gy;
    for (const header of headers) {
        token.lastIndex = 0;
        for (let match = token.exec(header); match; match = token.exec(header)) {
            const [, name, quoted, plain, scheme] = match;
            if (scheme !== undefined)
                challenges.push({ scheme: scheme.toLowerCase(), parameters: new Map() });
            else
                challenges.at(-1)?.parameters.set((name ?? '').toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '');
        }
    }
    return challenges;
}
const TOKEN_BODY_LIMIT = 1024 * 1024;
/** What the specification says of an answer without `expires_in`. */
const DEFAULT_LIFE_SECONDS = 60;
/** Share of its life after which a token is fetched anew. */
const FRESH_SHARE = 0.8;
class Authorizer {
    #options;
    /** Also holds fetches under way, so that parallel calls share one. */
    #tokens = new Map();
    constructor(options) {
        this.#options = options;
    }
    /** The `Authorization` that served this access before, if it is still good. */
    async known(access) {
        const token = await this.#tokens.get(keyOf(access))?.catch(() => undefined);
        return token && token.freshUntil > this.#options.clock.now() ? token.header : undefined;
    }
    /** Makes the `Authorization` asked for. `stale` is the value that was just refused: it is never given again. */
    async answer(access, challenges, stale, signal) {
        const key = keyOf(access);
        let seen;
        for (let running = this.#tokens.get(key); running !== undefined && running !== seen; running = this.#tokens.get(key)) {
            seen = running;
            const current = await running.catch(() => undefined);
            if (current && current.header !== stale && current.freshUntil > this.#options.clock.now())
                return current.header;
        }
        const fetching = this.#make(access, challenges, signal);
        this.#tokens.set(key, fetching);
        try {
            return (await fetching).header;
        }
        catch (error) {
            if (this.#tokens.get(key) === fetching)
                this.#tokens.delete(key);
            throw error;
        }
    }
    /** A new token for these parameters of a challenge. Throws RegistryError, also for a server that must not be asked. */
    async token(access, parameters, signal) {
        const { header, life } = await this.#make(access, [{ scheme: 'bearer', parameters }], signal);
        return { token: header.slice('Bearer '.length), life };
    }
    async #make(access, challenges, signal) {
        const bearer = challenges.find(({ scheme }) => scheme === 'bearer');
        const credential = access.found?.credential;
        if (bearer && credential?.kind === 'registry-token')
            return this.#keep(`Bearer ${credential.token}`, Number.POSITIVE_INFINITY);
        if (bearer)
            return this.#fetch(access, bearer.parameters, signal);
        if (!challenges.some(({ scheme }) => scheme === 'basic')) {
            const schemes = challenges.map(({ scheme }) => scheme).join(', ') || 'nothing';
            throw authError(access, `it asks for ${schemes}, and only Bearer and Basic are known here`, { status: 401 });
        }
        if (credential?.kind === 'password') {
            return this.#keep(`Basic ${(0,credentials/* encodeBasic */.rY)(credential.username, credential.password)}`, Number.POSITIVE_INFINITY);
        }
        const have = credential === undefined ? 'no credential was found for it' : 'only a token was found for it';
        throw authError(access, `it asks for user name and password, and ${have}`, { status: 401, code: 'UNAUTHORIZED' });
    }
    #keep(header, freshUntil, life = DEFAULT_LIFE_SECONDS) {
        this.#options.onSecret(header.slice(header.indexOf(' ') + 1));
        return { header, freshUntil, life };
    }
    async #fetch(access, parameters, signal) {
        const credential = access.found?.credential;
        const realm = (0,registry_origin/* checkRealm */.mR)(parameters.get('realm') ?? '', access.origin, credential !== undefined);
        const answer = await this.#ask(access, tokenRequest(realm, access, parameters, signal));
        if (answer.status !== 200) {
            const said = (0,errors/* parseErrorBody */.kW)(await answer.readSome(errors/* ERROR_BODY_LIMIT */.g2));
            const who = access.found === undefined ? 'an anonymous token' : `the login${accountOf(access)}`;
            const detail = said.text === '' ? '' : `: ${said.text}`;
            const header = answer.header('retry-after')[0];
            throw authError(access, `${who} was refused (${answer.status})${detail}`, {
                status: answer.status,
                code: said.code,
                retryAfter: header,
            });
        }
        const token = parseToken(await answer.read(TOKEN_BODY_LIMIT), this.#options.clock.now());
        if (!token)
            throw authError(access, `${realm.host} answered without a token`, { status: 200, code: 'NO_TOKEN' });
        return this.#keep(`Bearer ${token.value}`, token.freshUntil, token.life);
    }
    #ask(access, request) {
        const { origin } = access;
        return sendFollowing(this.#options.send, request, (from, location) => {
            const target = (0,registry_origin/* checkRedirect */.n8)(from, location, origin.insecureHosts);
            // Judged as a realm too, so there is no way around the rules by a detour.
            return (0,registry_origin/* checkRealm */.mR)(target.href, origin, target.origin === from.origin && access.found !== undefined);
        });
    }
}
function tokenRequest(realm, { repository, actions, also = [], found }, parameters, signal) {
    const service = parameters.get('service') ?? '';
    const wanted = repository === '' ? [] : [`repository:${repository}:${actions}`, ...also];
    const demanded = parameters
        .get('scope')
        ?.split(' ')
        .filter((scope) => scope !== '') ?? [];
    // The registry's own wording first: some token servers read only the first scope.
    const scopes = [...new Set([...demanded, ...wanted])];
    const credential = found?.credential;
    if (credential?.kind === 'identity-token') {
        const form = new URLSearchParams({
            grant_type: 'refresh_token',
            service,
            client_id: 'stowage',
            scope: scopes.join(' '),
        });
        form.set('refresh_token', credential.token);
        const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
        return { method: 'POST', url: realm, headers, body: form.toString(), signal };
    }
    const url = new URL(realm);
    if (service !== '')
        url.searchParams.set('service', service);
    for (const scope of scopes)
        url.searchParams.append('scope', scope);
    if (credential?.kind !== 'password')
        return { method: 'GET', url, headers: { accept: 'application/json' }, signal };
    url.searchParams.set('account', credential.username);
    url.searchParams.set('client_id', 'stowage');
    const authorization = `Basic ${(0,credentials/* encodeBasic */.rY)(credential.username, credential.password)}`;
    return { method: 'GET', url, headers: { accept: 'application/json', authorization }, signal };
}
function parseToken(bytes, now) {
    let json;
    try {
        json = JSON.parse(Buffer.from(bytes).toString('utf8'));
    }
    catch {
        return undefined;
    }
    if (typeof json !== 'object' || json === null)
        return undefined;
    const { token, access_token: accessToken, expires_in: life } = json;
    const value = [token, accessToken].find((text) => typeof text === 'string' && text !== '');
    if (typeof value !== 'string' || /[^\x21-\x7e]/.test(value))
        return undefined;
    const seconds = typeof life === 'number' && life > 0 ? life : DEFAULT_LIFE_SECONDS;
    return { value, freshUntil: now + seconds * FRESH_SHARE * 1000, life: seconds };
}
function keyOf({ origin, repository, actions, also = [], found }) {
    return JSON.stringify([origin.url.origin, repository, actions, also, found?.source ?? '', found?.account ?? '']);
}
function accountOf({ found }) {
    return found?.account === undefined ? '' : ` as ${JSON.stringify(found.account)}`;
}
function authError(access, why, details) {
    const message = `registry ${access.registry}: no access${access.repository && ` to ${access.repository}`}: ${why}`;
    return new errors/* RegistryError */.gl(message, {
        ...details,
        host: access.registry,
        repository: access.repository,
        hint: accessHint(access),
    });
}
/** What to try when access is refused; names account and origin of the credential, never the secret. */
function accessHint({ registry, found }) {
    if (found === undefined)
        return `no credential for ${registry} was found: give its user name and password, or log in in an earlier step`;
    const account = found.account === undefined ? 'the token' : `user name ${JSON.stringify(found.account)} and its password`;
    return `check ${account} for ${registry} (${found.source}), and that this account may access the repository`;
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(4371);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./build/registry/proxy.js
/**
 * Which proxy a request goes through, by the rules of curl and of Go's programs: https only through the one named for
 * https, this machine never, and a list of exceptions with domains, addresses and networks.
 */


/** URL of the proxy for this request; undefined for a direct connection. */
function proxyFor(url, { http, https, except = '' }) {
    const proxy = (url.protocol === 'https:' ? https : http) || undefined;
    if (proxy === undefined || (0,registry_origin/* isLoopbackRegistry */.jW)(url.host) || isExcepted(url, except))
        return undefined;
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
}
function isExcepted(url, except) {
    const host = url.hostname.replace(/^\[|\]$|\.$/g, '');
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return except
        .split(/[,\s]+/)
        .filter((item) => item !== '')
        .some((item) => {
        if (item === '*')
            return true;
        if (item.includes('/'))
            return isInNetwork(host, item);
        const [, name = '', only] = /^\[?([^\]]*?)\]?(?::(\d+))?$/.exec((0,external_node_net_.isIP)(item) === 6 ? `[${item}]` : item) ?? [];
        if (only !== undefined && only !== port)
            return false;
        const domain = name.replace(/^\*?\./, '').toLowerCase();
        return (host === domain && !name.startsWith('.')) || ((0,external_node_net_.isIP)(domain) === 0 && host.endsWith(`.${domain}`));
    });
}
function isInNetwork(host, network) {
    const [address = '', bits = ''] = network.split('/');
    const family = (0,external_node_net_.isIP)(address);
    if (family === 0 || (0,external_node_net_.isIP)(host) !== family || !/^\d{1,3}$/.test(bits))
        return false;
    if (Number(bits) > (family === 4 ? 32 : 128))
        return false;
    const list = new external_node_net_.BlockList();
    list.addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
    return list.check(host, family === 4 ? 'ipv4' : 'ipv6');
}

;// CONCATENATED MODULE: ./build/registry/unanswered.js
/**
 * Turns what an HTTP library throws (broken connections, TLS failures, time limits) into a `RegistryError` that says
 * what to do about it.
 */

/** What to throw for a request that got no complete answer; the caller's own abort reason stays itself. */
function unanswered(url, cause, signal) {
    const timedOut = textOf(signal?.reason, 'name') === 'TimeoutError';
    if (signal?.aborted && !timedOut)
        return signal.reason;
    const code = timedOut ? 'ETIMEDOUT' : codeOf(cause);
    const why = timedOut ? 'no complete answer in time' : reasonOf(code, cause);
    const hint = transportHint(code, url.host);
    return new errors/* RegistryError */.gl(`registry ${url.host}: ${why}`, { status: 0, code, host: url.host, hint, cause });
}
/** undici wraps: the code that tells most may be one level down. */
function codeOf(error) {
    const inner = typeof error === 'object' && error !== null && 'cause' in error ? textOf(error.cause, 'code') : undefined;
    return inner ?? textOf(error, 'code');
}
function reasonOf(code, cause) {
    const text = textOf(cause, 'message')?.replace(/\s+/g, ' ') ?? 'the connection failed';
    return code === undefined || text.includes(code) ? text : `${text} (${code})`;
}
/** Not by class: errors of Node and undici may come from another realm. */
function textOf(error, key) {
    const value = typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function transportHint(code, host) {
    if (code === 'ECONNREFUSED')
        return `check that a registry listens at ${host}`;
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        return `check the spelling of the registry host ${host}`;
    if (code === 'CERT_HAS_EXPIRED')
        return `the certificate of ${host} has expired; whoever runs it has to renew it`;
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
        return `the certificate of ${host} is for another name; use the name it was issued for`;
    if (/CERT|UNABLE_TO_/.test(code ?? ''))
        return `if ${host} uses a private certificate authority, give its certificate in the input registry-ca, or to all of the runner in the variable NODE_EXTRA_CA_CERTS`;
    return undefined;
}

;// CONCATENATED MODULE: ./build/registry/http.js
/**
 * How requests reach a registry: connections, TLS, proxies, and limits on silence. The only file here that knows undici.
 */






/** A registry may take a while to put together what it was sent; hardening R7 gives pushes five minutes. */
const LONG_SILENCE_MS = 300_000;
const CONNECTIONS = 8;
/** Close it, or its connections keep the process alive. */
class HttpSender {
    #options;
    #direct;
    /** By URL of the proxy. */
    #proxied = new Map();
    constructor(options) {
        this.#options = options;
        this.#direct = new undici/* Agent */.g6({ ...this.#limits(), connect: this.#tls() });
    }
    /** Sends without following anything. Throws RegistryError with status 0 when there is no answer. */
    async send({ method, url, headers, body, isLong, signal }) {
        const content = typeof body === 'function' ? external_node_stream_.Readable.from(body(), { objectMode: false }) : (body ?? null);
        try {
            const answer = await (0,undici/* request */.Em)(url, {
                dispatcher: this.#dispatcher(url),
                method,
                headers,
                body: content,
                signal: signal ?? null,
                ...(isLong && { headersTimeout: LONG_SILENCE_MS, bodyTimeout: LONG_SILENCE_MS }),
            });
            return toAnswer(url, answer, signal);
        }
        catch (cause) {
            // What broke the body itself is told, not what became of the connection then.
            if (content instanceof external_node_stream_.Readable && content.errored)
                throw content.errored;
            throw unanswered(url, cause, signal);
        }
    }
    async close() {
        await Promise.all([this.#direct, ...this.#proxied.values()].map((dispatcher) => dispatcher.destroy()));
    }
    #limits() {
        const { total } = this.#options.timeouts;
        return { connections: CONNECTIONS, pipelining: 1, headersTimeout: total, bodyTimeout: total };
    }
    #tls() {
        const { authorities = [] } = this.#options;
        // Said outright, because an environment variable of Node would turn verification off otherwise (hardening R1).
        return {
            timeout: this.#options.timeouts.connect,
            minVersion: 'TLSv1.2',
            rejectUnauthorized: true,
            ...(authorities.length > 0 && { ca: [...(0,external_node_tls_.getCACertificates)('default'), ...authorities] }),
        };
    }
    #dispatcher(url) {
        const proxy = this.#options.proxies && proxyFor(url, this.#options.proxies);
        if (proxy === undefined)
            return this.#direct;
        let agent = this.#proxied.get(proxy);
        if (agent === undefined) {
            agent = new undici/* ProxyAgent */.kT({ uri: proxy, ...this.#limits(), requestTls: this.#tls(), proxyTls: this.#tls() });
            this.#proxied.set(proxy, agent);
        }
        return agent;
    }
}
function toAnswer(url, { statusCode, headers, body }, signal) {
    const stream = async function* () {
        try {
            for await (const chunk of body)
                yield chunk;
        }
        catch (cause) {
            throw unanswered(url, cause, signal);
        }
    };
    const collect = async (limit, whole) => {
        const chunks = [];
        let length = 0;
        for await (const chunk of stream()) {
            length += chunk.length;
            chunks.push(chunk);
            if (length > limit)
                break;
        }
        if (length > limit && whole) {
            throw new errors/* RegistryError */.gl(`registry ${url.host}: its answer is longer than ${limit} bytes`, {
                status: statusCode,
                code: 'TOO_LARGE',
                host: url.host,
            });
        }
        return Buffer.concat(chunks).subarray(0, limit);
    };
    return {
        url,
        status: statusCode,
        header: (name) => [headers[name] ?? []].flat(),
        read: (limit) => collect(limit, true),
        readSome: (limit) => collect(limit, false),
        stream,
        discard: () => body.dump(),
    };
}

// EXTERNAL MODULE: ./build/registry/reference.js
var reference = __webpack_require__(6247);
// EXTERNAL MODULE: ./build/registry/retry.js
var retry = __webpack_require__(7728);
;// CONCATENATED MODULE: ./build/registry/client.js
/**
 * A client of the registry API (OCI distribution-spec). `call` carries everything that one call needs (authorisation,
 * redirects, limits, error texts), `request` the retries as well; manifest.ts, blob.ts, upload.ts, tags.ts and
 * referrers.ts are built on it.
 */







/** Somebody waits for the token, and for no longer than a minute. */
const TOKEN_RETRY = { ...retry/* RETRY_POLICY */.yE, capSeconds: 10, budgetSeconds: 20 };
/** How long a registry is waited for that may be out of our reach. */
const PATIENCE_MS = 3000;
/** Throws `RegistryError` from every call. Close it (or use `await using`), or its connections keep the process alive. */
class RegistryClient {
    #options;
    #sender;
    #authorizer;
    #total;
    #schemes = new Map();
    #warned = new Set();
    constructor(options) {
        const { timeouts = { connect: 10_000, total: 30_000 }, proxies, authorities, clock, onSecret } = options;
        this.#options = options;
        this.#total = timeouts.total;
        this.#sender = new HttpSender({ timeouts, proxies, authorities });
        this.#authorizer = new Authorizer({ send: (request) => this.#sender.send(request), clock, onSecret });
    }
    /**
     * Makes a call, and makes it again as long as the policy for retries says so. `use` reads the answer inside of the
     * retry, so a connection lost in the middle of a body is tried again as well.
     */
    request(reference, call, { signal }, use) {
        return this.retrying(call.what, () => this.call(reference, call, { signal }, use), signal);
    }
    /** Makes a call once, with all that belongs to it: scheme, login, redirects. */
    async call(reference, call, { signal }, use) {
        const { registry, path: repository } = reference;
        const { actions, readsFrom } = call;
        const action = actions === 'pull' ? 'pull' : 'push';
        const found = await this.#options.credentials.find({ registry, repository, action });
        try {
            const limits = [...(signal ? [signal] : []), ...(call.isLong ? [] : [AbortSignal.timeout(this.#total)])];
            const inner = limits.length === 0 ? undefined : AbortSignal.any(limits);
            const origin = await this.#origin(registry, inner);
            const also = readsFrom === undefined ? [] : [`repository:${readsFrom}:pull`];
            const access = { origin, registry, repository, actions, also, found };
            const { method, headers = {}, body, isLong } = call;
            const url = urlOf(origin.url, repository, call);
            const answer = await this.#authorised(access, { method, url, headers, body, isLong, signal: inner });
            this.#showWarnings(registry, answer);
            const { status } = answer;
            if ((status >= 200 && status < 300) || call.expect?.includes(status))
                return await use(answer);
            throw await refusal(access, answer);
        }
        catch (error) {
            throw error instanceof errors/* RegistryError */.gl ? error.during(call.what, repository) : error;
        }
    }
    /** For work that is made of several calls of `call`, and is tried again as a whole. */
    retrying(what, operation, signal) {
        return (0,retry/* retrying */.R$)(operation, this.#retryOptions(what, signal));
    }
    /** For work that goes on where it broke off, see `waitingAfter` of retry.ts. */
    waitingAfter(what, signal) {
        return (0,retry/* waitingAfter */.yf)(this.#retryOptions(what, signal));
    }
    /**
     * Whether `token` could get one for a registry: that is within reach, wants tokens, and its token server may be told
     * the credential (hardening R3).
     */
    async hasTokens(registry, { signal }) {
        try {
            const origin = await this.#origin(registry, signal);
            const answer = await this.#sender.send({ method: 'GET', url: origin.url, headers: {}, signal });
            await answer.discard();
            const bearer = parseChallenges(answer.header('www-authenticate')).find(({ scheme }) => scheme === 'bearer');
            if (bearer === undefined)
                return false;
            (0,registry_origin/* checkRealm */.mR)(bearer.parameters.get('realm') ?? '', origin, true);
            return true;
        }
        catch (error) {
            if (error instanceof errors/* RegistryError */.gl)
                return false;
            throw error;
        }
    }
    /** Whether a registry answers at all, within a few seconds. */
    async answers(registry, { signal } = {}) {
        const limit = AbortSignal.timeout(PATIENCE_MS);
        try {
            const inner = signal ? AbortSignal.any([signal, limit]) : limit;
            const { url } = await this.#origin(registry, inner);
            const answer = await this.#sender.send({ method: 'GET', url, headers: {}, signal: inner });
            await answer.discard();
            return true;
        }
        catch (error) {
            signal?.throwIfAborted();
            if (error instanceof errors/* RegistryError */.gl || limit.aborted)
                return false;
            throw error;
        }
    }
    /** Gets a token for somebody else, who was challenged by the registry. Throws RegistryError. */
    async token({ registry, realm, service, scopes }, found, { signal }) {
        const { clock, random, log } = this.#options;
        const [, repository = '', actions = ''] = /^repository:([^:]+):(.+)$/.exec(scopes[0] ?? '') ?? [];
        const once = async () => {
            const limit = AbortSignal.timeout(this.#total);
            const inner = signal ? AbortSignal.any([signal, limit]) : limit;
            const access = { origin: await this.#origin(registry, inner), registry, repository, actions, found };
            const parameters = new Map([
                ['realm', realm],
                ['service', service],
                ['scope', scopes.join(' ')],
            ]);
            return this.#authorizer.token(access, parameters, inner);
        };
        const what = `token for ${registry}`;
        return (0,retry/* retrying */.R$)(once, { what, classify: errors/* classifyRegistryError */.CT, clock, random, log, signal, policy: TOKEN_RETRY });
    }
    close() {
        return this.#sender.close();
    }
    [Symbol.asyncDispose]() {
        return this.close();
    }
    #retryOptions(what, signal) {
        const { clock, random, log, retry } = this.#options;
        return { what, classify: errors/* classifyRegistryError */.CT, clock, random, log, signal, ...(retry && { policy: retry }) };
    }
    /** Sends with the login known so far; on a 401 makes the one asked for and repeats, once. */
    async #authorised(access, request) {
        // An upload may go on at another host, which gets no login of ours.
        if (request.url.origin !== access.origin.url.origin)
            return this.#follow(request, undefined);
        const known = await this.#authorizer.known(access);
        const first = await this.#follow(request, known);
        const challenges = parseChallenges(first.header('www-authenticate'));
        // A host we were redirected to may ask for a login of its own; it gets none of ours.
        if (first.status !== 401 || challenges.length === 0 || first.url.origin !== access.origin.url.origin)
            return first;
        const header = await this.#authorizer.answer(access, challenges, known, request.signal);
        if (header === known)
            return first;
        await first.discard();
        return this.#follow(request, header);
    }
    #follow(request, authorization) {
        const headers = authorization === undefined ? request.headers : { ...request.headers, authorization };
        const insecure = this.#options.insecureHosts ?? [];
        return sendFollowing((next) => this.#sender.send(next), { ...request, headers }, (from, location) => (0,registry_origin/* checkRedirect */.n8)(from, location, insecure));
    }
    /** Of the root of the API. */
    async #origin(registry, signal) {
        const { insecureHosts = [], allowedTokenServers = [] } = this.#options;
        const host = (0,reference/* registryHost */.U$)({ registry });
        const scheme = await this.#scheme(host, signal ?? AbortSignal.timeout(this.#total));
        return { url: new URL(`${scheme}//${host}/v2/`), insecureHosts, allowedTokenServers };
    }
    /** RFC 7234 section 5.5, as the distribution-spec has it; each once, as many calls bring the same. */
    #showWarnings(registry, answer) {
        for (const header of answer.header('warning')) {
            const text = /^299 \S+ "((?:[^"\\]|\\.)*)"/.exec(header)?.[1]?.replace(/\\(.)/g, '$1');
            if (text === undefined || this.#warned.has(text))
                continue;
            this.#warned.add(text);
            this.#options.log(`${registry} warns: ${text}`);
        }
    }
    /** https, except where plain http is in order and the host does not speak TLS. */
    #scheme(host, signal) {
        if (!this.#mayUsePlainHttp(host))
            return Promise.resolve('https:');
        let scheme = this.#schemes.get(host);
        if (!scheme) {
            scheme = this.#probe(host, signal);
            this.#schemes.set(host, scheme);
            scheme.catch(() => this.#schemes.delete(host));
        }
        return scheme;
    }
    async #probe(host, signal) {
        try {
            const url = new URL(`https://${host}/v2/`);
            const answer = await this.#sender.send({ method: 'GET', url, headers: {}, signal });
            await answer.discard();
            return 'https:';
        }
        catch (error) {
            // Only "this is not TLS" leads to http. A certificate that fails verification does not: that host does have TLS.
            const isNotTls = error instanceof errors/* RegistryError */.gl && /^(?:EPROTO|ECONNRESET|UND_ERR_SOCKET|ERR_SSL_.*)$/.test(error.code ?? '');
            if (isNotTls)
                return 'http:';
            throw error;
        }
    }
    #mayUsePlainHttp(host) {
        return (0,registry_origin/* mayUsePlainHttp */.N$)(host, this.#options.insecureHosts ?? []);
    }
}
function urlOf(root, repository, { path, query = {} }) {
    const encode = (part) => encodeURIComponent(part).replaceAll('%3A', ':');
    const url = path instanceof URL ? new URL(path) : new URL([...repository.split('/'), ...path].map(encode).join('/'), root);
    for (const [name, value] of Object.entries(query))
        url.searchParams.set(name, value);
    return url;
}
/** What a status alone says, as answers to HEAD have nothing else. */
const UNEXPLAINED = new Map([
    [401, 'the login was refused'],
    [403, 'access was refused'],
    [404, 'there is no such thing'],
]);
async function refusal(access, answer) {
    const { status } = answer;
    const { code, text } = (0,errors/* parseErrorBody */.kW)(await answer.readSome(errors/* ERROR_BODY_LIMIT */.g2));
    const parts = [code?.toLowerCase(), text].filter((part) => part !== undefined && part !== '');
    const why = parts.join(': ') || (UNEXPLAINED.get(status) ?? 'the registry gave no reason');
    const retryAfter = answer.header('retry-after')[0];
    const hint = hintFor(status, access);
    return new errors/* RegistryError */.gl(`${why} (${status})`, { status, code, host: access.registry, retryAfter, hint });
}
function hintFor(status, access) {
    if (status === 401 || status === 403)
        return accessHint(access);
    if (status === 404 && access.found === undefined)
        return `if ${access.repository} is private: ${accessHint(access)}`;
    if (status === 404)
        return 'check name and tag; the registry has nothing there, or hides it from this account';
    if (status === 429)
        return 'the registry limits how often it may be asked; log in, or try again later';
    return undefined;
}


/***/ })

};
