import assert from 'node:assert/strict';
import { matchesOf } from '../../src/core/diagnose';
import { compare, rank } from '../../src/core/rank';
import { rules } from '../../src/core/rules/all.gen';
import { examples } from '../../src/core/rules/examples.gen';
import { candidate } from '../../src/core/rules/rule';
import { safe } from '../../src/core/text';
import { subjectsFor } from './given';
import type { Evidence } from '../../src/core/facts';
import type { Match } from '../../src/core/rank';
import type { Candidate, Rule } from '../../src/core/rules/rule';

const page: Rule = {
  id: 'missing-env',
  label: 'l',
  cause: 'c',
  stage: 'settings',
  reads: [],
  messages: {},
  match: () => [],
};
const line = (number: number): Evidence => ({ kind: 'stderr', line: number, text: safe('x') });
const match = (rule: Partial<Rule>, of: Partial<Candidate> = {}): Match => ({
  rule: { ...page, ...rule },
  candidate: candidate({ params: {}, evidence: [line(1)], ...of }),
});
const order = (...matches: readonly Match[]) => rank(matches).map(({ rule }) => rule.id);

describe('the order of findings', () => {
  const entry: Evidence = { kind: 'entry', line: null, text: safe('x') };
  const rows: readonly [name: string, first: Match, second: Match][] = [
    ['a label before advice', match({}, { confidence: 'possible' }), match({ label: null })],
    ['what a start shows before what is read', match({}, { confidence: 'possible' }), match({}, { evidence: [entry] })],
    [
      'but not before what makes no start',
      match({ precludesStart: true }, { evidence: [entry] }),
      match({ stage: 'file' }, { confidence: 'likely' }),
    ],
    [
      'the surer',
      match({ stage: 'end' }, { confidence: 'likely' }),
      match({ stage: 'spawn' }, { confidence: 'possible' }),
    ],
    ['the earlier stage', match({ stage: 'spawn' }, { evidence: [line(9)] }), match({ stage: 'load' })],
    ['the earlier line', match({}), match({}, { evidence: [line(2)] })],
  ];
  for (const [name, first, second] of rows)
    it(`${name} is first`, () => {
      assert.deepEqual(rank([first, second]), [first, second]);
      assert.deepEqual(rank([second, first]), [first, second]);
    });

  const plain = match({ id: 'no-handshake', label: null, plain: true });
  const over = match({ id: 'cwd-missing', over: ['runner-not-on-path'] });
  const under = match({ id: 'runner-not-on-path' });
  it('how it ended is folded under any cause, however sure', () => {
    assert.deepEqual(order(plain, match({}, { confidence: 'possible' })), ['missing-env']);
    assert.equal(order(plain, match({ label: null })).length, 2);
  });
  it('what another rule explains is folded, where that is as sure', () => {
    assert.deepEqual(order(under, over), ['cwd-missing']);
    const unsure = { ...over, candidate: { ...over.candidate, confidence: 'possible' as const } };
    assert.deepEqual(order(under, unsure), ['runner-not-on-path', 'cwd-missing']);
  });
  it('guesses leave room for each other, three of them, and none beside a cause', () => {
    const guess = (offset: number) =>
      match({}, { isGuess: true, confidence: 'possible', severity: 'information', span: { offset, length: 1 } });
    const closed = match({ id: 'connection-closed', label: null, plain: true }, { confidence: 'possible' });
    const four = [1, 2, 3, 4].map(guess);
    assert.deepEqual(order(...four, closed), ['missing-env', 'missing-env', 'missing-env', 'connection-closed']);
    assert.deepEqual(order(...four, match({ id: 'cwd-missing' }, { confidence: 'possible' })), ['cwd-missing']);
    const advice = match({ id: 'header-with-blank' }, { severity: 'information', confidence: 'possible' });
    assert.equal(order(guess(1), advice).length, 2);
  });
  it('what rests on part of another’s lines is its consequence', () => {
    const whole = match({ id: 'cwd-missing' }, { evidence: [line(1), line(2)] });
    assert.deepEqual(order(whole, match({})), ['cwd-missing']);
    assert.deepEqual(order(whole, match({}, { evidence: [line(3)] })), ['cwd-missing', 'missing-env']);
  });
});

describe('the rules', () => {
  for (const { id } of rules)
    it(`${id}: no two of what is said of its examples tie`, () => {
      for (const { name, given } of examples[id]?.() ?? [])
        for (const subject of subjectsFor(given)) {
          const ranked = rank(matchesOf(subject));
          for (const [index, each] of ranked.entries())
            for (const other of ranked.slice(index + 1))
              assert.notEqual(compare(each, other), 0, `${name}: ${each.rule.id}, ${other.rule.id}`);
        }
    });

  it('explain each other in no circle', () => {
    const below = (id: string): readonly string[] => rules.find((rule) => rule.id === id)?.over ?? [];
    const reaches = (from: string, to: string, seen: readonly string[] = []): boolean =>
      !seen.includes(from) && below(from).some((id) => id === to || reaches(id, to, [...seen, from]));
    for (const { id } of rules) assert.equal(reaches(id, id), false, id);
  });
});
