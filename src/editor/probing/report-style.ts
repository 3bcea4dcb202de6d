import { Html } from './html';

/** The editor's own colours and fonts, so that the page follows every theme, high contrast included. */
export const STYLE = new Html(`
body { max-width: 52rem; padding: 0.5rem 1.5rem 2rem; line-height: 1.5; color: var(--vscode-foreground); font: var(--vscode-font-size) var(--vscode-font-family); }
h1 { font-size: 1.5em; font-weight: 600; margin: 1rem 0 0; }
h2 { font-size: 1.15em; font-weight: 600; margin: 1.5rem 0 0.5rem; padding-top: 1rem; border-top: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); }
h3 { font-size: 1em; font-weight: 600; margin: 0.75rem 0 0.25rem; }
p { margin: 0.4rem 0; }
.quiet { color: var(--vscode-descriptionForeground); font-weight: normal; }
.mark { display: inline-block; width: 1.1em; text-align: center; }
.mark.ready { color: var(--vscode-testing-iconPassed, var(--vscode-foreground)); }
.mark.failed { color: var(--vscode-testing-iconFailed, var(--vscode-errorForeground)); }
.mark.waiting { color: var(--vscode-testing-iconQueued, var(--vscode-foreground)); }
.message { font-size: 1.05em; }
pre { margin: 0.5rem 0; padding: 0.5rem 0; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--vscode-textCodeBlock-background); border: 1px solid var(--vscode-contrastBorder, transparent); font-family: var(--vscode-editor-font-family); font-size: var(--vscode-editor-font-size); }
pre > span { display: block; padding: 0 0.75rem 0 5.75em; text-indent: -5em; border-left: 3px solid transparent; }
pre .decides { font-weight: 600; border-left-color: var(--vscode-editorError-foreground, var(--vscode-errorForeground)); background: var(--vscode-diffEditor-removedLineBackground, transparent); }
.gutter { display: inline-block; width: 4em; margin-right: 1em; text-align: right; text-indent: 0; color: var(--vscode-editorLineNumber-foreground); user-select: none; }
pre[aria-label] > span { padding-left: 3.75em; text-indent: -3em; }
pre[aria-label] .gutter { width: 2em; }
code { font-family: var(--vscode-editor-font-family); overflow-wrap: anywhere; }
.fixes { list-style: none; margin: 0; padding: 0; }
.fixes li { display: flex; gap: 0.75rem; align-items: flex-start; padding: 0.3rem 0; }
.button { flex: none; padding: 0.15rem 0.8rem; border-radius: 2px; text-decoration: none; color: var(--vscode-button-foreground); background: var(--vscode-button-background); border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); }
.button:hover { background: var(--vscode-button-hoverBackground); color: var(--vscode-button-foreground); }
.quiet-button { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); }
.quiet-button:hover { background: var(--vscode-button-secondaryHoverBackground); color: var(--vscode-button-secondaryForeground); }
.button:focus-visible, summary:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
details { margin: 0.75rem 0; }
summary { cursor: pointer; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; margin: 0.5rem 0; }
dt { color: var(--vscode-descriptionForeground); }
dd { margin: 0; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: 0.4rem; } }
`);
