import { renderFinding, type AcceptedFinding, type Finding } from '../analysis/finding';
import { countFindings, type CheckReport } from './check-report';

/** Version of the JSON form of a check; it grows when something is renamed or removed. */
const FINDINGS_VERSION = 1;

/** A check for programs; the form is described in `docs/guide/checking.md`. */
export function renderFindingsJson(report: CheckReport): string {
  const document = {
    version: FINDINGS_VERSION,
    counts: countFindings(report),
    findings: report.findings.map((finding) => entry(finding, report)),
    accepted: report.accepted.map((finding) => entry(finding, report)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function entry(finding: Finding | AcceptedFinding, { files, lines }: CheckReport): object {
  return {
    ...finding,
    message: renderFinding(finding),
    file: files.get(finding.at),
    source: lines.get(finding.at),
  };
}
