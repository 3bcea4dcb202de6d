import { Html } from './html';

/** The editor's own colours and fonts, so that the page follows every theme, high contrast included. */
export const STYLE = new Html(`
html { background: var(--vscode-editor-background); }
body { max-width: 52rem; background: var(--vscode-editor-background); padding: 0.5rem 1.5rem 2rem; line-height: 1.5; overflow-wrap: anywhere; color: var(--vscode-foreground); font: var(--vscode-font-size) var(--vscode-font-family); }
h1 { font-size: 1.5em; font-weight: 600; margin: 1rem 0 0; }
h2 { font-size: 1.15em; font-weight: 600; margin: 1.5rem 0 0.5rem; padding-top: 1rem; border-top: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); }
h3 { font-size: 1em; font-weight: 600; margin: 0.75rem 0 0.25rem; }
p { margin: 0.4rem 0; }
.quiet { color: var(--vscode-descriptionForeground); font-weight: normal; }
.mark { display: inline-block; width: 1.1em; text-align: center; }
.mark.ready { color: var(--vscode-testing-iconPassed, var(--vscode-foreground)); }
.mark.failed { color: var(--vscode-testing-iconFailed, var(--vscode-errorForeground)); }
.mark.stale, .mark.skipped, .mark.unchecked, .mark.checking { color: var(--vscode-descriptionForeground); }
.mark.waiting { color: var(--vscode-testing-iconQueued, var(--vscode-foreground)); }
.message { font-size: 1.05em; }
.log { margin: 0.5rem 0; padding: 0.5rem 0; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--vscode-textCodeBlock-background); border: 1px solid var(--vscode-contrastBorder, transparent); font-family: var(--vscode-editor-font-family); font-size: var(--vscode-editor-font-size); }

.line { display: grid; grid-template-columns: minmax(2em, max-content) 1fr; gap: 1em; padding: 0 0.75rem; border-left: 3px solid transparent; }
.line > span { min-width: 0; }
.decides { font-weight: 600; border-left-color: var(--vscode-editorError-foreground, var(--vscode-errorForeground)); background: var(--vscode-diffEditor-removedLineBackground, transparent); }
.gutter { text-align: right; color: var(--vscode-descriptionForeground); user-select: none; }
.decides .gutter { color: inherit; }
code { font-family: var(--vscode-editor-font-family); overflow-wrap: anywhere; }
.fixes { list-style: none; margin: 0; padding: 0; }
.fixes li { display: flex; gap: 0.75rem; align-items: flex-start; padding: 0.3rem 0; }
button { flex: none; padding: 0.2rem 0.8rem; border-radius: 2px; font: inherit; cursor: pointer; color: var(--vscode-button-foreground); background: var(--vscode-button-background); border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); }
button:hover { background: var(--vscode-button-hoverBackground); color: var(--vscode-button-foreground); }
button.quiet { font-weight: normal; color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); }
button.quiet:hover { background: var(--vscode-button-secondaryHoverBackground); color: var(--vscode-button-secondaryForeground); }
button.link { padding: 0; border: none; color: var(--vscode-textLink-foreground); background: none; text-decoration: underline; text-align: left; overflow-wrap: anywhere; white-space: normal; }
button.link:hover { color: var(--vscode-textLink-activeForeground); background: none; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0.75rem 0 0; }
.banner { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; padding: 0.4rem 0.75rem; border: 1px solid var(--vscode-inputValidation-warningBorder, var(--vscode-contrastBorder, currentColor)); background: var(--vscode-inputValidation-warningBackground, transparent); color: var(--vscode-inputValidation-warningForeground, var(--vscode-foreground)); }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); }
.timeline { margin: 0.75rem 0; }
.timeline svg { display: block; width: 100%; max-width: 38rem; }
.timeline line { stroke: var(--vscode-descriptionForeground); stroke-width: 3; }
.timeline line.silent { stroke-dasharray: 6 5; }
.timeline circle { fill: var(--vscode-editor-background); stroke: var(--vscode-foreground); stroke-width: 2; }
.timeline .initialize circle, .timeline .list circle { fill: var(--vscode-testing-iconPassed, var(--vscode-foreground)); stroke: var(--vscode-testing-iconPassed, var(--vscode-foreground)); }
.timeline .exit circle { fill: var(--vscode-testing-iconFailed, var(--vscode-errorForeground)); stroke: var(--vscode-testing-iconFailed, var(--vscode-errorForeground)); }
.proof { margin: 0.25rem 0; align-items: start; grid-template-columns: minmax(0, 7rem) minmax(0, 1fr); }
.proof .timeline { margin: 0.1rem 0 0.3rem; }
button:focus-visible, .log:focus-visible, summary:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
details { margin: 0.75rem 0; }
summary { cursor: pointer; }
.fixes li > div { flex: 1; min-width: 0; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.2rem 1rem; margin: 0.5rem 0; }
dt { color: var(--vscode-descriptionForeground); }
dd { margin: 0; }
@media (max-width: 30rem) { body { padding: 0.5rem 0.75rem 2rem; } dl, .proof { grid-template-columns: minmax(0, 1fr); } dd { margin-bottom: 0.4rem; } }
`);
