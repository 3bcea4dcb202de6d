import { safe } from '../../text';
import { line } from './line';
import type { FewWords } from './line';

/** The words of a command line, and what a server is given. */
export const GIVEN: FewWords = [
  [
    { kind: 'argument-missing', what: null },
    line(
      'missing (?:required )?arguments?',
      '(?:path |directory )?argument (?:is )?(?:required|missing)',
      'needs an? (?:directory|path|file)(?: argument)?',
      'too few arguments',
      'expects an? (?:path|directory|file)',
      'at least one directory (?:is )?(?:needed|required)',
    ),
  ],
  [
    { kind: 'argument-refused', what: safe('a word of its command line') },
    line(
      '(?:unknown|unrecogni[sz]ed|unexpected|invalid) (?:option|flag|arguments?|command|subcommand|parameter)(?: [\\w-]{1,30})?',
      'no such (?:option|command)',
      '(?:flag|option) (?:is )?not (?:supported|known)',
      '--?[\\w-]{1,30} is not (?:accepted|supported|known)',
    ),
  ],
  [
    { kind: 'value-refused', what: null },
    line(
      '(?:invalid|malformed|bad|wrong) (?:URL|value|port|number|date|log ?level|host)',
      '(?:value )?(?:is )?not a (?:valid )?(?:number|URL|port|integer|boolean)',
      'value is (?:not valid|invalid|wrong)',
      '[A-Z][A-Z0-9]*_[A-Z0-9_]{1,40}(?: is)? (?:invalid|wrong|malformed)',
      '(?:wrong|invalid|bad) value (?:for|of) [A-Z][A-Z0-9_]{2,40}',
    ),
  ],
  [
    { kind: 'credentials-refused' },
    line(
      '(?:token|API key|key|password|credentials)(?: is| has| was| were)? (?:expired|revoked|rejected|refused|invalid|wrong)',
    ),
  ],
  [
    { kind: 'python-encoding', encoding: safe('an old code page') },
    line(
      '(?:encoding|charset|codepage|code page|unicode|UTF-8) (?:error|problem|issue)',
      'cp125\\d',
      '(?:set )?PYTHON(?:IOENCODING|UTF8)(?:=\\S{1,10})?(?: (?:fixed|fixes|helped|helps)(?: it)?)?',
      'emojis? breaks? it',
    ),
  ],
  [
    { kind: 'prompt' },
    line(
      '(?:asks|waits for|prompts?)(?: for)? (?:Ok to proceed\\??|y|confirmation|input)',
      '(?:needs|add|missing) -y',
      'interactive prompt',
      'prompt waits for input',
    ),
  ],
  [
    { kind: 'variable-literal', text: safe('a variable') },
    line(
      '(?:variable|placeholder|workspaceFolder|userHome)(?: is| was)? (?:not (?:resolved|expanded|replaced|substituted)|taken literally)',
    ),
  ],
  [
    { kind: 'account', of: 'joined' },
    line(
      'args? (?:is |are )?(?:wrong|in one string|not split)',
      'args? (?:must|have to|should) be separate',
      'arguments? split wrong(?:ly)?',
      'quotes in args',
      'wrong order of args',
    ),
  ],
  [
    { kind: 'config-refused' },
    line(
      '(?:unknown|unrecogni[sz]ed) key',
      'invalid entry',
      'schema validation (?:failed|error)',
      '(?:mcpServers|servers) expected',
      'wrong (?:format|root key)',
      'type missing',
      'missing property (?:command|url|type|args)',
    ),
  ],
  [
    { kind: 'listens-on-http', address: safe('an address') },
    line(
      '(?:starts|runs|started) (?:as )?(?:an? )?HTTP server',
      '(?:server )?runs in (?:SSE|HTTP) mode',
      'needs --stdio',
      'not (?:in )?stdio(?: mode)?',
      'requires transport stdio(?: flag)?',
    ),
  ],
  [
    { kind: 'interpreter-not-found', interpreter: safe('its interpreter') },
    line('(?:bad interpreter|interpreter(?: is| was)? (?:not found|missing)|shebang (?:is )?wrong)'),
  ],
];
