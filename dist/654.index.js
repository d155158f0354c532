export const id = 654;
export const ids = [654];
export const modules = {

/***/ 2654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pushByDigest: () => (/* binding */ pushByDigest)
/* harmony export */ });
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6247);
/* harmony import */ var _registry_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7728);
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8385);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9032);
/* harmony import */ var _explain_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9152);
/**
 * A push by the builder, without a tag: the build once more, all of it in the cache, after the image was looked at. The
 * engine itself cannot push to a digest.
 */





/** Gives the digest that was pushed. Throws PublishFailed, or the abort reason. */
async function pushByDigest(push, tools) {
    const { solving, request, session, sending, repositories } = push;
    const { clock, random, log, signal, credentials } = tools;
    const attributes = new Map([...(request.outputs?.[0]?.attributes ?? []), ...ATTRIBUTES]);
    const again = { ...request, tags: repositories.map(_registry_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH), outputs: [{ type: 'image', attributes }] };
    const once = async () => {
        const { body } = await sending.begin(true);
        let digest = '';
        for await (const event of solving.repeat(again, { session, body, signal }))
            if (event.kind === 'image')
                digest = event.id;
        return digest;
    };
    const classify = (error) => (0,_classify_js__WEBPACK_IMPORTED_MODULE_2__/* .classifyTransfer */ .S)(error, false);
    try {
        return await (0,_registry_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retrying */ .R$)(once, {
            what: 'push by digest',
            classify,
            clock,
            random,
            log: (text) => log.info(text),
            signal,
        });
    }
    catch (error) {
        signal.throwIfAborted();
        const failed = repositories.map(async (reference) => ({
            reference: (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)(reference),
            reason: await (0,_explain_js__WEBPACK_IMPORTED_MODULE_4__/* .explainRegistry */ .$c)(error, { reference, action: 'push' }, credentials),
            cause: error,
        }));
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PublishFailed */ .bH([], await Promise.all(failed));
    }
}
/** Nothing more is stored in the engine: there is no name for it. */
const ATTRIBUTES = [
    ['push', 'true'],
    ['push-by-digest', 'true'],
    ['store', 'false'],
];


/***/ })

};
