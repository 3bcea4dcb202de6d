import { safe } from '../text';
import { setProperties } from './edit-json';
import type { ConfigFile, ServerEntry } from '../config/config-file';
import type { Edit, Fix } from './fix';

/** Puts the command processor of Windows in front of the command. */
export function runThroughCmd(file: ConfigFile, entry: ServerEntry): readonly Fix[] {
  if (!entry.command || entry.hasOddArgs) return [];
  const before = ['/c', entry.command.raw.reveal()];
  const command: Edit = { span: entry.command.span, newText: JSON.stringify('cmd') };
  const [first] = entry.args;
  const args: readonly Edit[] = first
    ? [
        {
          span: { offset: first.span.offset, length: 0 },
          newText: before.map((arg) => `${JSON.stringify(arg)}, `).join(''),
        },
      ]
    : setProperties(file, entry.path, { args: before });
  return [
    {
      id: 'run-through-cmd',
      title: safe('Run it through cmd /c'),
      applicability: 'safe',
      preferred: true,
      needs: [],
      edits: [command, ...args],
      trying: 'never', // another program than the one that was agreed to
      entryPath: entry.path,
    },
  ];
}
