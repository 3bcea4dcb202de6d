import { dockerRun } from '../deduce/docker-run';
import { workspaceFolderOf } from '../clients';
import { hideShapes } from '../secrets/mask';
import { placeholderIn } from './placeholder';
import { settingsOf, valuesOf } from './values-of';
import type { Value } from '../config/config-file';
import type { Safe } from '../text';
import type { Written } from './index';
import type { Role, RoleValue } from './values-of';

/** What the paths in an entry show by their look. */
export type PathFact =
  /** A path that one machine has, in a file that goes to others. */
  | {
      readonly kind: 'path-of-one-machine';
      readonly path: Safe;
      readonly where: Value;
      readonly role: Role;
      /** Whose home directory it leads into, where it does. */
      readonly person: string | null;
      /** Where it leads, from the folder of the workspace, if that is in it. */
      readonly inWorkspace: string | null;
    }
  /** A relative path that begins with the name of the folder from which it is looked for. */
  | {
      readonly kind: 'path-repeats-folder';
      readonly path: Safe;
      readonly folder: Safe;
      readonly rest: Safe;
      readonly where: Value;
    }
  /** A path on Windows with signs in it that no path has: its backslashes were read as escapes. */
  | { readonly kind: 'path-with-escapes'; readonly path: Safe; readonly meant: string; readonly where: Value }
  /** It begins as one from the root of the disk does, and lacks the first slash. */
  | { readonly kind: 'path-without-root'; readonly path: Safe; readonly where: Value }
  /** A relative path with the separators of Windows, which is one name elsewhere. */
  | { readonly kind: 'path-with-backslashes'; readonly path: Safe; readonly where: Value };

export function readPaths(written: Written): readonly PathFact[] {
  return [...escaped(written), ...withoutRoot(written), ...ofOneMachine(written)];
}

function withoutRoot({ entry }: Written): readonly PathFact[] {
  return valuesOf(entry).flatMap(({ value, role }): PathFact[] => {
    const isOwn = (role === 'command' || role === 'arg') && ROOTLESS.test(value.raw.reveal());
    return isOwn ? [{ kind: 'path-without-root', path: value.safe, where: value }] : [];
  });
}

/** The folder of all persons, one of them, and more behind it. */
const ROOTLESS = /^(?:Users|home)\/(?!src\/|app\/|lib\/)[\w.-]+\/(?:[^/\s][^/]*\/)+[^/]+$/;

function escaped({ entry, file }: Written): readonly PathFact[] {
  if (file.format === 'yaml') return [];
  return [...valuesOf(entry), ...settingsOf(entry)].flatMap(({ value }): PathFact[] => {
    const text = value.raw.reveal();
    if (!ESCAPED.test(text)) return [];
    const meant = text.replace(SIGNS, (sign) => ESCAPES[sign] ?? sign);
    return [{ kind: 'path-with-escapes', path: hideShapes(meant), meant, where: value }];
  });
}

const ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\b': '\\b', '\f': '\\f' };
const SIGNS = /[\t\n\r\b\f]/g;
/** A drive, and such a sign where a separator should be. */
const ESCAPED = /^[A-Za-z]:[^\n]{0,200}?[\t\n\r\f\u0008]\w/;

function ofOneMachine(written: Written): readonly PathFact[] {
  const { entry, file, reader } = written;
  if (reader?.location.scope === 'user' || !reader) return [];
  const container = dockerRun(entry);
  const from = (container?.image ?? container?.run)?.span.offset ?? Infinity;
  const mounted = new Set(container?.options.map(({ span }) => span.offset));
  const folder = workspaceFolderOf(file.path) ?? '';
  const isForWindows = WINDOWS_ONLY.test(entry.command?.raw.reveal() ?? '');
  const home = HOME.exec(slashed(file.path))?.[0] ?? null;
  return [...valuesOf(entry), ...settingsOf(entry)].flatMap(({ value, role }: RoleValue): PathFact[] => {
    if (role === 'address' || (role === 'arg' && value.span.offset >= from)) return [];
    const text = value.raw.reveal();
    if (role === 'arg' && !isForWindows && RELATIVE.test(text))
      return [{ kind: 'path-with-backslashes', path: value.safe, where: value }];
    const name = slashed(folder).split('/').at(-1) ?? '';
    if (role === 'arg' && name !== '' && FILE.test(text) && slashed(text).startsWith(`${name}/`)) {
      const rest = hideShapes(text.slice(name.length + 1));
      return [{ kind: 'path-repeats-folder', path: value.safe, folder: hideShapes(name), rest, where: value }];
    }
    const found = pathIn(text, mounted.has(value.span.offset));
    if (found === null || placeholderIn(found, '') !== null || isVariable(found)) return [];
    const path = slashed(found);
    const person = HOME.exec(path)?.[0] ?? null;
    if (person === null ? !isOfOneMachine(path) : isCommonHome(person) || person === home) return [];
    if (person === null && folder !== '' && sharesDrive(path, slashed(folder))) return [];
    return [
      {
        kind: 'path-of-one-machine',
        path: value.safe,
        where: value,
        role,
        person: person?.split('/').at(-1) ?? null,
        inWorkspace: found === text ? behindFolder(path, folder) : null,
      },
    ];
  });
}

function slashed(path: string): string {
  return path.replace(/\\+/g, '/');
}

/** The path in a value: all of it, what stands behind a `=`, or of a mounted folder the side of the machine. */
function pathIn(text: string, isOption: boolean): string | null {
  const [, found] = /^(?:-{0,2}[\w.-]{1,80}=)?((?:\/|[A-Za-z]:[/\\]).*)$/s.exec(text) ?? [];
  if (found !== undefined) return isOption ? (/^(?:[A-Za-z]:)?[^:,]*/.exec(found)?.[0] ?? null) : found;
  return isOption ? (/(?:source|src)=([^,]+)/.exec(text)?.[1] ?? null) : null;
}

function isVariable(path: string): boolean {
  return /\$\{|%\w+%|\$[A-Z]/.test(path);
}

const HOME = /^(?:\/home|\/Users|[A-Za-z]:\/Users)\/[^/]+/i;

/** Accounts that images, runners and every machine have. */
function isCommonHome(home: string): boolean {
  return /\/(?:node|vscode|ubuntu|codespace|runner|coder|gitpod|dev|developer|app|user|Shared|Public|linuxbrew|vagrant|ec2-user|circleci|jovyan|root)$/i.test(
    home,
  );
}

/** Folders that somebody has made on a drive; where programs are installed by everybody is none. */
function isOfOneMachine(path: string): boolean {
  if (/^[A-Za-z]:\//.test(path))
    return !/^[A-Za-z]:\/(?:Program Files(?: \(x86\))?|Windows|ProgramData\/(?:chocolatey|nvm|npm)|nodejs|nvm4w|Python\d*|msys64|cygwin64|tools)(?:\/|$)/i.test(
      path,
    );
  return /^\/(?:Volumes|mnt\/[a-z]|media)\/[^/]/.test(path);
}

/** A file on the same drive, or below the same folder, as the project that it is written in may be this person's own. */
function sharesDrive(path: string, folder: string): boolean {
  const top = /^(?:[A-Za-z]:\/[^/]+|\/[^/]+\/[^/]+)/.exec(folder)?.[0];
  return top !== undefined && path.toLowerCase().startsWith(`${top.toLowerCase()}/`);
}

/** The rest of a path behind the name of the workspace's folder, which others have elsewhere. */
function behindFolder(path: string, folder: string): string | null {
  const name = slashed(folder).split('/').at(-1);
  if (name === undefined || name.length < 3) return null;
  const at = path.toLowerCase().lastIndexOf(`/${name.toLowerCase()}/`);
  return at < 0 ? null : path.slice(at + name.length + 2);
}

const FILE = /^[\w.-]+[/\\].*\.\w{1,5}$/;
const RELATIVE = /^\.{1,2}\\[^\\]|^[\w.-]+(?:\\[\w.-]+)+\.\w{1,8}$/;
const WINDOWS_ONLY = /^(?:cmd|powershell|pwsh)\b|\.(?:exe|cmd|bat|ps1)$|\\/i;
