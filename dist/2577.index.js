export const id = 2577;
export const ids = [2577];
export const modules = {

/***/ 92577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dial: () => (/* binding */ dial)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41692);
/**
 * A bare connection to an address, with TLS or without, for what speaks HTTP/2 from its first byte: a BuildKit of its own,
 * or an engine that takes gRPC on the socket of its API.
 */


const CONNECT_LIMIT_MS = 10_000;
/**
 * Resolves with the connected socket. Rejects with the error of Node, with one that says that it took too long, or with
 * the signal's reason. Certificates are always verified (hardening R1, R7).
 */
function dial(address, tls, signal) {
    signal.throwIfAborted();
    const limit = AbortSignal.timeout(CONNECT_LIMIT_MS);
    const over = AbortSignal.any([signal, limit]);
    const { promise, resolve, reject } = Promise.withResolvers();
    const secure = address.kind === 'tcp' && address.tls;
    const socket = secure
        ? (0,node_tls__WEBPACK_IMPORTED_MODULE_1__.connect)({
            host: address.host,
            port: address.port,
            ...(!isAddress(address.host) && { servername: address.host }),
            ALPNProtocols: ['h2'],
            ...tls,
            minVersion: 'TLSv1.2',
            rejectUnauthorized: true,
        })
        : (0,node_net__WEBPACK_IMPORTED_MODULE_0__.connect)(address.kind === 'tcp' ? { host: address.host, port: address.port } : { path: address.path });
    const stop = () => {
        const late = new Error(`no connection within ${CONNECT_LIMIT_MS / 1000} s`);
        socket.destroy();
        reject(signal.aborted ? signal.reason : late);
    };
    over.addEventListener('abort', stop, { once: true });
    const settled = () => over.removeEventListener('abort', stop);
    socket.once('error', (error) => {
        settled();
        reject(error);
    });
    socket.once(secure ? 'secureConnect' : 'connect', () => {
        settled();
        if (address.kind === 'tcp')
            socket.setKeepAlive(true, 30_000);
        resolve(socket);
    });
    return promise;
}
/** Certificates name hosts by SNI only, which takes no addresses. */
function isAddress(host) {
    return /^[\d.]+$/.test(host) || host.includes(':');
}


/***/ })

};
