import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { inspect } from 'node:util';
import { RandomProvider } from '@cdktf/provider-random/lib/provider';
import { Password } from '@cdktf/provider-random/lib/password';
import { Fn, TerraformStack, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { ConfigError } from '../errors';
import { expectText } from '../expect';
import { checkProps, flag, integer, type PropTable } from './props';
import { readTextFile } from './read-file';
import { addVariableValue } from './variable-values';
import { isToken } from './token';

/** How a generated secret looks. */
export interface GeneratedSecretProps {
  /**
   * Number of characters, 12 to 128.
   *
   * @default 32
   */
  readonly length?: number;

  /**
   * Whether characters other than letters and digits may occur. Many programs put passwords into
   * URLs or shell lines, where such characters have a meaning.
   *
   * @default false
   */
  readonly symbols?: boolean;
}

/**
 * A value that must not be seen: it reaches Terraform marked as sensitive, and never the plan's
 * text, a snapshot or `topology.json`. Terraform's state holds it, as it holds every value.
 *
 * @example
 * ```ts
 * const password = Secret.generated(stack, 'db-password');
 * new Container(stack, 'db', { image: 'mariadb:11.4.2', env: { MARIADB_PASSWORD: password } });
 * ```
 */
export class Secret {
  /**
   * A value that the user gives Terraform: `TF_VAR_<name>`, a tfvars file or the prompt.
   *
   * @param name - name of the Terraform variable: letters, digits and _
   * @throws ConfigError `NAME_MALFORMED`, `PROP_TYPE`, `PROP_EMPTY`; `SECRET_IN_PLAIN_TEXT` when the stack
   * has a variable of that name that is not sensitive
   */
  static variable(name: string): Secret {
    expectText(name, 'Secret.variable', 'name');
    if (!/^[a-zA-Z_]\w*$/.test(name) || RESERVED.includes(name)) {
      throw new ConfigError('NAME_MALFORMED', {
        at: 'Secret.variable',
        problem: `variable name '${name}' cannot be a Terraform variable`,
        fix: `write letters, digits and _, beginning with a letter, and none of ${RESERVED.join(', ')}`,
      });
    }
    return new Secret((scope) => {
      const stack = TerraformStack.of(scope);
      return (findVariable(stack, name) ?? newVariable(stack, name)).stringValue;
    });
  }

  /**
   * A random value that Terraform makes at the first apply and keeps in its state. Give the same
   * object to every container that needs the same value.
   *
   * @throws ConfigError `PROP_RANGE`, `PROP_TYPE`
   */
  static generated(scope: Construct, id: string, props: GeneratedSecretProps = {}): Secret {
    const at = `${scope.node.path}/${id}`;
    checkProps(props, GENERATED, at);
    const { length = 32, symbols = false } = props;
    ensureRandomProvider(TerraformStack.of(scope));
    const password = new Password(scope, id, { length, special: symbols });
    return new Secret(() => password.result);
  }

  /**
   * The text of a file, without a newline at its end; read at synth on the machine that runs it.
   *
   * @throws ConfigError `FILE_UNREADABLE`, `PROP_EMPTY`
   */
  static fromFile(path: string): Secret {
    const value = readTextFile(path, 'Secret.fromFile').replace(/\r?\n$/, '');
    expectText(value, path, 'secret');
    // The hash keeps apart what the word alone would not: a-b and a_b.
    const hash = createHash('sha256').update(path).digest('hex').slice(0, 8);
    const name = `secret_${basename(path).replace(/\W+/g, '_')}_${hash}`;
    return new Secret((scope) => {
      const stack = TerraformStack.of(scope);
      const known = findVariable(stack, name);
      if (known !== undefined) return known.stringValue;
      const variable = newVariable(stack, name);
      addVariableValue(stack, name, value);
      return variable.stringValue;
    });
  }

  /**
   * A value that another Terraform resource or data source has; it is marked as sensitive.
   *
   * @throws ConfigError `SECRET_IN_PLAIN_TEXT` when it is text instead of a token
   */
  static fromToken(token: string): Secret {
    if (!isToken(token)) {
      throw new ConfigError('SECRET_IN_PLAIN_TEXT', {
        at: 'Secret.fromToken',
        problem: 'the value is plain text, which the plan would show',
        fix: 'use Secret.variable, Secret.generated or Secret.fromFile',
      });
    }
    return new Secret(() => Fn.sensitive(token) as string);
  }

  private constructor(private readonly bind: (scope: Construct) => string) {}

  /** The token that stands for the value in the stack of the given construct. */
  in(scope: Construct): string {
    return this.bind(scope);
  }

  /**
   * A secret cannot be put into text: the text would hold a word that stands for it.
   *
   * @throws ConfigError `SECRET_IN_PLAIN_TEXT`
   */
  toString(): never {
    throw new ConfigError('SECRET_IN_PLAIN_TEXT', {
      at: 'Secret',
      problem: 'a Secret was put into text',
      fix: 'put its token in, password.in(stack)',
    });
  }

  /** Nothing of a secret shows, whoever prints it. */
  toJSON(): string {
    return '<secret>';
  }

  /** @internal */
  [inspect.custom](): string {
    return '<secret>';
  }
}

/**
 * Refuses plain text where a secret belongs.
 *
 * @throws ConfigError `SECRET_IN_PLAIN_TEXT`
 */
export function secret(value: unknown, at: string, what: string): asserts value is Secret {
  if (value instanceof Secret) return;
  throw new ConfigError('SECRET_IN_PLAIN_TEXT', {
    at,
    problem: `${what} is not a Secret, so the plan would show it`,
    fix: 'use Secret.variable, Secret.generated or Secret.fromFile',
  });
}

/** A variable of the stack with that name, made here or by the user. */
function findVariable(stack: TerraformStack, name: string): TerraformVariable | undefined {
  const child = stack.node.tryFindChild(idOf(name)) ?? stack.node.tryFindChild(name);
  if (!(child instanceof TerraformVariable)) return undefined;
  if (child.sensitive === true) return child;
  throw new ConfigError('SECRET_IN_PLAIN_TEXT', {
    at: child.node.path,
    problem: `variable '${name}' is not sensitive, so the plan would show its value`,
    fix: 'declare it with sensitive: true',
  });
}

/** A container may have the name of the variable as its id. */
function idOf(name: string): string {
  return `Variable-${name}`;
}

function newVariable(stack: TerraformStack, name: string): TerraformVariable {
  const variable = new TerraformVariable(stack, idOf(name), {
    type: 'string',
    sensitive: true,
    nullable: false,
  });
  variable.overrideLogicalId(name);
  return variable;
}

const GENERATED: PropTable<GeneratedSecretProps> = {
  length: integer({ min: 12, max: 128 }),
  symbols: flag,
};

/** Names that Terraform keeps for itself. */
const RESERVED: readonly string[] = [
  'count',
  'depends_on',
  'for_each',
  'lifecycle',
  'locals',
  'providers',
  'source',
  'version',
];

function ensureRandomProvider(stack: TerraformStack): void {
  const isRandom = (child: unknown): boolean => child instanceof RandomProvider;
  if (stack.node.children.some(isRandom)) return;
  new RandomProvider(stack, 'random');
  stack.addOverride('terraform.required_providers.random.version', '>= 3.1.0, < 4.0.0');
}
