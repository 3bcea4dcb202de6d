import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { parseConfig } from '../../src/core/config/parse';
import { finderOf } from '../../src/core/secrets/find-texts';
import { isSecretName } from '../../src/core/secrets/names';
import { hideShapes, maskFor } from '../../src/core/secrets/mask';
import { Raw } from '../../src/core/text';

describe('secrets', () => {
  it('are known by the words of a name', () => {
    for (const name of [
      'BRAVE_API_KEY',
      'apiKey',
      'Authorization',
      'x-access-token',
      'DB_PASSWORD',
      'githubPat',
      'DB_PWD',
      'CLIENT_ID_SECRET',
      'SESSIONTOKEN',
    ])
      assert.ok(isSecretName(name), name);
    for (const name of [
      'PATH',
      'MONKEY_NAME',
      'PUBLIC_KEY',
      'KEY_FILE',
      'TOKEN_LIMIT',
      'SSH_AUTH_SOCK',
      'COMPASS',
      'KEYBOARD',
      'PWD',
      'OLDPWD',
      'AUTH_PROVIDER',
      'TOKEN_URL',
    ])
      assert.ok(!isSecretName(name), name);
  });

  it('become the token that names them, the longest first', () => {
    const mask = maskFor([
      { name: 'env A_KEY', value: 'abcdef' },
      { name: 'env B_KEY', value: 'abcdefghi' },
    ]);
    assert.equal(mask('got abcdefghi and abcdef'), 'got ‹env B_KEY› and ‹env A_KEY›');
  });

  it('that overlap are hidden as one, so that no end of one is left', () => {
    const mask = maskFor([
      { name: 'env A_KEY', value: 'abcdefgh' },
      { name: 'env B_KEY', value: 'efghijklm' },
    ]);
    assert.equal(mask('x abcdefghijklm y'), 'x ‹env B_KEY› y');
  });

  it('may be as long and as many as they like: no pattern is made of them', () => {
    const long = '(key+'.repeat(12_000);
    const many = Array.from({ length: 5_000 }, (_, index) => ({ name: `env K${index}`, value: `secret-${index}-key` }));
    const mask = maskFor([{ name: 'env LONG_KEY', value: long }, ...many]);
    assert.equal(mask(`a ${long} b secret-4999-key c`), 'a ‹env LONG_KEY› b ‹env K4999› c');
  });

  it('made to be slow to tell apart cost no more than their length', () => {
    const nested = Array.from({ length: 1_000 }, (_, index) => ({ name: 'env K', value: `${'a'.repeat(index + 6)}b` }));
    const began = performance.now();
    assert.equal(maskFor(nested)('a'.repeat(1_000_000)).length, 1_000_000);
    assert.ok(performance.now() - began < 5_000);
  });

  it('have tokens that say no more than a name', () => {
    const token = (name: string) => maskFor([{ name, value: 'abcdefgh' }])('abcdefgh');
    assert.equal(token('env A› is fine ‹B'), '‹env A__is_fine__B›');
    assert.equal(token('env env \u001B[1m'), '‹env env___1m›');
    assert.equal(token('x'.repeat(100_000)), `‹${'x'.repeat(60)}›`);
  });

  it('of several lines are hidden line by line', () => {
    const mask = maskFor([{ name: 'env KEY', value: 'first-line\nsecond-line' }]);
    assert.equal(mask('second-line'), '‹env KEY›');
  });

  const harmless = [
    'true',
    '3000',
    '1.2.3',
    '/usr/bin',
    'C:\\x\\yyyy',
    '${input:key}',
    'Bearer ${input:key}',
    'short',
    'https://example.org/mcp',
    'process.env.ACME_KEY.trim',
    'os.environ.get',
  ];
  for (const value of harmless) {
    it(`leave "${value}" readable`, () =>
      assert.equal(maskFor([{ name: 'env K', value }])(`x ${value} y`), `x ${value} y`));
  }

  it('are no code that takes them from the environment, and the text behind that is', () => {
    const code = 'const apiKey = process.env.ACME_API_KEY.trim()';
    assert.equal(hideShapes(code), code);
    assert.equal(hideShapes('api_key = os.environ["ACME_API_KEY"]'), 'api_key = os.environ["ACME_API_KEY"]');
    assert.equal(hideShapes('api_key = process.environ.acme'), 'api_key = ‹api_key›');
  });

  const shapes = {
    ghp_0123456789abcdefghijABCDEFGHIJ012345: '‹github-pat›',
    'sk-proj-0123456789abcdefghij': '‹api-key›',
    'xoxb-0123456789-abcdef': '‹api-key›',
    'eyJhbGciOiJI.eyJzdWIi.abcdef': '‹web-token›',
    AKIAABCDEFGHIJKLMNOP: '‹aws-access-token›',
  };
  for (const [text, token] of Object.entries(shapes))
    it(`are known by shape: ${token}`, () => assert.equal(hideShapes(text), token));

  it('in addresses and headers are hidden', () => {
    assert.equal(hideShapes('postgres://u:p4ss@host/db'), 'postgres://‹credentials›@host/db');
    assert.equal(hideShapes('https://h/x?api_key=abcdefgh&b=1'), 'https://h/x?api_key=‹credentials›&b=1');
    assert.equal(hideShapes('Authorization: Bearer abcdefgh1jklmnop'), 'Authorization: Bearer ‹credentials›');
  });

  it('of an entry are hidden wherever they stand', () => {
    const text = JSON.stringify({
      servers: {
        a: {
          command: 'x',
          args: ['--api-key', 'hunter2-one', '--token=hunter2-two'],
          env: { MY_SECRET: 'hunter2-three' },
        },
      },
    });
    const mask = parseConfig('/w/.vscode/mcp.json', text).maps[0]?.servers[0]?.mask;
    assert.equal(mask?.('hunter2-one hunter2-two hunter2-three'), '‹api-key› ‹token› ‹env MY_SECRET›');
  });

  it('are masked in one pass, so that no part and no token is left', () => {
    const mask = maskFor([
      { name: 'env A_KEY', value: 'abcdef' },
      { name: 'env B_KEY', value: 'abcdefghijkl' },
      { name: 'env C_KEY', value: 'env C_KEY' },
    ]);
    assert.equal(mask('abcdefghijkl env C_KEY'), '‹env B_KEY› ‹env C_KEY›');
  });

  it('are hidden as JSON and as an address would write them, too', () => {
    const mask = maskFor([{ name: 'env KEY', value: 'a"b c/d=e' }]);
    assert.equal(mask(`${JSON.stringify('a"b c/d=e')} ${encodeURIComponent('a"b c/d=e')}`), '"‹env KEY›" ‹env KEY›');
  });

  const inArgs: Record<string, string> = {
    '--env=GITHUB_TOKEN=hunter2hunter2': '--env=GITHUB_TOKEN=‹GITHUB_TOKEN›',
    'X-Api-Key: hunter2hunter2': 'X-Api-Key: ‹X-Api-Key›',
    'https://mcp.example/?tavilyApiKey=hunter2hunter2': 'https://mcp.example/?tavilyApiKey=‹credentials›',
    'Server=db;Password=hunter2;': 'Server=db;Password=‹Password›;',
    'postgres://u:pa/ss@h/db': 'postgres://‹credentials›@h/db',
  };
  for (const [arg, shown] of Object.entries(inArgs)) {
    it(`are hidden in args: ${shown}`, () => {
      const text = JSON.stringify({ servers: { a: { command: 'x', args: [arg] } } });
      assert.equal(parseConfig('/w/.vscode/mcp.json', text).maps[0]?.servers[0]?.args[0]?.safe, shown);
    });
  }

  it('a key that begins as a path does is hidden, a path is not', () => {
    const mask = maskFor([
      { name: 'env K', value: '/wJalrXUtnFEMIxK7MDENGxbPxRfiCYEXAMPLEKEY' },
      { name: 'env P', value: '/home/u/My Project/x' },
    ]);
    assert.equal(
      mask('/wJalrXUtnFEMIxK7MDENGxbPxRfiCYEXAMPLEKEY /home/u/My Project/x'),
      '‹env K› /home/u/My Project/x',
    );
  });

  for (const sentence of [
    'Missing Basic authorization header',
    'Bearer authentication required',
    'cannot connect to postgres',
  ]) {
    it(`are not seen in "${sentence}"`, () =>
      assert.equal(maskFor([{ name: 'env DB_PASSWORD', value: 'postgres' }])(sentence), sentence));
  }

  it('nothing that acts on a terminal comes through a mask', () => {
    assert.equal(hideShapes('\u001B[31mred\u001B[0m\u001B]0;title\u0007 a\r\nb\u202E'), 'red a⏎b');
  });

  it('cost no more than the length of hostile text', () => {
    const pieces = [
      'eyJ',
      '-eyJ',
      'eyJ.',
      '-----BEGIN ',
      'Bearer x.',
      '://a:',
      'http://a:b@',
      'https://a/',
      'a?key=b&',
      'key="',
      'key=\\"',
      '--key ',
      '-u a:',
      'KEY_',
      'sk-',
      'xapp-1-A',
      'SG.',
      '${',
      '\u001B[',
      'cookie: a=',
    ];
    const hostile = pieces.map((piece) => piece.repeat(400_000 / piece.length));
    const began = performance.now();
    for (const text of hostile) hideShapes(text);
    assert.ok(performance.now() - began < 8_000, `${performance.now() - began} ms`);
  });
});

describe('finding many texts at once', () => {
  it('covers exactly what each of them covers alone', () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 16_807) % 2_147_483_647) % below;
    const word = (longest: number) => Array.from({ length: 1 + random(longest) }, () => 'ab'[random(2)]).join('');
    for (let round = 0; round < 500; round += 1) {
      const texts = Array.from({ length: 1 + random(6) }, () => word(5));
      const text = word(40);
      const covered = new Set<number>();
      for (const each of texts)
        for (let at = text.indexOf(each); at >= 0; at = text.indexOf(each, at + 1))
          for (let index = at; index < at + each.length; index += 1) covered.add(index);
      const found = finderOf(texts)(text).stretches.flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, index) => start + index),
      );
      assert.deepEqual(
        found,
        [...covered].toSorted((a, b) => a - b),
        `${texts.join(' ')} in ${text}`,
      );
    }
  });
});

describe('raw text', () => {
  it('shows nothing of itself', () => {
    const raw = new Raw('hunter2');
    const shown = [JSON.stringify({ raw }), String(raw), inspect(raw), inspect({ deep: [raw] })].join();
    assert.doesNotMatch(shown, /hunter2/);
    assert.equal(raw.reveal(), 'hunter2');
  });
});
