import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '..', '..');

/** A piece of TypeScript in the documentation. */
export interface Snippet {
  /** File and line where it begins. */
  readonly at: string;
  readonly code: string;
}

/** Every fenced `ts` block of the files, in Markdown and in doc comments. */
export function findSnippets(patterns: readonly string[]): Snippet[] {
  return findFiles(patterns).flatMap((file) =>
    snippetsOf(file, readFileSync(join(root, file), 'utf8')),
  );
}

/** Files of the repository by patterns, relative to its root. */
export function findFiles(patterns: readonly string[]): string[] {
  return ts.sys
    .readDirectory(root, ['.md', '.ts'], ['node_modules', 'dist', 'build'], patterns)
    .map((file) => relative(root, file))
    .sort();
}

function snippetsOf(file: string, text: string): Snippet[] {
  const lines = text.split('\n').map((line) => line.replace(/^\s*\* ?/, ''));
  const isCode = file.endsWith('.ts');
  const source = isCode ? lines : text.split('\n');
  const snippets: Snippet[] = [];
  let begin: number | undefined;
  for (const [index, line] of source.entries()) {
    if (begin === undefined && line.trim() === '```ts') begin = index + 1;
    else if (begin !== undefined && line.trim() === '```') {
      snippets.push({
        at: `${file}:${String(begin)}`,
        code: source.slice(begin, index).join('\n'),
      });
      begin = undefined;
    }
  }
  return snippets;
}

/**
 * What a snippet without imports may use: everything the package has, and the names that the guide speaks
 * of all the time.
 */
const PRELUDE = `
import { App, Testing } from 'cdktf';
import { Construct } from 'constructs';
import * as portolan from 'portolan';
import { WordPress } from 'portolan/stacks';
declare const app: App;
declare const stack: portolan.DockerStack;
declare const front: portolan.BridgeNetwork, back: portolan.BridgeNetwork;
declare const web: portolan.Container, db: portolan.Container, db001: portolan.Container;
declare const client: portolan.Container, wordpress: portolan.Container;
declare const data: portolan.Volume;
declare const password: portolan.Secret;
`;

function moduleOf({ code }: Snippet): string {
  if (/^import /m.test(code)) return `${code}\nexport {};\n`;
  const names = [...code.matchAll(/\b[A-Z]\w+\b/g)].map(([name]) => name);
  const used = [...new Set(names)].filter((name) => EXPORTS.has(name));
  const imports = used.length === 0 ? '' : `import { ${used.join(', ')} } from 'portolan';\n`;
  return `${PRELUDE}${imports}export function snippet(): void {\n${code}\n}\n`;
}

const EXPORTS: ReadonlySet<string> = new Set(
  [...readFileSync(join(root, 'src', 'index.ts'), 'utf8').matchAll(/\b[A-Z]\w+\b/g)].map(
    ([name]) => name,
  ),
);

/** What the compiler says of each snippet, as `file:line: message`. */
export function compileSnippets(snippets: readonly Snippet[]): string[] {
  const files = new Map(
    snippets.map((snippet, index) => [
      join(root, 'test', 'docs', `snippet-${String(index)}.ts`),
      { snippet, text: moduleOf(snippet) },
    ]),
  );
  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  host.readFile = (name) => files.get(name)?.text ?? readFile(name);
  host.fileExists = (name) => files.has(name) || fileExists(name);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, languageVersion, ...rest) => {
    const text = files.get(name)?.text;
    return text === undefined
      ? getSourceFile(name, languageVersion, ...rest)
      : ts.createSourceFile(name, text, languageVersion, true);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files].flatMap(([name, { snippet }]) => {
    const source = program.getSourceFile(name);
    const problems = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ];
    return problems.map(
      ({ messageText }) => `${snippet.at}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  });
}

function compilerOptions(): ts.CompilerOptions {
  const file = join(root, 'tsconfig.json');
  const { config } = ts.readConfigFile(file, (path) => ts.sys.readFile(path)) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return { ...options, noUnusedLocals: false, noUnusedParameters: false };
}
