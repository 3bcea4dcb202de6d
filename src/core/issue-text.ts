import { commandLine } from './launch/launch-plan';
import { addressed } from './addressed';
import { clients } from './clients';
import type { ServerReport } from './report';

/** Where something was seen, for whoever reads of it elsewhere. */
export interface Circumstances {
  /** The file without what it is only called here. */
  readonly file: string;
  readonly platform: string;
  /** The programs that took part, with their versions. */
  readonly versions: readonly string[];
  readonly readers: readonly string[];
}

/** How many of the last lines of the log go along. */
const MOST_LINES = 60;

/** What is known of a server, as Markdown for an issue: everything that whoever can help asks for, and no secret. */
export function issueText(server: ServerReport, { file, platform, versions, readers }: Circumstances): string {
  const { name, plan, start, findings, status } = server;
  const [diagnosis] = findings;
  const client = clients.find(({ id }) => id === plan?.client.id);
  const lines = start?.stderr.slice(-MOST_LINES).map(({ text }) => text) ?? [];
  const end = start?.exit
    ? `exit ${start.exit.signal ?? `code ${start.exit.code ?? 'unknown'}`}`
    : (start?.outcome ?? status);
  return [
    `**MCP server \`${name}\`: ${status}**`,
    '',
    ...(diagnosis ? [addressed(diagnosis, readers), `(${diagnosis.rule}, ${diagnosis.confidence})`, ''] : []),
    '| | |',
    '| --- | --- |',
    ...[
      ['file', file],
      ['client', client?.name ?? 'unknown'],
      ['started', plan?.kind === 'stdio' ? commandLine(plan) : (plan?.shown.url ?? 'nothing')],
      ['came of it', end],
      [
        'protocol',
        start?.handshake ? `${start.handshake.protocolVersion}, ${start.handshake.server.name}` : 'no handshake',
      ],
      ['platform', platform],
      ['versions', versions.join(', ')],
    ].map(([what, value = '']) => `| ${what} | ${cell(value)} |`),
    ...(lines.length > 0 ? ['', 'stderr:', '', ...lines.map((line) => `    ${line}`)] : []),
    '',
  ].join('\n');
}

/** Code in a cell of a table, whatever stands in it. */
function cell(text: string): string {
  return `\`${text.replaceAll('`', "'").replaceAll('|', '\\|').replaceAll('\n', ' ')}\``;
}
