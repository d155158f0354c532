export const id = 8056;
export const ids = [8056];
export const modules = {

/***/ 28056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   removeAgents: () => (/* binding */ removeAgents),
/* harmony export */   startKeyAgent: () => (/* binding */ startKeyAgent)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77030);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58500);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41955);
/* harmony import */ var _pipeline_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59032);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(73233);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(47611);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
/**
 * A throw-away ssh-agent for the keys of input ssh. Keys go in by stdin (hardening S3), never by a file of ours or an
 * argument. The agent is made to watch over a `cat` that waits for this process: when that ends, however it does, so
 * does the agent, and nothing has to be killed by a number that somebody else may have by then.
 */








const INPUT = 'ssh';
const PREFIX = 'stowage-agent-';
const SOCKET = 'agent';
/** Longest path of a socket: what macOS takes, in bytes. */
const PATH_LIMIT = 103;
/** How long programs may take, in milliseconds. */
const START_LIMIT = 10_000;
/** Throws InvalidInput without a way to start one, and for a key that it does not take. */
async function startKeyAgent(keys, tools) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { temp, signal, note } = tools;
        const [agent, add, cat] = await Promise.all(['ssh-agent', 'ssh-add', 'cat'].map((name) => (0,_program_js__WEBPACK_IMPORTED_MODULE_7__/* .findProgram */ .K)(name, { environment: tools.env, workspace: tools.workspace })));
        if (!agent?.program || !add?.program || !cat?.program) {
            throw new _pipeline_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .InvalidInput */ .o9(INPUT, 'a key is used by the programs ssh-agent and ssh-add, and they are not on PATH outside of the workspace', 'install an OpenSSH client in an earlier step, or name the socket of an agent');
        }
        const environment = environmentFor(tools.env, agent.path);
        const started = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const directory = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(temp, PREFIX));
        note(directory);
        started.defer(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(directory, { recursive: true, force: true }));
        const socket = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, SOCKET);
        if (Buffer.byteLength(socket) > PATH_LIMIT)
            throw new _pipeline_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .InvalidInput */ .o9(INPUT, `no agent can listen in ${temp}, as that path is too long`, 'set a shorter RUNNER_TEMP');
        const watched = watch(agent.program, ['-P', 'none', '-a', socket, cat.program], environment);
        started.defer(async () => {
            await watched.end();
            // Where the system does not tell what is below a child, the agent is still there now.
            await wake(socket);
        });
        await appears(socket, watched.ended, signal);
        for (const key of keys)
            await addKey(key, add.program, { ...environment, SSH_AUTH_SOCK: socket }, signal);
        const open = started.move();
        return { socket, [Symbol.asyncDispose]: () => open.disposeAsync() };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Takes away what a main part that was killed has left. Paths that we cannot have made are left alone (hardening L4). */
async function removeAgents(directories, temp) {
    for (const directory of directories) {
        const isOurs = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(directory) === (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(temp) && /^stowage-agent-\w{6}$/.test((0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(directory));
        if (!isOurs)
            continue;
        await wake((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, SOCKET));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(directory, { recursive: true, force: true });
    }
}
/** A question at its door makes an agent see at once that what it watched over has ended; else it looks every 10 s. */
async function wake(socket) {
    const { promise, resolve: done } = Promise.withResolvers();
    const client = (0,node_net__WEBPACK_IMPORTED_MODULE_1__.connect)(socket);
    client.once('error', () => done());
    client.once('close', () => done());
    const timer = setTimeout(done, 1000);
    await promise;
    clearTimeout(timer);
    client.destroy();
}
function watch(program, args, env) {
    let child;
    const said = [];
    const running = (0,_child_js__WEBPACK_IMPORTED_MODULE_6__/* .adopting */ .LS)((made) => {
        child = made;
    }, () => (0,_actions_exec__WEBPACK_IMPORTED_MODULE_4__.exec)((0,_child_js__WEBPACK_IMPORTED_MODULE_6__/* .quoted */ .TL)(program), [...args], {
        env,
        silent: true,
        ignoreReturnCode: true,
        listeners: { stderr: (data) => said.length < 8 && said.push(data) },
    }));
    const ended = running.then((code) => Buffer.concat(said).toString('utf8').trim() || `it ended with exit code ${code}`, () => 'it cannot be started');
    return {
        ended,
        end: async () => {
            if (child !== undefined)
                await (0,_child_js__WEBPACK_IMPORTED_MODULE_6__/* .endTree */ .Sb)(child);
            await Promise.race([ended, (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setTimeout)(1000, undefined, { ref: false })]);
        },
    };
}
async function appears(socket, ended, signal) {
    let why;
    void ended.then((reason) => {
        why = reason;
    });
    for (const until = Date.now() + START_LIMIT; why === undefined; await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setTimeout)(5, undefined, { signal })) {
        if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(socket).catch(() => undefined)) !== undefined)
            return;
        if (Date.now() > until)
            why = `it made no socket within ${START_LIMIT / 1000} s`;
    }
    throw new _pipeline_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .InvalidInput */ .o9(INPUT, `an ssh-agent for the keys could not be started: ${why}`);
}
async function addKey({ path, text }, program, env, signal) {
    const said = [];
    let child;
    const stop = () => void (child && (0,_child_js__WEBPACK_IMPORTED_MODULE_6__/* .endTree */ .Sb)(child));
    const limited = AbortSignal.any([signal, AbortSignal.timeout(START_LIMIT)]);
    limited.addEventListener('abort', stop, { once: true });
    try {
        const code = await (0,_child_js__WEBPACK_IMPORTED_MODULE_6__/* .adopting */ .LS)((made) => {
            child = made;
        }, () => (0,_actions_exec__WEBPACK_IMPORTED_MODULE_4__.exec)((0,_child_js__WEBPACK_IMPORTED_MODULE_6__/* .quoted */ .TL)(program), ['-q', '-'], {
            env,
            silent: true,
            ignoreReturnCode: true,
            input: Buffer.from(text),
            listeners: { stderr: (data) => said.length < 8 && said.push(data) },
        }));
        if (code === 0)
            return;
    }
    catch {
        // The reason is what ssh-add said, or that it did not start.
    }
    finally {
        limited.removeEventListener('abort', stop);
    }
    signal.throwIfAborted();
    const why = Buffer.concat(said).toString('utf8').trim().split('\n')[0] || 'it cannot be started';
    throw new _pipeline_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .InvalidInput */ .o9(INPUT, `the key ${path} was not taken by ssh-add: ${why}`, 'check it with ssh-keygen -y -f');
}
function environmentFor(env, path) {
    const plain = Object.entries(env).filter((entry) => entry[1] !== undefined && (0,_program_js__WEBPACK_IMPORTED_MODULE_7__/* .isPlainVariable */ .f)(entry[0]));
    return { ...Object.fromEntries(plain), PATH: path, SSH_ASKPASS_REQUIRE: 'never' };
}


/***/ })

};
