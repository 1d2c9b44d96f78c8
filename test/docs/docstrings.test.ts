import { join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '..', '..');
const program = ts.createProgram(
  [join(root, 'src', 'index.ts'), join(root, 'stacks', 'index.ts')],
  compilerOptions(),
);
const checker = program.getTypeChecker();

/** Properties of every props and options interface that users write, as `Interface.property`. */
function props(): { name: string; symbol: ts.Symbol }[] {
  return program
    .getRootFileNames()
    .flatMap((file) => exportsOf(file))
    .filter((symbol) => /(Props|Options|Mapping)$/.test(symbol.name))
    .flatMap((symbol) =>
      checker
        .getDeclaredTypeOfSymbol(symbol)
        .getProperties()
        .map((property) => ({
          name: `${symbol.name}.${property.name}`,
          symbol: property,
        })),
    );
}

function exportsOf(file: string): ts.Symbol[] {
  const source = program.getSourceFile(file);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  if (module === undefined) return [];
  return checker
    .getExportsOfModule(module)
    .map((symbol) =>
      (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol),
    );
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) =>
    ts.sys.readFile(path),
  ) as {
    config: object;
  };
  return ts.parseJsonConfigFileContent(config, ts.sys, root).options;
}

test('every property that users write says what it means', () => {
  const all = props();
  expect(all.length).toBeGreaterThan(150);
  const silent = all.filter(
    ({ symbol }) => ts.displayPartsToString(symbol.getDocumentationComment(checker)) === '',
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test('every optional property says what happens without it', () => {
  const silent = props()
    .filter(({ symbol }) => (symbol.flags & ts.SymbolFlags.Optional) !== 0)
    .filter(({ symbol }) => !isGoodDefault(symbol));
  expect(silent.map(({ name }) => name)).toEqual([]);
});

/** A literal, an expression, or a dash and what happens; never nothing, and never `undefined`. */
function isGoodDefault(symbol: ts.Symbol): boolean {
  const tag = symbol.getJsDocTags(checker).find(({ name }) => name === 'default');
  const text = ts.displayPartsToString(tag?.text).trim();
  return text !== '' && text !== 'undefined' && !/^none$/i.test(text);
}
