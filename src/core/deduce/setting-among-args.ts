import { hideShapes } from '../secrets/mask';
import type { ServerEntry, Value } from '../config/config-file';
import type { Safe } from '../text';

/** A variable that stands where no shell reads it. */
interface AmongArgs {
  /** What is to go from among the args. */
  readonly words: readonly Value[];
  readonly name: Safe;
  readonly value: string;
}

/** A setting among the words behind what an entry runs: with a flag of others in front, or named as secrets and addresses are. */
export function settingAmongArgs({ program, args, transport }: ServerEntry): AmongArgs | null {
  if (transport !== 'stdio' || !RUNS.test(program)) return null;
  const target = args.findIndex(({ safe: arg }) => /^[a-z@./]/.test(arg));
  if (target < 0) return null;
  const isBehind = (index: number) => index > target;
  const flag = args.findIndex(
    ({ safe: arg }, index) => isBehind(index) && FLAG.test(arg) && SETS.test(args[index + 1]?.safe ?? ''),
  );
  if (flag >= 0) return settingIn(args.slice(flag, flag + 2), SETS);
  const at = args.findIndex(({ safe: arg }, index) => isBehind(index) && SETS_ACCESS.test(arg));
  // Behind an option it is that one's value.
  return at < 0 || args[at - 1]?.safe.startsWith('-') ? null : settingIn(args.slice(at, at + 1), SETS_ACCESS);
}

function settingIn(words: readonly Value[], form: RegExp): AmongArgs {
  const [, name = '', value = ''] = form.exec(words.at(-1)?.raw.reveal() ?? '') ?? [];
  return { words, name: hideShapes(name), value };
}

const RUNS = /^(?:npx|uvx|bunx|node|python[\d.]*)$/;
/** What clients and Docker take a variable behind, and no server does. */
const FLAG = /^(?:-e|--env)$/;
const SETS = /^([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)=(.+)$/s;
const SETS_ACCESS = /^([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:KEY|TOKEN|SECRET|PASSWORD|URL|HOST|USER|ID))=(.+)$/s;
