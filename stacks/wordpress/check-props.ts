import { Token } from 'cdktf';
import { ConfigError, Mount, Secret, type ConfigErrorCode } from 'portolan';
import type {
  WordPressDatabaseProps,
  WordPressInstallProps,
  WordPressProps,
} from './wordpress-props';

/** What is wrong with a value, and what to write instead; nothing when it is right. */
type Check = (value: unknown) => Mistake | undefined;
type Mistake = readonly [code: ConfigErrorCode, problem: string, fix: string];
type Checks<P> = { readonly [K in keyof Required<P>]: Check };

/**
 * Checks what the containers and networks of a WordPress do not check themselves.
 *
 * @throws ConfigError naming the construct, the property and the value
 */
export function checkWordPress(props: WordPressProps, at: string): void {
  checkAll(props, PROPS, at);
  if (props.database !== undefined) checkAll(props.database, DATABASE, `${at}: database`);
  if (props.install !== undefined) checkInstall(props.install, `${at}: install`);
  if (props.database?.envFiles === undefined || props.envFiles !== undefined) return;
  refuse(at, [
    'PROP_MISSING',
    'envFiles is missing: the password of the database comes from database.envFiles, and WordPress would not know it',
    'give an env file with WORDPRESS_DB_HOST, WORDPRESS_DB_USER, WORDPRESS_DB_PASSWORD and WORDPRESS_DB_NAME',
  ]);
}

function checkInstall(install: WordPressInstallProps, at: string): void {
  checkAll(install, INSTALL, at);
  for (const name of ['title', 'adminUser', 'adminEmail'] as const) {
    const value: unknown = install[name];
    if (value === undefined) refuse(at, ['PROP_MISSING', `${name} is missing`, `give ${name}`]);
  }
}

function checkAll<P extends object>(props: P, checks: Checks<P>, at: string): void {
  if (!isRecord(props)) refuse(at, ['PROP_TYPE', `it is ${show(props)}`, 'write an object']);
  for (const [name, value] of Object.entries(props)) {
    const check = Object.hasOwn(checks, name) ? checks[name as keyof P] : undefined;
    if (check === undefined) {
      refuse(at, ['PROP_UNKNOWN', `there is no property '${name}'`, 'remove it']);
    }
    if (value === undefined || Token.isUnresolved(value)) continue;
    const mistake = check(value);
    if (mistake === undefined) continue;
    refuse(at, [mistake[0], `${name} ${mistake[1]}`, mistake[2]]);
  }
}

function refuse(at: string, [code, problem, fix]: Mistake): never {
  throw new ConfigError(code, { at, problem, fix });
}

const isOf =
  (type: 'string' | 'boolean', wanted: string): Check =>
  (value) =>
    typeof value === type ? undefined : ['PROP_TYPE', `is ${show(value)}`, `write ${wanted}`];

const flag = isOf('boolean', 'true or false');

const text: Check = (value) => {
  if (typeof value !== 'string') return ['PROP_TYPE', `is ${show(value)}`, 'write text'];
  return value.trim() === ''
    ? ['PROP_EMPTY', 'is empty', 'write a value, or leave it out']
    : undefined;
};

const matching =
  (form: RegExp, code: ConfigErrorCode, fix: string): Check =>
  (value) =>
    text(value) ?? (form.test(String(value)) ? undefined : [code, `is ${show(value)}`, fix]);

const list: Check = (value) =>
  Array.isArray(value) ? undefined : ['PROP_TYPE', `is ${show(value)}`, 'write a list'];

const texts: Check = (value) =>
  list(value) ?? (value as readonly unknown[]).map(text).find((mistake) => mistake !== undefined);

const names: Check = (value) =>
  texts(value) ??
  ((value as readonly unknown[]).length > 0
    ? undefined
    : ['PROP_EMPTY', 'is empty', 'name at least one, or leave it out']);

const integer =
  (min: number, max: number): Check =>
  (value) => {
    if (typeof value !== 'number') return ['PROP_TYPE', `is ${show(value)}`, 'write a number'];
    if (Number.isInteger(value) && value >= min && value <= max) return undefined;
    const range = `from ${String(min)} to ${String(max)}`;
    return ['PROP_RANGE', `is ${String(value)}`, `write a whole number ${range}`];
  };

const mount: Check = (value) =>
  value instanceof Mount
    ? undefined
    : ['PROP_TYPE', `is ${show(value)}`, "write volume.at('/path') or Mount.bind(...)"];

const secret: Check = (value) =>
  value instanceof Secret
    ? undefined
    : [
        'SECRET_IN_PLAIN_TEXT',
        'is not a Secret, so the plan would show it',
        'use Secret.variable, Secret.generated or Secret.fromFile',
      ];

const record: Check = (value) =>
  isRecord(value) ? undefined : ['PROP_TYPE', `is ${show(value)}`, 'write an object'];

const tagWithApache: Check = (value) => {
  const mistake = text(value);
  if (mistake !== undefined) return mistake;
  const words = String(value).split(/[^a-z]+/);
  if (!words.includes('cli') && !words.includes('fpm')) return undefined;
  return [
    'PROP_CHOICE',
    `${show(value)} serves no web page`,
    "write a tag with Apache, such as 'php8.3-apache'",
  ];
};

/** One line each: a line break would begin another setting. */
const settings: Check = (value) => {
  const mistake = record(value);
  if (mistake !== undefined) return mistake;
  const wrong = Object.entries(value as Readonly<Record<string, unknown>>).find(
    ([key, setting]) =>
      !/^[\w-]+$/.test(key) ||
      (typeof setting !== 'number' && (typeof setting !== 'string' || /[\r\n]/.test(setting))),
  );
  if (wrong === undefined) return undefined;
  const [key, setting] = wrong;
  return [
    'PROP_TYPE',
    `has ${show(key)}: ${show(setting)}`,
    'write a name and one line or a number',
  ];
};

/** Checked by the construct that it is handed to. */
const elsewhere: Check = () => undefined;

function isRecord(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Object]';
}

function show(value: unknown): string {
  if (typeof value === 'string') return `'${value.replace(/[\r\n]+/g, ' ')}'`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

const PROPS: Checks<WordPressProps> = {
  version: tagWithApache,
  host: elsewhere,
  database: record,
  publish: elsewhere,
  siteUrl: matching(
    /^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/,
    'URL_MALFORMED',
    "write an address such as 'https://blog.example.org'",
  ),
  tablePrefix: matching(/^\w+$/, 'NAME_MALFORMED', 'write letters, digits and _'),
  debug: flag,
  configExtra: text,
  install: record,
  subnet: elsewhere,
  networks: list,
  links: names,
  content: mount,
  envFiles: texts,
};

const DATABASE: Checks<WordPressDatabaseProps> = {
  engine: matching(/^(mariadb|mysql)$/, 'PROP_CHOICE', "write 'mariadb' or 'mysql'"),
  version: text,
  generation: integer(1, 999_999),
  data: mount,
  protect: flag,
  settings,
  files: list,
  volumes: list,
  envFiles: texts,
  aliases: names,
  readyTimeoutSeconds: integer(1, 1_000),
};

const INSTALL: Checks<WordPressInstallProps> = {
  title: text,
  adminUser: text,
  adminEmail: matching(/^[^\s@]+@[^\s@]+$/, 'PROP_CHOICE', 'write a mail address'),
  adminPassword: secret,
};
