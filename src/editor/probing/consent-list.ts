import * as vscode from 'vscode';
import type { Asked } from './consent-question';

/** What a row of the list shows on one line each, with room to spare: what is longer is not agreed to by its row. */
const FITS = { name: 90, line: 90 };

interface Row extends vscode.QuickPickItem {
  readonly asked: Asked;
  /** The row shows all of it, as the file has it. */
  readonly isWhole: boolean;
}

/** Which servers were chosen, and whether everything of them was in sight. */
export interface Chosen {
  readonly chosen: readonly Asked[];
  readonly isSeen: boolean;
}

const SEE = { iconPath: new vscode.ThemeIcon('open-preview'), tooltip: 'See everything that it would do' };
const SEE_ALL = { iconPath: new vscode.ThemeIcon('open-preview'), tooltip: 'See everything that all would do' };

/**
 * The servers as a list, one row each, ticked where the row shows all of it and nothing decides which code runs. `open`
 * shows some of them in full, and resolves with what closes that.
 */
export function chooseServers(
  all: readonly Asked[],
  open: (some: readonly Asked[]) => Promise<() => Promise<void>>,
): Promise<Chosen> {
  const list = vscode.window.createQuickPick<Row>();
  const rows = all.map(rowOf);
  list.title = `Start ${all.length} MCP servers? To prove a cure, one may be started again.`;
  list.placeholder = 'Enter starts those that are ticked';
  list.canSelectMany = true;
  list.ignoreFocusOut = true;
  list.matchOnDetail = true;
  list.buttons = [SEE_ALL];
  list.items = rows;
  list.selectedItems = rows.filter(({ isWhole, asked }) => isWhole && !asked.question.hasDeciding);
  const opened: (() => Promise<void>)[] = [];
  const seen = new Set<Asked>();
  const see = async (some: readonly Asked[]): Promise<void> => {
    opened.push(await open(some));
    for (const asked of some) seen.add(asked);
  };
  return new Promise<Chosen>((resolve) => {
    let answer: Chosen = { chosen: [], isSeen: true };
    list.onDidTriggerButton(() => void see(all));
    list.onDidTriggerItemButton(({ item }) => void see([item.asked]));
    list.onDidAccept(() => {
      const chosen = list.selectedItems;
      const isSeen = chosen.every(({ isWhole, asked }) => isWhole || seen.has(asked));
      answer = { chosen: chosen.map(({ asked }) => asked), isSeen };
      list.hide();
    });
    list.onDidHide(() => {
      list.dispose();
      resolve(Promise.all(opened.map((close) => close())).then(() => answer));
    });
    list.show();
  });
}

function rowOf(asked: Asked): Row {
  const { server, line, note, hasDeciding } = asked.question;
  // The list would make pictures of `$(name)`.
  const isFaithful = ![server, line, note].some((text) => text.includes('$('));
  const isWhole = isFaithful && server.length + note.length <= FITS.name && line.length <= FITS.line;
  const cut = (text: string, longest: number): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);
  const shown = (text: string): string => text.replaceAll('$(', '$ (');
  const marked = isWhole
    ? hasDeciding
      ? '$(warning) '
      : ''
    : '$(warning) longer than this row: see everything first · ';
  return {
    label: shown(cut(server, FITS.name / 2)),
    description: marked + shown(cut(note, FITS.name - marked.length)),
    detail: shown(cut(line, FITS.line)),
    buttons: [SEE],
    asked,
    isWhole,
  };
}
