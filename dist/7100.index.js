export const id = 7100;
export const ids = [7100];
export const modules = {

/***/ 37100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gZ: () => (/* binding */ findRoad),
  bb: () => (/* binding */ pushToRelay),
  release: () => (/* binding */ release)
});

// UNUSED EXPORTS: reaches

// EXTERNAL MODULE: ./build/engine/delete.js
var engine_delete = __webpack_require__(38572);
// EXTERNAL MODULE: ./build/engine/distribution.js
var distribution = __webpack_require__(57985);
// EXTERNAL MODULE: ./build/engine/errors.js
var errors = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/engine/push.js
var push = __webpack_require__(8455);
// EXTERNAL MODULE: ./build/engine/tag.js
var tag = __webpack_require__(48619);
// EXTERNAL MODULE: ./build/engine/call.js
var call = __webpack_require__(90347);
;// CONCATENATED MODULE: ./build/engine/untag.js
/** `POST /libpod/images/{name}/untag` (Podman's own API): takes one name away, and never the image. */


/** For Podman; Docker has no such call, and deletes an image with its last name. Throws EngineError. */
async function untag(engine, target, signal) {
    const subject = (0,tag/* formatTag */._)(target);
    await engine.transport.json({
        method: 'POST',
        path: `/libpod/images/${(0,call/* encodeName */.aA)(subject)}/untag`,
        endpoint: 'POST /libpod/images/{name}/untag',
        subject,
        query: { repo: target.repository, tag: target.tag },
        signal,
    });
}

// EXTERNAL MODULE: ./build/registry/credentials.js
var credentials = __webpack_require__(55760);
// EXTERNAL MODULE: ./build/registry/retry.js
var retry = __webpack_require__(67728);
// EXTERNAL MODULE: ./build/report/push-progress.js
var push_progress = __webpack_require__(33191);
// EXTERNAL MODULE: ./build/pipeline/classify.js
var pipeline_classify = __webpack_require__(48385);
;// CONCATENATED MODULE: ./build/pipeline/relay-push.js
/**
 * Has an engine push an image to the relay on this machine: under a name that is only there for that, with a login that is
 * good for nothing else.
 */










const TAG = 'push';
/** Value of X-Registry-Auth. */
function authFor(host, { username, password }) {
    const login = username !== undefined && password !== undefined;
    return (0,credentials/* encodeRegistryAuth */.yJ)(login ? { kind: 'password', username, password } : undefined, host);
}
/** Undefined where an engine cannot reach it. */
async function findRoad(engine, near, signal) {
    const [, here] = near.host.split(':');
    const port = await engine.transport.forward(Number(here), signal);
    if (port === undefined)
        return undefined;
    const host = `127.0.0.1:${port}`;
    const reached = await reaches(engine, near, { host, signal });
    return reached === false ? undefined : { host, isProven: reached === true };
}
/** Whether an engine can reach it; Podman has no way to tell but a push. */
async function reaches(engine, near, { host = near.host, signal }) {
    if (engine.facts.product === 'podman')
        return undefined;
    const before = near.visits;
    try {
        await (0,distribution/* distribution */.N)(engine, `${host}/${near.repository('probe')}:${TAG}`, {
            registryAuth: authFor(host, near),
            signal,
        });
    }
    catch (error) {
        signal.throwIfAborted();
        // There is nothing under that name, so an error it is in any case.
        if (!(error instanceof errors/* EngineError */.NJ))
            throw error;
    }
    return near.visits > before;
}
/** Undefined when the engine did not get there. Throws EngineError. */
async function pushToRelay(engine, image, { relay, host = relay.host, slot, title }, tools) {
    const { log, clock, random, signal, noteName } = tools;
    const target = { repository: `${host}/${relay.repository(slot)}`, tag: TAG };
    const before = relay.visits;
    noteName((0,tag/* formatTag */._)(target), true);
    await (0,tag/* tag */.T)(engine, image, target, signal);
    try {
        let moved = false;
        const once = async () => {
            moved = false;
            const progress = new push_progress/* PushProgress */.S(log, title, clock);
            const tlsVerify = engine.facts.product === 'podman' ? { tlsVerify: false } : {};
            for await (const event of (0,push/* push */.V)(engine, target, { registryAuth: authFor(host, relay), ...tlsVerify, signal })) {
                if (event.kind === 'pushed')
                    continue;
                moved ||= event.status === 'Pushed';
                progress.status(event);
            }
            progress.finish();
        };
        const classify = (error) => {
            // Nobody answers there and nobody will.
            if (relay.visits === before)
                return { kind: 'permanent' };
            return (0,pipeline_classify/* classifyTransfer */.S)(error, moved);
        };
        await (0,retry/* retrying */.R$)(once, { what: `push ${title} to this machine`, classify, clock, random, log: log.info, signal });
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof errors/* EngineError */.NJ && relay.visits === before)
            return undefined;
        throw error;
    }
    finally {
        if (!signal.aborted)
            await release(engine, target, tools);
    }
    return relay.received(slot);
}
/** Podman's caches are images without a name, which must stay; Docker's are not, and go with the build cache. */
async function release(engine, target, tools) {
    const name = (0,tag/* formatTag */._)(target);
    try {
        if (engine.facts.product === 'podman')
            await untag(engine, target, tools.signal);
        else
            await (0,engine_delete/* deleteImage */.v)(engine, name, { noPrune: true, signal: tools.signal });
        tools.noteName(name, false);
    }
    catch (error) {
        tools.signal.throwIfAborted();
        if (!(error instanceof errors/* EngineError */.NJ))
            throw error;
        if (error.status !== 404)
            tools.log.warning(`the engine keeps the name ${name}: ${error.reason}`);
    }
}


/***/ })

};
