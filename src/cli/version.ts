import { version } from '../../package.json';
import { EXIT } from './exit-codes';
import { print } from './print';

/** `--version`. */
export async function runVersion(): Promise<number> {
  print(version);
  return EXIT.fine;
}
