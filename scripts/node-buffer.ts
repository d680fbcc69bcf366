/**
 * What `require("buffer")` of a CommonJS package gets in the bundle: there the module has to be imported, because a Worker has no
 * `require`.
 * @module
 */
export { Buffer } from "node:buffer";
