/** Whether a script is written in another language than the one that its program runs, by the ending of its name. */
export function isOfOther(program: string, script: string): boolean {
  const own = LANGUAGES.find(({ runs }) => runs.test(program));
  const its = LANGUAGES.find(({ files }) => files.test(script));
  return own !== undefined && its !== undefined && own !== its;
}

interface Language {
  readonly runs: RegExp;
  readonly files: RegExp;
}

/** Interpreters that run files of one language alone, each with the endings of their names. */
const LANGUAGES: readonly Language[] = [
  { runs: /^(?:python[\d.]*|py)$/, files: /\.pyw?$/ },
  { runs: /^(?:node|tsx|ts-node)$/, files: /\.[cm]?[jt]sx?$/ },
  { runs: /^ruby$/, files: /\.rb$/ },
  { runs: /^php$/, files: /\.php$/ },
  { runs: /^(?:sh|bash|zsh|dash)$/, files: /\.(?:ba|z)?sh$/ },
];
