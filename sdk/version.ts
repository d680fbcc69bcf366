/** Of this SDK, as in package.json; reports say it. @module */
export const SDK_VERSION = "0.1.0";
