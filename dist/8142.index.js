export const id = 8142;
export const ids = [8142];
export const modules = {

/***/ 18142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   download: () => (/* binding */ download),
/* harmony export */   j: () => (/* binding */ showUrl)
/* harmony export */ });
/* unused harmony export DownloadFailed */
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
/**
 * Fetches a file of the author's by http or https, for the few that an engine does not fetch itself: at most five
 * redirects, none away from https, certificates verified, nothing sent but the request (hardening R1, R2, R7). Without
 * TLS only from this machine.
 */


/** Messages name the URL without its query, which may hold a signature. */
class DownloadFailed extends Error {
    name = 'DownloadFailed';
    hint;
    constructor(url, why, options = {}) {
        super(`fetch ${showUrl(url)}: ${why}`, { cause: options.cause });
        this.hint = options.hint;
    }
}
const MOST_REDIRECTS = 5;
/** Milliseconds without a byte. */
const SILENCE = 30_000;
/** The whole file. Throws DownloadFailed, or the abort reason. */
async function download(url, { limit, signal }) {
    let current = url;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
        const answer = await send(current, signal);
        const { statusCode: status = 0, headers } = answer;
        if ([301, 302, 303, 307, 308].includes(status) && headers.location !== undefined) {
            answer.destroy();
            current = target(current, headers.location);
            continue;
        }
        if (status !== 200) {
            answer.destroy();
            throw new DownloadFailed(current, `it is answered with ${status} ${answer.statusMessage ?? ''}`.trim(), {
                hint: 'Check the address; what needs a login is downloaded in a step before this one',
            });
        }
        return read(current, answer, { limit, signal });
    }
    throw new DownloadFailed(url, `it leads through more than ${MOST_REDIRECTS} redirects`);
}
/** For messages and logs. */
function showUrl({ origin, pathname, search }) {
    return `${origin}${pathname}${search === '' ? '' : '?…'}`;
}
function target(from, location) {
    const to = URL.parse(location, from.href);
    if (to === null || !/^https?:$/.test(to.protocol) || to.username !== '' || to.password !== '')
        throw new DownloadFailed(from, 'it redirects to what is no URL of http or https');
    if (from.protocol === 'https:' && to.protocol !== 'https:')
        throw new DownloadFailed(from, `it redirects from https to ${showUrl(to)}`);
    return to;
}
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
function send(url, signal) {
    if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
        throw new DownloadFailed(url, 'it would come without TLS, so anybody on the way could change it', {
            hint: 'Use https',
        });
    return new Promise((resolve, reject) => {
        const fail = (cause) => {
            reject(signal.aborted ? signal.reason : new DownloadFailed(url, cause.message, { cause }));
        };
        const options = {
            signal,
            timeout: SILENCE,
            headers: { 'user-agent': 'stowage', accept: '*/*' },
            agent: false,
        };
        const outgoing = url.protocol === 'http:'
            ? (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)(url, options, resolve)
            : // Said outright, because an environment variable of Node would turn verification off otherwise.
                (0,node_https__WEBPACK_IMPORTED_MODULE_1__.request)(url, { ...options, minVersion: 'TLSv1.2', rejectUnauthorized: true }, resolve);
        outgoing.on('error', fail);
        outgoing.on('timeout', () => outgoing.destroy(new Error(`nothing came for ${SILENCE / 1000} s`)));
        outgoing.end();
    });
}
async function read(url, answer, { limit, signal }) {
    const parts = [];
    let length = 0;
    try {
        for await (const part of answer) {
            parts.push(part);
            length += part.length;
            if (length > limit)
                break;
        }
    }
    catch (cause) {
        if (signal.aborted)
            throw signal.reason;
        throw new DownloadFailed(url, cause.message, { cause });
    }
    if (length > limit)
        throw new DownloadFailed(url, `it is larger than ${limit / 1024} KiB`);
    return Buffer.concat(parts);
}


/***/ })

};
