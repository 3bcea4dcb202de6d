import { firstSaid, told } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

export type RubyFact =
  /** A library is not there. `isBundler`: what would have looked for it is of another version itself. */
  Told<'gem-missing', { name: Safe; isBundler: boolean }>;

/** Ruby, and Bundler, which is a library of one Ruby. */
export function read(start: Said): readonly RubyFact[] {
  const bundler = told('gem-missing', firstSaid(start, [BUNDLER]), ([, name]) =>
    name ? { name, isBundler: true as boolean } : null,
  );
  const gem = told('gem-missing', firstSaid(start, GEM), ([, name]) => (name ? { name, isBundler: false } : null));
  return [...bundler, ...gem].slice(0, 1);
}

const BUNDLER = /\bCould not find '(bundler)' \([\d.]{1,20}\) required by\b/;
const GEM = [
  /\bCould not find gem '([\w-]{1,60})/,
  /\bcannot load such file -- ((?![./])[\w./-]{1,100})(?: \(LoadError\)|$)/,
  /\bCould not find (?:gem )?'?([\w-]{1,60}?)(?:-[\d.]{1,20}| \([^)]{1,40}\))'?(?:,.{0,60})? in (?:any of the sources|locally installed gems|rubygems)/,
];
