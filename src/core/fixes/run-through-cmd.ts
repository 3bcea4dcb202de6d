import { safe } from '../text';
import { editorOf, replaceText } from '../edit';
import type { ConfigFile, ServerEntry } from '../config/config-file';
import type { Fix } from './fix';

/** Puts the command processor of Windows in front of the command. */
export function runThroughCmd(file: ConfigFile, entry: ServerEntry): readonly Fix[] {
  if (!entry.command || entry.hasOddArgs) return [];
  const before = ['/c', entry.command.raw.reveal()];
  const [first] = entry.args;
  const editor = editorOf(file);
  const args = first
    ? editor.replaceItem(file, first, [...before, first.raw.reveal()])
    : editor.setProperties(file, entry.path, { [entry.keys.args]: before });
  return [
    {
      id: 'run-through-cmd',
      title: safe('Run it through cmd /c'),
      applicability: 'safe',
      preferred: true,
      needs: [],
      edits: [replaceText(entry.command, 'cmd'), ...args],
      trying: 'never', // another program than the one that was agreed to
      entryPath: entry.path,
    },
  ];
}
