// What the build brings in, for the type checker.
declare module "*wasmjs" {
  const factory: (options: { locateFile: (file: string) => string }) => Promise<any>;
  export default factory;
}
declare module "*wasm" {
  const address: string;
  export default address;
}
/** The decode worker's address, relative to the page's base; put in by the build. */
declare const DECODE_WORKER: string;
