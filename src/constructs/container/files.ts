import type { ContainerUpload } from '@cdktf/provider-docker/lib/container';
import { AssetType, TerraformAsset } from 'cdktf';
import type { Construct } from 'constructs';
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError } from '../../errors';
import { expectBoolean, expectRecord, expectString, expectText, show } from '../../expect';
import type { UploadedFile } from '../../topology/container';
import { fileUnreadable } from '../read-file';
import { checkProps, parsedElsewhere, text, type PropTable } from '../props';
import { Secret } from '../secret';
import { isToken, literal } from '../token';

/** A file in a container: its text, its bytes, or a file to copy; owner root. */
export interface FileProps {
  /** Absolute path inside the container. */
  readonly path: string;

  /**
   * Text of the file, at least one character.
   *
   * @default - `contentBase64` or `source`
   */
  readonly content?: string | Secret;

  /**
   * Bytes of the file in Base64.
   *
   * @default - `content` or `source`
   */
  readonly contentBase64?: string;

  /**
   * File on the machine that runs synth; it is copied beside the plan, and its bytes stay out of
   * Terraform's state.
   *
   * @default - `content` or `contentBase64`
   */
  readonly source?: string;

  /**
   * Octal file mode beginning with 0.
   *
   * @default - '0644', or '0744' with `executable`
   */
  readonly mode?: string;

  /**
   * Whether the owner may run it.
   *
   * @default false
   */
  readonly executable?: boolean;
}

const FILE_PROPS: PropTable<FileProps> = {
  path: text,
  content: parsedElsewhere,
  contentBase64: base64,
  source: text,
  mode: text,
  executable: expectBoolean,
};

/** The provider reads it only when it makes the container. */
function base64(value: unknown, at: string, what: string): void {
  expectText(value, at, what);
  if (/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value)) return;
  throw new ConfigError('FILE_CONTENT_MALFORMED', {
    at,
    problem: `${what} ${show(value)} is not Base64`,
    fix: "write Buffer.from(bytes).toString('base64')",
  });
}

/** A checked file, for the topology and for Terraform. */
export interface ParsedFile {
  readonly model: UploadedFile;
  readonly block: ContainerUpload;
}

/**
 * @throws ConfigError `PATH_NOT_ABSOLUTE`, `FILE_CONTENT_MISSING`, `FILE_MODE_MALFORMED`,
 * `FILE_UNREADABLE`, `FILE_CONTENT_MALFORMED`
 */
export function parseFile(props: FileProps, scope: Construct): ParsedFile {
  const at = scope.node.path;
  expectRecord(props, at, 'an entry of files');
  checkProps(props, FILE_PROPS, `${at}: files`, ['path']);
  const { path, executable = false, mode = executable ? '0744' : '0644' } = props;
  if (!isToken(path) && !path.startsWith('/')) {
    throw new ConfigError('PATH_NOT_ABSOLUTE', {
      at,
      problem: `the file's path is '${path}'`,
      fix: `write an absolute path such as '/${path}'`,
    });
  }
  if (!/^0[0-7]{3}$/.test(mode)) {
    throw new ConfigError('FILE_MODE_MALFORMED', {
      at,
      problem: `file ${path} has the mode '${mode}'`,
      fix: "write 0 and three octal digits, such as '0644'",
    });
  }
  const content = contentOf(props, scope);
  const shown =
    typeof props.content === 'string' && !isToken(props.content) ? { content: props.content } : {};
  return {
    model: { path, mode, ...shown },
    block: { file: literal(path), permissions: mode, ...content },
  };
}

function contentOf(
  props: FileProps,
  scope: Construct,
): { content?: string; contentBase64?: string; source?: string } {
  const given = (['content', 'contentBase64', 'source'] as const).filter(
    (key) => props[key] !== undefined,
  );
  const { content, contentBase64, source } = props;
  if (given.length !== 1 || content === '') {
    throw new ConfigError('FILE_CONTENT_MISSING', {
      at: scope.node.path,
      problem: `file ${props.path} has ${given.length > 1 ? given.join(' and ') : 'no content'}`,
      fix: 'give exactly one of content, contentBase64 and source; the provider cannot make empty files',
    });
  }
  if (content instanceof Secret) return { content: content.in(scope) };
  if (source !== undefined) return { source: copyOf(source, props.path, scope) };
  if (contentBase64 !== undefined) return { contentBase64 };
  expectString(content, scope.node.path, `content of ${props.path}`);
  return { content: literal(content) };
}

function copyOf(source: string, path: string, scope: Construct): string {
  expectText(source, scope.node.path, 'source');
  checkIsFile(source, scope.node.path);
  try {
    // Two paths may differ in characters that an id cannot have; a token's text is never the same.
    const key = isToken(path) ? source : path;
    const id = `File-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`;
    return new TerraformAsset(scope, id, { path: resolve(source), type: AssetType.FILE }).path;
  } catch (error) {
    throw fileUnreadable(source, scope.node.path, error);
  }
}

/** The asset would read all that is in a folder before it refuses it. */
function checkIsFile(source: string, at: string): void {
  let isFile: boolean;
  try {
    isFile = statSync(source).isFile();
  } catch (error) {
    throw fileUnreadable(source, at, error);
  }
  if (isFile) return;
  throw new ConfigError('FILE_UNREADABLE', {
    at,
    problem: `source ${source} is no regular file`,
    fix: 'name one file; a folder is mounted with Mount.bind',
  });
}
