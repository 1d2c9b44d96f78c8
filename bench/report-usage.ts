/** Loaded before a program of the bench: writes what the process has used to file descriptor 3 when it exits. */
import { writeSync } from 'node:fs';
import type { Usage } from './usage';

const REPORT = 3;

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage: Usage = {
    cpuMs: (userCPUTime + systemCPUTime) / 1_000,
    peakMb: maxRSS / 1_024,
  };
  writeSync(REPORT, JSON.stringify(usage));
});
