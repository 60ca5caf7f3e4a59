/// <reference types="handlebars" />

/** Only the parser: all of Handlebars takes three times as long to load, and nothing else of it is used. */
declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  /** `Handlebars.parse`. */
  export function parse(input: string): hbs.AST.Program
}
