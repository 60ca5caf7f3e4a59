import type { GeneratedForm } from '../../base/generated-form.js'
import type { Json } from '../../base/json.js'
import type { Place, ReasonedProblem } from '../placed-problem.js'

/** The subset of Handlebars' language that Drover supports. */
export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly value: Expression; readonly place: Place }
  | {
      readonly kind: 'secret'
      readonly name: string
      readonly asJson: boolean
      readonly place: Place
      /** The form of a secret that Drover generates; absent for a given one. */
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
      /** Names that the block defines: for the value, and with `each` for the key. */
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
  /** Number of leading `../`. */
  readonly depth: number
  /** Starts with `@`. */
  readonly isData: boolean
  /** Starts with `this`, `.` or `..`: never the name of a block. */
  readonly isScoped: boolean
  /** As it was written. */
  readonly written: string
  readonly place: Place
}

/** A template that was read. If there are problems, the nodes leave out the faulty parts. */
export interface Template {
  readonly nodes: readonly TemplateNode[]
  readonly problems: readonly ReasonedProblem[]
}
