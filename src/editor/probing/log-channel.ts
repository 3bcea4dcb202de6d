import * as vscode from 'vscode';
import type { DiagnosisEvent } from '../../node/diagnose';

/** The log *MCP Handshake*: what was started, what it printed and what was said on the wire, without secrets. */
export class LogChannel implements vscode.Disposable {
  #channel: vscode.LogOutputChannel | undefined;

  /** Writes down what happens. */
  readonly onEvent = (event: DiagnosisEvent): void => {
    const log = this.#opened();
    switch (event.event) {
      case 'plan': {
        const { plan } = event;
        const what =
          plan.kind === 'http'
            ? `calls ${plan.shown.url}`
            : `starts ${plan.shown.command} ${plan.shown.args.join(' ')}`;
        log.info(`${event.server}: ${what}`);
        break;
      }
      case 'line':
        log.debug(`${event.server}: ${event.stream} ${event.line.number}: ${event.line.text}`);
        break;
      case 'trial':
        log.info(`${event.server}: tried "${event.fix.title}": ${event.fix.trial.status}`);
        break;
      case 'settled': {
        const { name, status, start, findings } = event.report;
        for (const { text } of start?.exchanges.sent ?? []) log.debug(`${name}: → ${text}`);
        for (const { text } of start?.exchanges.received ?? []) log.debug(`${name}: ← ${text}`);
        log.info(`${name}: ${status}${findings[0] ? `: ${findings[0].message}` : ''}`);
        break;
      }
      case 'started':
        break;
      default:
        event satisfies never;
    }
  };

  show(): void {
    this.#opened().show();
  }

  dispose(): void {
    this.#channel?.dispose();
  }

  /** Made when there is something to say. */
  #opened(): vscode.LogOutputChannel {
    this.#channel ??= vscode.window.createOutputChannel('MCP Handshake', { log: true });
    return this.#channel;
  }
}
