import type { GeneratedForm } from '../../base/generated-form.js'
import type { Json } from '../../base/json.js'
import type { Place, ReasonedProblem } from '../placed-problem.js'

/** What Drover takes from Handlebars' language, and nothing else of it. */
export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly value: Expression; readonly place: Place }
  | {
      readonly kind: 'secret'
      readonly name: string
      readonly asJson: boolean
      readonly place: Place
      /** Made by Drover in this form; absent for one that is given. */
      readonly generated?: GeneratedForm
    }
  | {
      readonly kind: 'if' | 'unless'
      readonly condition: Expression
      readonly body: readonly TemplateNode[]
      readonly otherwise: readonly TemplateNode[]
    }
  | {
      readonly kind: 'each' | 'with'
      readonly subject: Expression
      /** Names that the block gives: the value, and for `each` the key. */
      readonly names: readonly string[]
      readonly place: Place
      readonly body: readonly TemplateNode[]
      readonly otherwise: readonly TemplateNode[]
    }

export type Expression =
  | { readonly kind: 'literal'; readonly value: Json }
  | PathExpression
  | { readonly kind: 'eq'; readonly left: Expression; readonly right: Expression; readonly place: Place }
  | { readonly kind: 'json'; readonly value: Expression; readonly place: Place }

export interface PathExpression {
  readonly kind: 'path'
  readonly parts: readonly string[]
  /** How many `../`. */
  readonly depth: number
  /** Starts with `@`. */
  readonly isData: boolean
  /** Starts with `this`, `.` or `..`: never the name of a block. */
  readonly isScoped: boolean
  /** As it was written. */
  readonly written: string
  readonly place: Place
}

/** A template that was read. With problems, the nodes leave out what is at fault. */
export interface Template {
  readonly nodes: readonly TemplateNode[]
  readonly problems: readonly ReasonedProblem[]
}
