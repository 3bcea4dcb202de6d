import { standingOf } from '../../src/core/standing';
import { pageParts } from '../../src/editor/probing/report/page';
import type { FileReport } from '../../src/core/report';

/** The page of a report as one text, its characters as they are read. `uri` is the address of the file. */
export function pageOf(report: FileReport, uri = `file://${report.path}`): string {
  const placeOf = () => ({ line: 1, column: 1 });
  const sections = report.servers.map((server) => ({
    server,
    shown: standingOf(server),
    checking: undefined,
    isUnsaved: false,
    readers: report.clients,
    uri,
    now: 0,
    kept: undefined,
    placeOf,
  }));
  const { head, open, healthy } = pageParts({
    report,
    sections,
    uri,
    name: 'mcp.json',
    placeOf,
    isDirty: false,
    hasSafeFixes: false,
  });
  const markup = [head, ...[...open, ...healthy].map((part) => part.markup)].join('\n');
  return markup.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
