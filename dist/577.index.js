export const id = 577;
export const ids = [577];
export const modules = {

/***/ 70577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SshConnections: () => (/* binding */ SshConnections),
/* harmony export */   sshArguments: () => (/* binding */ sshArguments)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58500);
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67595);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2952);
/**
 * Connections to an engine behind ssh, as the docker CLI makes them (cli/connhelper): for each one `ssh` program, which
 * runs `docker system dial-stdio` on the other machine and whose input and output are the connection. The program is
 * started without a shell and with arguments of checked characters only; host keys are always verified (hardening R1).
 */







const SAID_LIMIT = 4 * 1024;
/** From the end of ssh's output, or from SIGTERM, to its exit. */
const ENDING_MS = 1000;
/** To connect, which has 30 s for itself, and to be told the port. */
const FORWARD_MS = 35_000;
/** For its last words, after its exit. */
const TELLING_MS = 100;
class SshConnections {
    #address;
    #ssh;
    #open = new Set();
    #forwards = new Set();
    #directory;
    #isClosed = false;
    constructor(address, ssh) {
        this.#address = address;
        this.#ssh = ssh;
        process.once('exit', this.#onExit);
    }
    /** Starts `ssh` and does not wait: whether it connects shows with the first answer, or as the error of the stream. */
    open() {
        if (this.#isClosed)
            throw new Error('the connections over ssh are closed');
        const { program, environment } = this.#ssh;
        const args = sshArguments(this.#address, this.#knownHostsFile());
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, { env: environment, stdio: 'pipe', windowsHide: true });
        const connection = new SshConnection(child, this.#address);
        this.#open.add(connection);
        connection.once('close', () => this.#open.delete(connection));
        return connection;
    }
    /**
     * Has the other machine listen on a port of its loopback that leads to one of ours, until these connections are closed.
     * Gives that port; undefined where the server does not allow it, or the signal's reason is thrown.
     */
    async forward(port, signal) {
        if (this.#isClosed)
            throw new Error('the connections over ssh are closed');
        const { program, environment } = this.#ssh;
        const args = sshArguments(this.#address, this.#knownHostsFile(), port);
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, { env: environment, stdio: 'pipe', windowsHide: true });
        this.#forwards.add(child);
        child.once('close', () => this.#forwards.delete(child));
        const allocated = await allocatedPort(child, signal);
        if (allocated === undefined)
            child.kill();
        signal.throwIfAborted();
        return allocated;
    }
    /** Ends every `ssh`; returns when none is left. */
    async close() {
        this.#isClosed = true;
        process.off('exit', this.#onExit);
        const ending = [...this.#forwards].map((child) => {
            const closed = new Promise((resolve) => child.once('close', resolve));
            child.kill();
            return closed;
        });
        await Promise.all(ending);
        const closing = [...this.#open].map((connection) => {
            const closed = new Promise((resolve) => connection.once('close', resolve));
            connection.destroy();
            return closed;
        });
        await Promise.all(closing);
        this.#removeKnownHosts();
    }
    /** The process ends without having closed us, so nothing can be waited for any more. */
    #onExit = () => {
        for (const program of [...this.#open, ...this.#forwards])
            program.kill();
        this.#removeKnownHosts();
    };
    #knownHostsFile() {
        const { knownHosts } = this.#ssh;
        if (knownHosts === undefined)
            return undefined;
        const isNew = this.#directory === undefined;
        this.#directory ??= (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(knownHosts.directory, 'stowage-ssh-'));
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#directory, 'known_hosts');
        if (isNew)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(file, `${knownHosts.text}\n`, { mode: 0o600, flag: 'wx' });
        return file;
    }
    #removeKnownHosts() {
        if (this.#directory !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(this.#directory, { recursive: true, force: true });
    }
}
/** Waits for ssh's word of the port that the server chose. */
async function allocatedPort(child, signal) {
    const { promise, resolve } = Promise.withResolvers();
    let said = '';
    child.stderr.on('data', (piece) => {
        if (said.length < SAID_LIMIT)
            said += piece.toString('utf8');
        // OpenSSH ssh.c, ssh_confirm_remote_forward.
        const [, port] = /Allocated port (\d+) for remote forward/.exec(said) ?? [];
        if (port !== undefined)
            resolve(Number(port));
    });
    const giveUp = () => resolve(undefined);
    child.once('close', giveUp).on('error', giveUp);
    const over = AbortSignal.any([signal, AbortSignal.timeout(FORWARD_MS)]);
    over.addEventListener('abort', giveUp, { once: true });
    if (over.aborted)
        giveUp();
    return promise.finally(() => over.removeEventListener('abort', giveUp));
}
/**
 * Exported for its tests. `forwarded` is a port of this machine's loopback that one of the other's is to lead to; the command
 * is the same, as it ends when we do.
 */
function sshArguments(address, knownHostsFile, forwarded) {
    // As in its configuration file: quotes around spaces, and % begins a token.
    const file = `"${knownHostsFile?.replaceAll('\\', '/').replaceAll('%', '%%')}"`;
    const options = [
        // Nobody is there to be asked for a password, or whether a host key is right.
        'BatchMode=yes',
        'StrictHostKeyChecking=yes',
        'ConnectTimeout=30',
        // Builds are silent for long, and what lies between forgets silent connections.
        'ServerAliveInterval=30',
        // What a configuration may want for people at a terminal. An agent must not be lent to builds.
        'ForwardAgent=no',
        'RemoteCommand=none',
        ...(forwarded === undefined ? ['ClearAllForwardings=yes'] : forwardingOf(forwarded)),
        ...(knownHostsFile === undefined ? [] : [`UserKnownHostsFile=${file}`, `GlobalKnownHostsFile=${file}`]),
    ];
    return [
        '-T',
        ...options.flatMap((option) => ['-o', option]),
        ...(address.user === undefined ? [] : ['-l', address.user]),
        ...(address.port === undefined ? [] : ['-p', `${address.port}`]),
        '--',
        address.host,
        'docker',
        ...(address.path === undefined ? [] : [`--host=unix://${address.path}`]),
        'system',
        'dial-stdio',
    ];
}
/** A connection of its own, which fails with the forward and tells the port that the server chose. */
function forwardingOf(port) {
    return [
        `RemoteForward=127.0.0.1:0 127.0.0.1:${port}`,
        'ExitOnForwardFailure=yes',
        'ControlPath=none',
        'LogLevel=INFO',
    ];
}
class SshConnection extends node_stream__WEBPACK_IMPORTED_MODULE_3__.Duplex {
    #child;
    #address;
    #exited;
    #closed;
    #said = '';
    #isAnswered = false;
    #why;
    constructor(child, address) {
        super();
        this.#child = child;
        this.#address = address;
        this.#closed = new Promise((resolve) => child.once('close', resolve));
        this.#exited = new Promise((resolve) => {
            child.once('exit', resolve);
            child.on('error', (error) => {
                this.destroy(this.#unreachable(`${child.spawnfile} cannot be run (${error.message})`));
                resolve(undefined);
            });
        });
        child.stderr.on('data', (piece) => {
            this.#said = (this.#said + piece.toString('utf8')).slice(-SAID_LIMIT);
        });
        child.stdout.on('data', (piece) => {
            this.#isAnswered = true;
            if (!this.push(piece))
                child.stdout.pause();
        });
        child.stdout.once('end', () => void this.#finish());
        // A pipe that breaks is no reason: how ssh ends tells one, and an answer may still be on its way.
        child.stdin.on('error', () => { });
    }
    kill(signal = 'SIGTERM') {
        this.#child.kill(signal);
    }
    _read() {
        this.#child.stdout.resume();
    }
    _write(chunk, _encoding, callback) {
        this.#child.stdin.write(chunk, (error) => {
            if (!error)
                callback();
        });
    }
    /** HTTP/1.1 writes a chunk in parts, which should travel together. */
    _writev(chunks, callback) {
        const { stdin } = this.#child;
        stdin.cork();
        for (const [at, { chunk }] of chunks.entries()) {
            if (at < chunks.length - 1)
                stdin.write(chunk);
            else
                this._write(chunk, undefined, callback);
        }
        stdin.uncork();
    }
    _final(callback) {
        this.#child.stdin.end(callback);
    }
    _destroy(error, callback) {
        for (const pipe of [this.#child.stdin, this.#child.stdout, this.#child.stderr])
            pipe.destroy();
        this.kill();
        const timer = setTimeout(() => this.kill('SIGKILL'), ENDING_MS);
        void this.#exited.then(() => {
            clearTimeout(timer);
            // Whoever reads our end destroys us for it, and knows less than we.
            callback(error && (this.#why ?? error));
        });
    }
    /** After the last byte of the output. */
    async #finish() {
        // A master connection that ssh was configured to leave behind keeps stderr open, so its end is not waited for long.
        const told = Promise.race([this.#closed, this.#exited.then(() => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_4__.setTimeout)(TELLING_MS))]);
        await Promise.race([told, (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_4__.setTimeout)(ENDING_MS, undefined, { ref: false })]);
        if (this.destroyed)
            return;
        const { exitCode, signalCode } = this.#child;
        const words = inOneLine(this.#said);
        if (!this.#isAnswered) {
            this.destroy(this.#unreachable(words === '' ? `ssh ended with ${signalCode ?? `exit code ${exitCode}`}` : `ssh: ${words}`));
            return;
        }
        if (exitCode !== 0 && words !== '')
            this.#why = new Error(`ssh: ${words}`);
        this.push(null);
    }
    #unreachable(why) {
        const [, hint] = this.#child.exitCode === NOT_FOUND ? [undefined, NO_DOCKER] : (HINTS.find(([words]) => words.test(why)) ?? []);
        return new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .EngineUnreachable */ .db((0,_address_js__WEBPACK_IMPORTED_MODULE_5__/* .formatAddress */ .M)(this.#address), why, { ...(hint && { hint }) });
    }
}
/** Without the name that ssh begins with, and the frames that it puts around alarms. */
function inOneLine(text) {
    const lines = text
        .split(/[\r\n]+/)
        .map((line) => line.replace(/^@.*@$/, (frame) => frame.replaceAll('@', '')).trim());
    return lines
        .filter((line) => line !== '')
        .join(' ')
        .replace(/^ssh: |\.$/g, '');
}
/** What a shell answers for a program that it does not find. */
const NOT_FOUND = 127;
const NO_DOCKER = 'Install the docker CLI there, as ssh runs `docker system dial-stdio`';
/** By ssh's own words, as it has one exit code for all (OpenSSH sshconnect.c, sshconnect2.c), and by those of the CLI. */
const HINTS = [
    [
        /IDENTIFICATION HAS CHANGED/,
        'Another key than the known one answers: find out why before you change ssh-known-hosts or known_hosts',
    ],
    [
        /host key/i,
        'Put the host key into the input ssh-known-hosts; ssh-keyscan prints it, and whoever runs the host can confirm it',
    ],
    [
        /Permission denied \(/,
        'Give ssh a key that the host accepts, by ssh-agent (SSH_AUTH_SOCK) or ~/.ssh, in an earlier step',
    ],
    [/resolve hostname/, 'Check the host name in docker-host, DOCKER_HOST or the context'],
    [/Connection refused|timed out|No route to host|unreachable/, 'Check the host, its port and the firewall between'],
    [/command not found|not recognized/, NO_DOCKER],
    [/permission denied/, 'Add the account to the group docker there'],
    [/docker daemon|raw stream connection/i, 'Start the engine there, or name its socket as ssh://host/path/to.sock'],
];


/***/ })

};
