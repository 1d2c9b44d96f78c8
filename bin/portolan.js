#!/usr/bin/env node
'use strict';

const { tolerateBrokenPipe } = require('../dist/src/cli/broken-pipe.js');
const { main } = require('../dist/src/cli/main.js');

tolerateBrokenPipe(process.stdout);
tolerateBrokenPipe(process.stderr);
main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
