/** What we need of esbuild's metafile. */
export interface Metafile {
  readonly inputs: Readonly<Record<string, { readonly imports: readonly { readonly path: string }[] }>>;
}

interface Law {
  readonly from: RegExp;
  readonly mayNotImport: RegExp;
}

/** Who may not import whom: the layers of ARCHITECTURE.md. */
const LAWS: readonly Law[] = [
  { from: /^src\/core\//, mayNotImport: /^(node:|vscode$|src\/(node|editor|cli)\/)/ },
  { from: /^src\/core\/rules\/(?!.*\.gen\.ts$)/, mayNotImport: /^src\/core\/rules\/(?!(rule|page-text)\.ts$)/ },
  { from: /^src\/node\//, mayNotImport: /^(vscode$|src\/(editor|cli)\/)/ },
  { from: /^src\/cli\//, mayNotImport: /^(vscode$|src\/editor\/)/ },
  { from: /^src\/editor\//, mayNotImport: /^src\/cli\// },
  { from: /^src\/editor\/language\//, mayNotImport: /^(node:|src\/(node|editor\/probing)\/)/ },
];

/** Every import that breaks a law, as `a → b`. */
export function forbiddenImports({ inputs }: Metafile): readonly string[] {
  return Object.entries(inputs).flatMap(([from, { imports }]) =>
    imports
      .filter(({ path }) => LAWS.some((law) => law.from.test(from) && law.mayNotImport.test(path)))
      .map(({ path }) => `${from} → ${path}`),
  );
}
