/** Modules inside undici, typed by its index; the version is pinned, and the transport tests load them for real. */
declare module 'undici/lib/api/index.js' {
  const api: object;
  export default api;
}
declare module 'undici/lib/dispatcher/client.js' {
  const client: unknown;
  export default client;
}
declare module 'undici/lib/dispatcher/dispatcher.js' {
  const dispatcher: unknown;
  export default dispatcher;
}
declare module 'undici/lib/dispatcher/pool.js' {
  const pool: unknown;
  export default pool;
}
