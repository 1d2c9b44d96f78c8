/** What `cdktf` runs in this repository: synthesizes every bundled example. */
import { synthExamples } from './examples';

void synthExamples(process.env['CDKTF_OUTDIR'] ?? 'cdktf.out');
