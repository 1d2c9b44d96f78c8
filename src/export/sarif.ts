import type { AcceptedFinding, Finding } from '../analysis/finding';
import { FINDING_CODES } from '../analysis/finding-codes';
import type { CheckReport } from './check-report';

/**
 * A check in the Static Analysis Results Interchange Format, SARIF 2.1.0, as code hosts read it.
 *
 * @param version - version of the package
 * @param explain - the documentation of a rule, in Markdown, where there is any
 */
export function renderSarif(
  report: CheckReport,
  version: string,
  explain: (code: string) => string | undefined,
): string {
  const all = [...report.findings, ...report.accepted];
  const codes = [...new Set(all.map(({ code }) => code))].sort();
  const counts = new Map<string, number>();
  const document = {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Portolan',
            semanticVersion: version,
            rules: codes.map((code) => ruleOf(code, explain)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: all.map((finding) => resultOf(finding, { report, codes, counts })),
      },
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function ruleOf(code: string, explain: (code: string) => string | undefined): object {
  const rule = FINDING_CODES.get(code);
  const markdown = explain(code);
  return {
    id: code,
    shortDescription: { text: rule?.summary ?? code },
    ...(markdown === undefined ? {} : { help: { text: markdown, markdown } }),
    defaultConfiguration: { level: rule?.level ?? 'warning' },
  };
}

interface Results {
  readonly report: CheckReport;
  readonly codes: readonly string[];

  /** How many results there are already with a fingerprint. */
  readonly counts: Map<string, number>;
}

function resultOf(finding: Finding | AcceptedFinding, { report, codes, counts }: Results): object {
  const { code, level, at, problem, fix } = finding;
  const fingerprint = `${code}:${at}`;
  const count = (counts.get(fingerprint) ?? 0) + 1;
  counts.set(fingerprint, count);
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level,
    message: { text: `${at}: ${problem}; ${fix}` },
    locations: [
      { ...physicalLocation(at, report), logicalLocations: [{ fullyQualifiedName: at }] },
    ],
    partialFingerprints: { 'portolan/v1': `${fingerprint}:${String(count)}` },
    ...('reason' in finding
      ? { suppressions: [{ kind: 'inSource', justification: finding.reason }] }
      : {}),
  };
}

function physicalLocation(at: string, { files, lines }: CheckReport): object {
  const place = lines.get(at);
  if (place !== undefined) {
    const region = { startLine: place.line, startColumn: place.column };
    return { physicalLocation: { artifactLocation: artifactOf(place.file), region } };
  }
  const file = files.get(at) ?? [...files.values()][0];
  return file === undefined ? {} : { physicalLocation: { artifactLocation: artifactOf(file) } };
}

/** Names are relative to where the check ran, which for a code host is the top of the repository. */
function artifactOf(file: string): object {
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return { uri: `file://${path}` };
  if (/^[a-z]%3A\//i.test(path)) return { uri: `file:///${path.replace('%3A', ':')}` };
  return { uri: path, uriBaseId: '%SRCROOT%' };
}
