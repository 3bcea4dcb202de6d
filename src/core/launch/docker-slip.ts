/** `docker run` as words: its options with their values, the image, and what stands behind that. */
export interface RunWords {
  readonly options: readonly string[];
  readonly image: string | null;
  readonly behind: readonly string[];
}

/** A word of a `docker run` that Docker takes for something else than was meant, by the form of the line alone. */
export interface DockerSlip {
  readonly is: Slip;
  readonly word: string;
  /** The word as it is to be, or what belongs to it; null where that is not known. */
  readonly right: string | null;
}

/**
 * `late`: an option that only Docker has stands behind the image. `apart`: a variable and its value are two words, and the
 * value is taken for the image. `colon`: the name of a variable ends at a colon. `nameless`: `-e` takes the image for its
 * value. `valued`: `-e` takes a value for a name. `tilde`: no shell is there that would know whose home that is. `target`: a mount says nothing of its place in the
 * container. `blanks`: a mount has blanks behind its commas. `outside`: a folder of the machine is named to what runs in the
 * container, where it has another name.
 */
export type Slip = 'late' | 'apart' | 'colon' | 'nameless' | 'valued' | 'tilde' | 'target' | 'blanks' | 'outside';

/** The first such word; null where all may be right. Sources: the manual of `docker run`, and what it refuses. */
export function dockerSlip(words: RunWords): DockerSlip | null {
  for (const judge of JUDGES) {
    const slip = judge(words);
    if (slip) return slip;
  }
  return null;
}

type Judge = (words: RunWords) => DockerSlip | null;

/** What stands behind an option, or in one word with it. */
function valuesOf(options: readonly string[], short: string, long: string): readonly string[] {
  return options.flatMap((option, index) => {
    if (option === short || option === long) return options[index + 1] ?? [];
    return option.startsWith(`${long}=`) ? option.slice(long.length + 1) : [];
  });
}

/** Options behind the image that nothing but Docker has, with their values. */
export function lateOptions({ behind }: Pick<RunWords, 'behind'>): readonly number[] {
  return behind.flatMap((word, at) => {
    const next = behind[at + 1] ?? '';
    const isPair =
      (/^(?:-e|--env)$/.test(word) && /^[A-Z][A-Z0-9_]{2,}(?:=|$)/.test(next)) ||
      (/^(?:-v|--volume)$/.test(word) && /^[^:\s]+:\/[^:\s]/.test(next));
    if (isPair) return [at, at + 1];
    return word === '--rm' || /^--env=[A-Z][A-Z0-9_]{2,}=/.test(word) ? [at] : [];
  });
}

const late: Judge = (words) => {
  const [at] = lateOptions(words);
  const word = at === undefined ? undefined : words.behind[at];
  return word === undefined ? null : { is: 'late', word, right: words.image };
};

const apart: Judge = ({ options, image, behind: [first] }) => {
  const [flag, name] = options.slice(-2);
  const isLast = /^(?:-e|--env)$/.test(flag ?? '') && name !== undefined && !name.includes('=');
  // An image mostly has a slash in its name, and a value in its place has none.
  return isLast && image !== null && !/[/:]/.test(image) && first !== undefined && IMAGE.test(first)
    ? { is: 'apart', word: name, right: `${name}=${image}` }
    : null;
};

const colon: Judge = ({ options }) => {
  const word = valuesOf(options, '-e', '--env').find((value) => /^[A-Z][A-Z0-9_]+: \S/.test(value));
  return word === undefined ? null : { is: 'colon', word, right: word.replace(/: /, '=') };
};

const nameless: Judge = ({ options, image }) => {
  const word = image === null && /^(?:-e|--env)$/.test(options.at(-2) ?? '') ? options.at(-1) : undefined;
  return word !== undefined && IMAGE.test(word) ? { is: 'nameless', word, right: null } : null;
};

const valued: Judge = ({ options }) => {
  const word = valuesOf(options, '-e', '--env').find((value) => A_REFERENCE.test(value));
  const [, name] = A_REFERENCE.exec(word ?? '') ?? [];
  return word === undefined ? null : { is: 'valued', word, right: name === undefined ? null : `${name}=${word}` };
};

/** Nothing but a variable that the client replaces by its value; its name, where it has that of what it is for. */
const A_REFERENCE = /^\$\{(?:(?:env:)?([A-Z][A-Z0-9_]+)|input:[\w.-]+)\}$/;

const tilde: Judge = ({ options }) => {
  const values = [...valuesOf(options, '-v', '--volume'), ...valuesOf(options, '--env-file', '--env-file')];
  const word = values.find((value) => value.startsWith('~/'));
  return word === undefined ? null : { is: 'tilde', word, right: null };
};

const target: Judge = ({ options }) => {
  const word = valuesOf(options, '--mount', '--mount').find(
    (value) => /(?:^|,)(?:src|source)=/.test(value) && !/(?:^|,)\s*(?:dst|destination|target)=/.test(value),
  );
  return word === undefined ? null : { is: 'target', word, right: null };
};

const blanks: Judge = ({ options }) => {
  const word = valuesOf(options, '--mount', '--mount').find((value) =>
    /, +(?:src|source|dst|destination|target|type)=/.test(value),
  );
  return word === undefined ? null : { is: 'blanks', word, right: word.replace(/, +/g, ',') };
};

const outside: Judge = ({ options, behind }) => {
  const mounts = [
    ...valuesOf(options, '-v', '--volume').map(ofVolume),
    ...valuesOf(options, '--mount', '--mount').map(ofMount),
  ];
  for (const mount of mounts) {
    if (!mount || mount.from === mount.to || mounts.some((other) => other?.to === mount.from)) continue;
    const word = behind.find((each) => each === mount.from || each.startsWith(`${mount.from}/`));
    if (word !== undefined) return { is: 'outside', word, right: mount.to + word.slice(mount.from.length) };
  }
  return null;
};

interface Mount {
  readonly from: string;
  readonly to: string;
}

function ofVolume(value: string): Mount | null {
  const [, from, to] = /^((?:[A-Za-z]:)?[\\/][^:]*):(\/[^:]*)(?::\w+)?$/.exec(value) ?? [];
  return from !== undefined && to !== undefined ? { from, to } : null;
}

function ofMount(value: string): Mount | null {
  const [, from] = /(?:^|,)(?:src|source)=([^,]+)/.exec(value) ?? [];
  const [, to] = /(?:^|,)(?:dst|destination|target)=([^,]+)/.exec(value) ?? [];
  return from !== undefined && to !== undefined ? { from, to } : null;
}

/** The name of an image with that of who has made it. */
const IMAGE = /^[a-z0-9][\w.-]*(?::\d+)?\/[\w./-]+(?::[\w.-]+)?(?:@sha256:[0-9a-f]{64})?$/;

const JUDGES: readonly Judge[] = [late, apart, colon, nameless, valued, tilde, blanks, target, outside];
