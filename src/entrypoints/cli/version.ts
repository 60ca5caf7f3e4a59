/** The version in package.json, typed here so that `--version` reads no file; a test holds the two together. */
export const version = '0.1.0'
