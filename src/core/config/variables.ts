import type { VariableSyntax } from '../clients';
import type { Input } from './config-file';

/** What the client knows when it replaces variables. A null means that nobody has said. */
export interface VariableContext {
  readonly syntax: VariableSyntax;
  readonly workspaceFolder: string | null;
  readonly home: string;
  readonly cwd: string;
  readonly pathSeparator: '/' | '\\';
  /** The value of an environment variable, by the rules of the platform. */
  env(name: string): string | undefined;
  /** Told of each variable of the environment that is not set, and has no default. */
  onUnset(name: string): void;
  /** Answers to `${input:ID}`, by id. */
  readonly answers: Readonly<Record<string, string>>;
}

/** A variable that stands for nothing yet: an input that nobody answered, or something only the client can do. */
export type Unresolved =
  | { readonly kind: 'input'; readonly id: string }
  | { readonly kind: 'command' | 'config' | 'workspaceFolder' | 'kept'; readonly text: string };

/** Replaces the variables of one value as the client would; what it would leave alone is left alone. */
export function resolveVariables(text: string, context: VariableContext): { text: string; unresolved: Unresolved[] } {
  const unresolved: Unresolved[] = [];
  const replaced = text.replace(
    PATTERNS[context.syntax] ?? VARIABLE,
    (whole: string, braced?: string, bare?: string) => {
      const expression = braced ?? bare ?? '';
      const resolved = resolveOne(expression, context);
      if (typeof resolved === 'string') return resolved;
      if (resolved) unresolved.push(resolved);
      return whole;
    },
  );
  return { text: replaced, unresolved };
}

/** The ids of `${input:ID}` in a text. */
export function inputIds(text: string): string[] {
  return [...text.matchAll(VARIABLE)].flatMap(([, expression]) => /^input:(.+)$/.exec(expression ?? '')?.[1] ?? []);
}

/** An input's declaration, or one that says that there is none. */
export function declaredInput(id: string, inputs: readonly Input[]): Omit<Input, 'span'> {
  return inputs.find((input) => input.id === id) ?? { id, password: true, isTyped: true, description: null };
}

const VARIABLE = /\$\{([^{}]{1,256})\}/g;

/** Where a client's variables are not in `${…}` alone. */
const PATTERNS: Partial<Readonly<Record<VariableSyntax, RegExp>>> = {
  dollar: /\$(?:\{([^{}]{1,256})\}|([A-Za-z_]\w{0,255}))/g,
  'env-in-braces': /\{(env:[^{}]{1,256})\}/g,
};

/** A string, something unresolved, or undefined for what this client's syntax leaves as it is. */
function resolveOne(expression: string, context: VariableContext): string | Unresolved | undefined {
  switch (context.syntax) {
    case 'vscode':
      return resolveVscode(expression, context);
    case 'env-colon':
      return expression.startsWith('input:') || expression.startsWith('command:')
        ? undefined
        : resolveVscode(expression, context);
    case 'env-only':
    case 'env-in-braces':
      return expression.startsWith('env:') ? resolveVscode(expression, context) : undefined;
    case 'dollar':
    case 'braces': {
      const [, name, fallback] = /^([A-Za-z_]\w*)(?::-(.*))?$/s.exec(expression) ?? [];
      return name === undefined ? undefined : (context.env(name) ?? fallback ?? unset(name, context));
    }
    case 'none':
      return undefined;
    default:
      return context.syntax satisfies never;
  }
}

function unset(name: string, context: VariableContext): undefined {
  if (context.env(name) === undefined) context.onUnset(name);
}

/** VS Code's own: an unset `${env:X}` is the empty string, an unknown name stays. Source: build of 1.139.1. */
function resolveVscode(expression: string, context: VariableContext): string | Unresolved | undefined {
  const [kind = '', argument = ''] = expression.split(/:(.*)/s);
  switch (kind) {
    case 'env':
      unset(argument, context);
      return context.env(argument) ?? '';
    case 'input':
      return (
        (Object.hasOwn(context.answers, argument) ? context.answers[argument] : undefined) ?? {
          kind: 'input',
          id: argument,
        }
      );
    case 'command':
    case 'config':
      return { kind, text: expression };
    case 'workspaceFolder':
    case 'workspaceRoot':
      return context.workspaceFolder ?? { kind: 'workspaceFolder', text: expression };
    case 'workspaceFolderBasename':
      return context.workspaceFolder?.split(/[/\\]/).at(-1) ?? { kind: 'workspaceFolder', text: expression };
    case 'userHome':
      return context.home;
    case 'cwd':
      return context.cwd;
    case 'pathSeparator':
    case '/':
      return context.pathSeparator;
    default:
      return undefined;
  }
}
