import assert from 'node:assert/strict';
import { randomBytes, randomInt } from 'node:crypto';
import { inspect } from 'node:util';
import { parseConfig } from '../../src/core/config/parse';
import { hideShapes, maskFor, maskLines } from '../../src/core/secrets/mask';

const PATH = '/w/.vscode/mcp.json';
const entryOf = (entry: object) => parseConfig(PATH, JSON.stringify({ servers: { demo: entry } })).maps[0]?.servers[0];

describe('a value beside the name of a secret is hidden', () => {
  const value = 'k3v9Qm2xT7pLw8Zb';
  const written = [
    `API_KEY=${value}`,
    `export API_KEY="${value}"`,
    `api_key: ${value}`,
    `{"apiKey":"${value}"}`,
    `{\\"apiKey\\":\\"${value}\\"}`,
    `{"config":"{\\\\\\"apiKey\\\\\\":\\\\\\"${value}\\\\\\"}"}`,
    `{ apiKey: '${value}', other: 1 }`,
    `{'api_key': '${value}'}`,
    `server --api-key ${value} --port 3000`,
    `server --api-key=${value}`,
    `curl -u bob:${value} https://h/`,
    `curl --user "bob:${value}" https://h/`,
    `"args":["-y","server","--api-key","${value}"]`,
    `argv: [ 'server', '--api-key', '${value}' ]`,
    `{"name":"API_KEY","value":"${value}"}`,
    `{ name: 'API_KEY', value: '${value}' }`,
    `Authorization: Bearer ${value}`,
    `"Authorization": "token ${value}"`,
    `X-Api-Key: ${value}`,
    `Cookie: theme=dark; sid=${value}`,
    `Set-Cookie: sid=${value}; Path=/`,
    `GET https://h/x?b=1&access_token=${value}&c=2`,
    `//registry.example/:_authToken=${value}`,
    `_auth = ${value}`,
    `Server=db;User Id=sa;Password=${value};Encrypt=yes`,
    `DefaultEndpointsProtocol=https;AccountKey=${value}==;EndpointSuffix=core.windows.net`,
    `os.environ["API_KEY"] = "${value}"`,
    `:api_key => "${value}"`,
    `<add api_key="${value}"/>`,
    `postgres://bob:${value}@h/db`,
    `https://hooks.example/services/T0123/B4567/${value}${value}`,
  ];
  for (const text of written)
    it(text, () => {
      const shown = hideShapes(text);
      assert.ok(!shown.includes(value), shown);
      assert.ok(shown.includes('‹'), shown);
    });

  const prose = [
    'API_KEY is required',
    'API key: missing',
    'token: expected string, received undefined',
    'SyntaxError: Unexpected token \'P\', "Processing" is not valid JSON',
    "{ key: 'message', token: 'string' }",
    'Missing --api-key option',
    'pass --token to log in',
    'An API key is required via --brave-api-key, BRAVE_API_KEY, --brave-api-key-file, or BRAVE_API_KEY_FILE',
    'API_KEY=YOUR_API_KEY',
    'API_KEY=<your key>',
    'API_KEY=${env:API_KEY}',
    'password authentication failed for user "bob"',
    'tokens: 4096',
    'KEY_FILE=/home/u/.ssh/id_rsa',
    'https://github.com/modelcontextprotocol/servers/tree/main/src/filesystem',
    'npm error 404 Not Found - GET https://registry.example/@acme%2fweather-mcp - Not found',
    'at Module._compile (node:internal/modules/cjs/loader:1554:14)',
    '/home/u/.npm/_npx/15c61037b1978c83/node_modules/.bin/server',
    'https://github.com/acme/server@v1.2.3',
    'key: value pairs are expected',
    'server unavailable key=xcode type=local',
  ];
  for (const text of prose) it(`and prose is left alone: ${text}`, () => assert.equal(hideShapes(text), text));
});

describe('a secret is hidden in every spelling', () => {
  const value = `p@ss "w'rd"/+&<${'x7'.repeat(3)}>=é\\$`;
  const mask = maskFor([{ name: 'env DB_PASSWORD', value }]);
  const uri = encodeURIComponent(value);
  const spellings: Record<string, string> = {
    'as it is': value,
    'as JSON': JSON.stringify(value),
    'as JSON in JSON': JSON.stringify(JSON.stringify(value)).slice(3, -3),
    'as JSON that is ASCII': JSON.stringify(value).replaceAll('é', '\\u00e9'),
    'as an inspected value': inspect({ value }),
    'in an address': uri,
    'in an address, strictly': uri.replaceAll("'", '%27'),
    'in a form': new URLSearchParams({ value }).toString(),
    'in HTML': value
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
    "in a shell's single quotes": `'${value.replaceAll("'", String.raw`'\''`)}'`,
    "in a shell's double quotes": `"${value.replace(/["\\$`]/g, String.raw`\$&`)}"`,
    'in base64': Buffer.from(value).toString('base64'),
    'in base64 for addresses': Buffer.from(value).toString('base64url'),
    'in hexadecimal': Buffer.from(value).toString('hex'),
    'with colours inside': `${value.slice(0, 5)}\u001B[31m${value.slice(5)}\u001B[0m`,
    'with what takes no room inside': value.split('').join('\u200B\u2060\u00AD'),
  };
  for (const [name, text] of Object.entries(spellings))
    it(name, () => {
      const shown = mask(`before ${text} after`);
      assert.match(shown, /before .*‹env DB_PASSWORD›.* after/);
      assert.doesNotMatch(shown, /x7x7|w'rd|w%27rd/);
    });

  it('of several lines, as one line of JSON', () => {
    const key = 'first-line-of-it\nsecond-line-of-it';
    const shown = maskFor([{ name: 'env KEY', value: key }])(`{"key":${JSON.stringify(key)}}`);
    assert.equal(shown, '{"key":"‹env KEY›"}');
  });

  it('broken over two lines', () => {
    for (let at = 1; at < value.length; at += 1) {
      const shown = maskLines(mask, `a ${value.slice(0, at)}\n${value.slice(at)} b`);
      assert.match(shown, /^a .*\n.* b$/);
      const bare = shown.replace(/‹[^›]*›|\n|^a | b$/g, '');
      assert.ok(bare.length <= value.length / 2, shown);
    }
  });

  it('on the line behind its flag, as lists are printed', () => {
    const list = JSON.stringify({ args: ['--api-key', 'k3v9Qm2xT7pLw8Zb', '--port', '30000001'] }, null, 2);
    assert.equal(maskLines(hideShapes, list), list.replace('k3v9Qm2xT7pLw8Zb', '‹api-key›'));
  });

  it('and a private key over all of its lines', () => {
    const body = Array.from({ length: 4 }, () => randomBytes(48).toString('base64'));
    const key = ['-----BEGIN PRIVATE KEY-----', ...body, '-----END PRIVATE KEY-----'];
    const shown = maskLines(hideShapes, ['before', ...key, 'behind'].join('\n'));
    for (const line of body) assert.ok(!shown.includes(line.slice(0, 40)), shown);
    assert.match(shown, /^before\n[^]*\nbehind$/);
  });
});

describe('what an entry sets', () => {
  it('is a token where the entry is printed, unless it is harmless by its look', () => {
    const env = {
      MODE: 'production',
      HOOK: 'https://hooks.example/services/T0123/B4567/a8Bc9DeF0gHiJ1kLmN2o',
      HOME_PAGE: 'https://example.org/docs',
      PORT: '3000',
      FOLDER: '/home/u/files',
      ASKED: '${input:key}',
      DB: 'postgres://bob:hunter2@h/db',
    };
    const shown = Object.fromEntries(
      (entryOf({ command: 'x', env })?.env ?? []).map(({ name, value }) => [name, value?.safe]),
    );
    assert.deepEqual(shown, {
      ...env,
      MODE: '‹env MODE›',
      HOOK: 'https://hooks.example/services/T0123/B4567/‹credentials›',
      DB: '‹env DB›',
    });
  });

  it('is hidden in free text by its name or its look, and parts of it by themselves', () => {
    const entry = entryOf({
      command: 'x',
      args: ['-u', 'bob:sesame-open', '{"api_key":"a1b2c3d4"}', 'https://h/mcp?profile=my-own-profile'],
      env: {
        UNNAMED: 'a1b2c3d4e5f6g7',
        DB: 'postgres://bob:hun%40ter2@h/db',
        HEADERS: '{"Authorization":"Bearer q1w2e3r4"}',
      },
    });
    for (const text of ['sesame-open', 'a1b2c3d4', 'a1b2c3d4e5f6g7', 'hun%40ter2', 'hun@ter2', 'q1w2e3r4'])
      assert.doesNotMatch(entry?.mask(`x ${text} y`) ?? '', new RegExp(text), text);
    assert.equal(entry?.args[3]?.safe, 'https://h/mcp?profile=‹credentials›');
  });

  const blinding = { MODE: 'module', DB: 'require', API_KEY: 'module', TOKEN: 'Cannot', GITHUB_TOKEN: 'acme-server' };
  it('does not hide the words in which a failure is told', () => {
    const mask = entryOf({ command: 'node', args: ['acme-server'], env: blinding })?.mask;
    const said = "Error: Cannot find module 'acme-server', require stack:";
    assert.equal(mask?.(said), said);
  });
});

describe('whatever stands around them, four fifths of a secret never come through', () => {
  const ALPHABETS = [
    'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
    '0123456789abcdef',
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-',
    '!#$%&()*+,-./:;<=>?@[]^_{|}~abcXYZ0189"\'\\ ',
    'aab1',
  ];
  const pick = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
  const around = () => pick('abc019 \t"\'=:/&?<>{}[]()\\-_.,;‹›é\u200B', randomInt(60));
  const longestShared = (secret: string, shown: string) => {
    const least = Math.ceil(secret.length * 0.8);
    for (let at = 0; at + least <= secret.length; at += 1)
      if (shown.includes(secret.slice(at, at + least))) return true;
    return false;
  };

  it('in thousands of random texts', () => {
    for (let round = 0; round < 3_000; round += 1) {
      const secrets = Array.from({ length: 1 + randomInt(4) }, (_, index) => ({
        name: `env KEY_${index}`,
        value: `9${pick(ALPHABETS[randomInt(ALPHABETS.length)] ?? '', 9 + randomInt(50))}Z`.trim(),
      }));
      const mask = maskFor(secrets);
      const text = secrets.map(({ value }) => around() + value).join('') + around();
      const shown = mask(text);
      for (const { value } of secrets)
        assert.ok(!longestShared(value, shown), JSON.stringify({ secrets, text, shown }, null, 1));
    }
  }).timeout(60_000);
});
