import type { Json, JsonObject } from '../../base/json.js'
import type { ReasonedProblem } from '../placed-problem.js'
import type { SecretUse } from '../secret-uses.js'
import type { Expression, TemplateNode } from './template.js'
import { enter, resolvePath, rootScope, type Scope, unknownName } from './template-scope.js'

/** Text, or the use of a secret whose value comes later. */
export type Part = string | (SecretUse & { readonly asJson: boolean })

export interface Evaluated {
  readonly parts: readonly Part[]
  readonly problems: readonly ReasonedProblem[]
}

/**
 * Evaluates a template with the semantics of Handlebars in strict mode without
 * escaping, over own properties only. Handlebars' own runtime is not used: it
 * stops at the first unknown name, would have to run twice to keep secrets
 * apart, and without escaping adds up adjacent numbers (`{{a}}{{a}}`). Reports
 * every unknown name in the branches that are taken; `#if` and `#unless` may
 * ask for a name that is not given.
 */
export function evaluateTemplate(nodes: readonly TemplateNode[], context: JsonObject): Evaluated {
  const run: Run = { parts: [], problems: new Map(), root: context }
  evaluateNodes(nodes, { scope: rootScope(context), run })
  return { parts: run.parts, problems: [...run.problems.values()] }
}

interface Run {
  readonly parts: Part[]
  /** Problems by text and place, because a loop reaches the same one repeatedly. */
  readonly problems: Map<string, ReasonedProblem>
  readonly root: JsonObject
}

interface State {
  readonly scope: Scope
  readonly run: Run
}

function evaluateNodes(nodes: readonly TemplateNode[], state: State): void {
  for (const node of nodes) evaluateNode(node, state)
}

function evaluateNode(node: TemplateNode, state: State): void {
  const { parts } = state.run
  switch (node.kind) {
    case 'text':
      parts.push(node.text)
      return
    case 'secret':
      parts.push(node)
      return
    case 'value':
      parts.push(printed(evaluate(node.value, state), { node, state }))
      return
    case 'if':
    case 'unless': {
      const holds = isTruthy(evaluateCondition(node.condition, state))
      evaluateNodes(holds === (node.kind === 'if') ? node.body : node.otherwise, state)
      return
    }
    case 'each':
      evaluateEach(node, state)
      return
    case 'with':
      evaluateWith(node, state)
      return
  }
}

type ValueNode = Extract<TemplateNode, { kind: 'value' }>
type Loop = Extract<TemplateNode, { kind: 'each' | 'with' }>

function evaluateEach({ subject, names, body, otherwise, place }: Loop, state: State): void {
  const list = evaluate(subject, state)
  if (list === undefined) return
  if (typeof list !== 'object' || list === null) {
    note(state, { reason: 'invalid-template', place, message: '"#each" requires a list or a map' })
    return
  }
  const keys: (string | number)[] = Array.isArray(list) ? [...list.keys()] : Object.keys(list)
  keys.forEach((key, index) => {
    const context = (list as { readonly [key: string | number]: Json })[key] ?? null
    const data = { key, index, first: index === 0, last: index === keys.length - 1 }
    evaluateNodes(body, {
      ...state,
      scope: enter(state.scope, { context, names, values: [context, key], data }),
    })
  })
  if (keys.length === 0) evaluateNodes(otherwise, state)
}

function evaluateWith({ subject, names, body, otherwise }: Loop, state: State): void {
  const context = evaluate(subject, state)
  if (context === undefined) return
  if (!isTruthy(context) && context !== 0) evaluateNodes(otherwise, state)
  else
    evaluateNodes(body, {
      ...state,
      scope: enter(state.scope, { context, names, values: [context], data: {} }),
    })
}

/** Undefined after a problem was noted. */
function evaluate(expression: Expression, state: State): Json | undefined {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'path': {
      const resolved = resolvePath(expression, state.scope)
      if ('value' in resolved) return resolved.value
      const { message, hint } = unknownName({ path: expression, missing: resolved, ...state })
      return note(state, { reason: 'missing-variable', place: expression.place, message, hint })
    }
    case 'eq': {
      const left = evaluate(expression.left, state)
      const right = evaluate(expression.right, state)
      return left === undefined || right === undefined ? undefined : left === right
    }
    case 'json': {
      const value = evaluate(expression.value, state)
      return value === undefined ? undefined : JSON.stringify(value)
    }
  }
}

/** Evaluates a condition. A missing name below a known one, such as `vars`, is false. */
function evaluateCondition(condition: Expression, state: State): Json | undefined {
  if (condition.kind === 'path') {
    const resolved = resolvePath(condition, state.scope)
    if (!('value' in resolved) && resolved.index > 0) return false
  }
  return evaluate(condition, state)
}

/** The rule of Handlebars' `#if`: an empty list is false, an empty map is not. */
function isTruthy(value: Json | undefined): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

function printed(value: Json | undefined, { node, state }: { node: ValueNode; state: State }): string {
  if (value === undefined || value === null) return ''
  if (typeof value !== 'object') return String(value)
  const name = node.value.kind === 'path' ? `"${node.value.written}"` : 'the value'
  note(state, {
    reason: 'invalid-template',
    place: node.place,
    message: `${name} is ${Array.isArray(value) ? 'a list' : 'a map'}, not a text`,
    hint: 'use #each, name a part of it, or write {{json NAME}}',
  })
  return ''
}

function note(state: State, problem: ReasonedProblem): undefined {
  const { place, message } = problem
  state.run.problems.set(`${place.line}:${place.column}:${message}`, problem)
  return undefined
}
