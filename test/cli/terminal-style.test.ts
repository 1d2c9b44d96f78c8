import { terminalStyle } from '../../src/cli/terminal-style';

const RED = '\u001b[31m';

test.each<[string, boolean, string | undefined, boolean]>([
  ['a terminal', true, undefined, true],
  ['a terminal and an empty NO_COLOR', true, '', true],
  ['a terminal and NO_COLOR', true, '1', false],
  ['a pipe', false, undefined, false],
])('%s', (_, isTerminal, noColor, isColoured) => {
  expect(terminalStyle(isTerminal, noColor).error('x').startsWith(RED)).toBe(isColoured);
});
