import { propertyAccess, TerraformVariable, Token } from 'cdktf';
import type { Construct } from 'constructs';
import { ConfigError } from '../../errors';
import { expectList, expectRecord, show } from '../../expect';
import { parseEnvFile } from '../../notation/env-file';
import { DockerStack } from '../docker-stack';
import { readTextFile } from '../read-file';
import { Secret } from '../secret';
import { isToken, literal } from '../token';
import { addVariableValue } from '../variable-values';
import type { EnvValue } from './container-props';

/** Environment variables, for the topology and for Terraform. */
export interface ParsedEnv {
  /** Variables whose value may be shown. */
  readonly env: Readonly<Record<string, string>>;

  /** Names of the others. */
  readonly secretEnv: readonly string[];

  /** `NAME=value` for Terraform, in the order of the names. */
  readonly lines: string[];
}

const NONE: ParsedEnv = { env: {}, secretEnv: [], lines: [] };

/**
 * @throws ConfigError `ENV_NAME_MALFORMED`, `ENV_FILE_MALFORMED`, `FILE_UNREADABLE`, `PROP_TYPE`
 */
export function parseEnv(
  scope: Construct,
  env: Readonly<Record<string, EnvValue>> | undefined,
  files: readonly string[] | undefined,
): ParsedEnv {
  if (env === undefined && files === undefined) return NONE;
  if (env !== undefined) expectRecord(env, scope.node.path, 'env');
  const values =
    files === undefined ? (env ?? {}) : { ...fileValues(scope, files), ...(env ?? {}) };
  const shown: Record<string, string> = {};
  let secretEnv: readonly string[] = NONE.secretEnv;
  const lines: string[] = [];
  for (const name of Object.keys(values).sort()) {
    const value = valueOf(name, values[name], scope);
    lines.push(`${literal(name)}=${literal(value)}`);
    if (values[name] instanceof Secret || isToken(value)) secretEnv = [...secretEnv, name];
    else shown[name] = value;
  }
  return { env: shown, secretEnv, lines };
}

function valueOf(name: string, value: unknown, scope: Construct): string {
  const at = scope.node.path;
  if (name === '' || /[=\0\s]/.test(name)) {
    throw new ConfigError('ENV_NAME_MALFORMED', {
      at,
      problem: `env has the name '${name}'`,
      fix: 'write letters, digits and _',
    });
  }
  if (value instanceof Secret) return value.in(scope);
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && (Number.isFinite(value) || isToken(value))) return String(value);
  throw new ConfigError('PROP_TYPE', {
    at,
    problem: `env.${name} is ${show(value)}`,
    fix: 'write text, a number, true, false or a Secret',
  });
}

/** Values of env files may be secret, so a variable hands them to Terraform, never the plan's text. */
function fileValues(scope: Construct, files: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {};
  expectList(files, scope.node.path, 'envFiles');
  for (const file of files) {
    for (const { name, value = process.env[name] } of parseEnvFile(
      readTextFile(file, scope.node.path),
      file,
    )) {
      if (value !== undefined) values[name] = value;
    }
  }
  const variable = new TerraformVariable(scope, 'EnvFiles', {
    type: 'map(string)',
    sensitive: true,
    nullable: false,
  });
  addVariableValue(DockerStack.of(scope), variable.friendlyUniqueId, values);
  return Object.fromEntries(
    Object.keys(values).map((name) => [
      name,
      Token.asString(propertyAccess(variable.value, [name])),
    ]),
  );
}
