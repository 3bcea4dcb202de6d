import { safe } from '../../text';
import { WAS, line } from './line';
import type { FewWords } from './line';

/** What is fetched, and by what. */
export const FETCHING: FewWords = [
  [
    { kind: 'account', of: 'package' },
    line(
      `package(?: name)?${WAS} (?:not found|missing|wrong|does not exist|unknown)`,
      '(?:is )?not (?:found )?in (?:the )?(?:npm |PyPI )?(?:registry|index)',
      '(?:is )?not on (?:npm|PyPI)',
      'no such package',
      'wrong package name',
      'does not exist on (?:npm|PyPI)',
      '(?:npm )?(?:E404|404)(?: not found)?(?: [\\w@/.-]{2,60})?',
      'no solution found',
    ),
  ],
  [
    { kind: 'npm-no-executable' },
    line(
      'no bin in (?:the )?package',
      'package has no (?:executable|bin(?: entry)?)',
      '(?:npm error )?could not determine executable',
      'not an executable package',
    ),
  ],
  [
    { kind: 'account', of: 'download' },
    line(
      'time(?:s|d)? ?-?out(?: only)? (?:on|at|in|during|while) (?:the )?(?:first (?:start|run|launch)|(?:down)?load\\w*|install\\w*)',
      '(?:first (?:start|run|launch)|download|install(?:ation)?) (?:takes too long|is too slow|times out)',
      '(?:second (?:start|try|run|time)|next start) (?:works|is fine)',
      'works after (?:running|starting) (?:npx|uvx|it) (?:manually |by hand )?once',
    ),
  ],
  [
    { kind: 'build-failed', name: null },
    line(
      '(?:wheel )?build (?:failed|fails)',
      'failed to build',
      '(?:gcc|g\\+\\+|clang|cmake|compiler|make)(?: is)? (?:missing|not found)',
      'node-gyp (?:failed|fails)',
      '(?:Rust|C|C\\+\\+) compiler (?:needed|required|missing)',
      'no prebuilt (?:wheel|binary)',
      'Microsoft Visual C\\+\\+ 14\\.0 (?:is )?required',
    ),
  ],
  [
    { kind: 'python-version-refused', version: null, wanted: null },
    line(
      '(?:Python(?: version)?(?: is)?|old) too (?:old|low)',
      '(?:needs|requires|wants) Python ?(?:>=? ?)?3\\.\\d{1,2}\\+?',
      'wrong Python version',
      'requires-python',
    ),
  ],
  [
    { kind: 'account', of: 'old-node' },
    line(
      `node(?:\\.?js)?(?: version)?${WAS} (?:too (?:old|low)|outdated)`,
      'old(?:er)? (?:version of )?node(?:\\.?js)?(?: version)?',
      'unsupported engine',
      'node(?:\\.?js)? v?(?:[1-9]|1[0-7])(?:\\.\\d{1,3}){0,2}',
    ),
  ],
  [
    { kind: 'git-refused' },
    line(
      '(?:git )?repository not found',
      'git clone (?:failed|fails)',
      'failed to clone into: \\S{1,200}',
      '(?:branch|tag|ref) not found',
      'could not read from remote repository',
    ),
  ],
  [{ kind: 'git-missing' }, line('git(?: is)? (?:not installed|missing|not found)', 'no git')],
  [
    { kind: 'npm-unreached' },
    line(
      '(?:npm )?registry(?: is)? (?:not reachable|unreachable|blocked|down)',
      '(?:npm )?registry time-?out',
      'proxy blocks (?:npm|the registry)',
    ),
  ],
  [
    { kind: 'cache-denied', path: null },
    line(
      '(?:EACCES|EPERM) (?:on |in )?(?:~\\/\\.npm|npm-cache)\\S{0,40}',
      '(?:npm )?cache (?:permission denied|(?:is )?not writable)',
      '(?:cache folder|files) owned by root',
      'root-owned files in (?:the )?npm cache',
      'cannot write to ~\\/\\.npm\\S{0,40}',
    ),
  ],
  [
    { kind: 'npm-refused', code: safe('ETARGET') },
    line(
      'no such version',
      '(?:that |the )?version (?:\\S{1,20} )?(?:not found|does not exist|was never published)',
      'no matching version',
      'e?notarget',
      'ETARGET',
    ),
  ],
  [
    { kind: 'parts-apart', name: null },
    line(
      '(?:dependency|version|peer dependency|[\\w.-]{2,30} version) conflict',
      'incompatible versions',
      'conflicting dependencies',
      'unsatisfiable requirements',
    ),
  ],
  [
    { kind: 'npm-refused', code: safe('E401') },
    line('E401(?: registry)?', 'private registry needs (?:a )?login', 'registry unauthorized'),
  ],
  [
    { kind: 'docker-unreachable' },
    line(
      'no docker (?:daemon|engine)',
      `docker(?: (?:daemon|engine|desktop)|\\.sock)?${WAS} (?:not (?:running|found|started|reachable)|stopped|paused|down)`,
      'permission denied (?:on |for )?(?:\\/var\\/run\\/)?docker\\.sock',
    ),
  ],
  [
    { kind: 'docker-image-refused', image: null },
    line(
      `(?:docker )?(?:image|manifest)${WAS} (?:not found|missing|unknown)`,
      'no such (?:image|tag)',
      '(?:image ?)?pull (?:failed|error|denied)',
      'toomanyrequests',
      '(?:unauthorized|not allowed|no permission) to pull(?: the)?(?: image)?',
    ),
  ],
];
