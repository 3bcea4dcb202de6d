/**
 * Variables that change how a program speaks and not what it runs, with the values that do: a cure may set them in a
 * trial. Sources: the documentation of each runtime and library.
 */
const SWITCHES: Readonly<Record<string, RegExp>> = {
  DOTENV_CONFIG_QUIET: /^true$/,
  NO_COLOR: /^1$/,
  FORCE_COLOR: /^0$/,
  NO_UPDATE_NOTIFIER: /^1$/,
  NPM_CONFIG_UPDATE_NOTIFIER: /^false$/,
  NPM_CONFIG_LOGLEVEL: /^(?:silent|error)$/,
  PYTHONUTF8: /^1$/,
  PYTHONIOENCODING: /^utf-?8$/i,
  PYTHONUNBUFFERED: /^1$/,
  LOG_LEVEL: /^(?:error|silent|off|none)$/i,
};

/** Whether setting a variable to this value only quietens a program, or has it write UTF-8. */
export function isHarmlessSwitch(name: string, value: string | undefined): boolean {
  return value !== undefined && Object.hasOwn(SWITCHES, name) && SWITCHES[name]?.test(value) === true;
}
