/** The operating systems that clients run on, by Node's names for them. */
export type Platform = 'linux' | 'darwin' | 'win32';

/** The platform that a person means by the name of a system; null for another one, or where there are two. */
export function platformNamed(name: string): Platform | null {
  const [only, ...others] = platformsIn(name);
  return others.length === 0 ? (only ?? null) : null;
}

/** The platforms that a name tells of: of a remote window two. */
export function platformsIn(name: string): readonly Platform[] {
  return NAMES.filter(([, pattern]) => pattern.test(name)).map(([platform]) => platform);
}

const NAMES: readonly (readonly [Platform, RegExp])[] = [
  ['win32', /\bwin(?:dows(?:_nt)?|32|64)? ?(?:1[01]|[78])?\b/i],
  ['darwin', /\b(?:mac ?os|os ?x|darwin|mac|apple silicon|macbook)\b/i],
  ['linux', /\b(?:linux|wsl|ubuntu|debian|fedora|docker|nixos|raspberry pi|centos|rhel|alpine)\b/i],
];
