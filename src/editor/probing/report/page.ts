import { hasErrors } from '../../../core/findings';
import { keyOf } from '../../../core/report';
import { verdictOf } from '../../../core/standing';
import { button } from './button';
import { html } from './html';
import { SCRIPT } from './script';
import { findingPart, serverSection } from './section';
import { STYLE } from './style';
import type { FileReport } from '../../../core/report';
import type { Shown } from '../../language/standings';
import type { PlaceOf, Sectioned } from './section';

/** What a page shows of a file. */
export interface PageView {
  readonly report: FileReport;
  readonly sections: readonly Sectioned[];
  /** The address of the file, and what it is called in this workspace. */
  readonly uri: string;
  readonly name: string;
  readonly placeOf: PlaceOf;
  readonly isDirty: boolean;
  /** Whether there are safe fixes for what the file alone shows. */
  readonly hasSafeFixes: boolean;
}

/** The parts of a page, each as markup: whoever shows it replaces what has changed, and keeps the rest. */
export interface PageParts {
  readonly head: string;
  /** In their order: what fails first. */
  readonly open: readonly { readonly key: string; readonly markup: string }[];
  /** Those that are ready, folded away. */
  readonly healthy: readonly { readonly key: string; readonly markup: string }[];
}

/** The parts of the page of a file. */
export function pageParts({ report, sections, uri, name, isDirty, hasSafeFixes, placeOf }: PageView): PageParts {
  const open = { command: 'openPlace', args: [uri, 1, 1], about: 'open the file', look: 'link' } as const;
  const head = html`<h1>${verdictOf(report)}</h1>
    <p class="quiet">${button(name, open)}</p>
    ${
      isDirty
        ? html`<p class="banner">
            Not saved yet: clients read the saved file.
            ${button('Save', { command: 'saveFile', args: [uri], about: name })}
          </p>`
        : ''
    }
    ${
      hasSafeFixes
        ? html`<p>${button('Fix all safe problems', { command: 'fixAll', args: [uri], about: name, look: 'main' })}</p>`
        : ''
    }
    ${report.findings.map((finding) => findingPart(finding, { server: null, readers: report.clients, uri, placeOf }))}`;
  const inOrder = sections.toSorted((a, b) => ORDER.indexOf(a.shown) - ORDER.indexOf(b.shown));
  const isHealthy = ({ shown, server }: Sectioned): boolean => shown === 'ready' && !hasErrors(server.findings);
  const toPart = (section: Sectioned) => ({ key: keyOf(section.server), markup: serverSection(section).markup });
  const alone = sections.length === 1;
  return {
    head: head.markup,
    open: inOrder.filter((section) => alone || !isHealthy(section)).map(toPart),
    healthy: alone ? [] : inOrder.filter(isHealthy).map(toPart),
  };
}

const ORDER: readonly Shown[] = ['failed', 'checking', 'waiting', 'stale', 'skipped', 'unchecked', 'ready'];

/** The page without its parts. `nonce` lets its own script run, and no other. */
export function pageShell(nonce: string): string {
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <title>MCP Diagnosis</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <main>
          <p id="said" class="unseen" role="status"></p>
          <div id="head"></div>
          <div id="open"></div>
          <details id="healthy" hidden>
            <summary></summary>
            <div></div>
          </details>
        </main>
        <script nonce="${nonce}">
          ${SCRIPT};
        </script>
      </body>
    </html>`.markup;
}
