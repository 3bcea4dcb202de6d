import { quote } from 'shell-quote';
import { hasSafeFix } from '../core/fixes/fix-all';
import { standingOf } from '../core/standing';
import { nameOf } from './render';
import type { FileReport } from '../core/report';

/** The command that helps on from here; null where nothing is wrong, or nothing is known that helps. */
export function whatNext(reports: readonly FileReport[], command: 'check' | 'diagnose'): string | null {
  const written = (...words: string[]): string => quote(['mcp-handshake', ...words]);
  for (const report of reports) {
    const name = nameOf(report.path);
    if (hasSafeFix(report)) return written('fix', name, '--all');
    const failed = report.servers.filter((server) => standingOf(server) === 'failed');
    const cured = failed.find(({ findings }) =>
      findings.some(({ fixes }) => fixes.some(({ preferred, edits }) => preferred && edits.length > 0)),
    );
    if (cured) return written('fix', name, '--server', cured.name);
    const diagnosis = failed[0]?.findings[0] ?? report.findings[0];
    if (diagnosis) return written('rule', diagnosis.rule);
  }
  const [first] = reports.filter(({ servers }) => servers.length > 0);
  return first && command === 'check' ? written('diagnose', nameOf(first.path)) : null;
}
