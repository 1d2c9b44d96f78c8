import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';

/** Limits from CONTRIBUTING.md: a file is one idea, a function one thought. */
const SIZES = {
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 4],
  // Two more than we aim at: ESLint counts a default value as a branch.
  complexity: ['error', 10],
};

const NO_BARE_ERROR = {
  selector: "ThrowStatement > NewExpression[callee.name='Error']",
  message: 'Throw a ConfigError with a code, so that users can look it up.',
};

export default tseslint.config(
  { ignores: ['dist', 'build', 'cdktf.out', 'coverage', 'api', 'node_modules', 'templates'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': ['error', NO_BARE_ERROR],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'stacks/**/*.ts'],
    plugins: { jsdoc },
    rules: {
      ...SIZES,
      'jsdoc/require-jsdoc': ['error', { publicOnly: true, require: { ClassDeclaration: true } }],
      'jsdoc/require-description': [
        'error',
        { exemptedBy: ['see', 'throws', 'internal', 'example'] },
      ],
      'jsdoc/no-types': 'error',
    },
  },
  {
    // Loops are the tests' own matter, and jest's matchers are loosely typed.
    files: ['test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts', 'examples/**/*.ts'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        require: 'readonly',
        module: 'readonly',
        __dirname: 'readonly',
      },
    },
  },
  {
    files: ['src/export/html/client/*.js'],
    languageOptions: {
      globals: { document: 'readonly', window: 'readonly', DOMPoint: 'readonly' },
    },
  },
  prettier,
);
