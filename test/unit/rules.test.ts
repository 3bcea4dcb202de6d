import assert from 'node:assert/strict';
import { factKinds } from '../../src/core/facts/kinds.gen';
import { Facts } from '../../src/core/facts';
import { rules } from '../../src/core/rules/all.gen';
import { examples } from '../../src/core/rules/examples.gen';
import { pages } from '../../src/core/rules/pages.gen';
import { withEntry } from '../../src/core/diagnose';
import { findingsFor, subjectsFor } from './given';
import type { FactKind } from '../../src/core/facts';
import type { Reads } from '../../src/core/rules/rule';

const allSubjects = rules
  .flatMap(({ id }) => (examples[id]?.() ?? []).flatMap(({ given }) => subjectsFor(given)))
  .map(withEntry);

it('rules of one fine label have one coarse label', () => {
  const causes = new Map(rules.map(({ label, cause }) => [label, cause]));
  for (const { id, label, cause } of rules) if (label !== null) assert.equal(cause, causes.get(label), id);
});

for (const rule of rules) {
  const { id, label, reads } = rule;
  const subjects = (examples[id]?.() ?? []).flatMap(({ given }) => subjectsFor(given)).map(withEntry);
  describe(`rule ${id}`, () => {
    for (const { name, fires, given, says = '', params = {}, confidence, ...more } of examples[id]?.() ?? []) {
      it(`${fires ? 'speaks' : 'is silent'}: ${name}`, () => {
        const findings = findingsFor(given);
        const finding = findings.find(({ rule }) => rule === id);
        assert.equal(finding !== undefined, fires, JSON.stringify(findings.map(({ message }) => message)));
        assert.ok((finding?.message ?? '').includes(says), finding?.message);
        if (confidence) assert.equal(finding?.confidence, confidence);
        for (const key of Object.keys(more)) assert.equal(key, 'behind', 'no test asks for it');
        for (const [param, value] of Object.entries(params)) assert.deepEqual(finding?.params[param], value);
        assert.doesNotMatch(finding?.message ?? '', /(?<!\$)\{\w+\}/, 'a param is missing in the message');
      });
    }

    it('has a page, an example that speaks and a near miss', () => {
      assert.ok(pages[id]);
      const kinds = new Set((examples[id]?.() ?? []).map(({ fires }) => fires));
      assert.deepEqual(kinds, new Set([true, false]));
    });

    it('reads no facts but those that it declares', () => {
      for (const subject of subjects) {
        const declared = subject.facts.list.filter(({ kind }) => reads.includes(kind));
        const said = rule.match({ ...subject, facts: new Facts(declared) });
        assert.deepEqual(said, rule.match(subject));
        if (declared.length === 0 && !reads.includes('entry')) assert.deepEqual(said, []);
      }
    });

    it('says each of its messages in some example', () => {
      const said = new Set(allSubjects.flatMap((subject) => rule.match(subject)).map(({ message }) => message));
      assert.deepEqual([...said].toSorted(), Object.keys(rule.messages).toSorted());
    });

    it('is the first finding with a label where it speaks, or has none', () => {
      for (const { fires, behind = null, given, name } of examples[id]?.() ?? []) {
        const [first, second] = findingsFor(given).filter((finding) => finding.label !== null);
        if (!fires) continue;
        assert.equal(first?.rule, label === null ? undefined : (behind ?? id), name);
        if (behind) assert.equal(second?.rule, id, name);
      }
    });
  });
}

describe('facts', () => {
  const made = new Set(allSubjects.flatMap(({ facts }) => [...facts.kinds]));
  // Whether it is ready is read before any rule is.
  const read = new Set<Reads>(['ready', ...rules.flatMap(({ reads }) => reads)]);
  for (const kind of Object.keys(factKinds))
    it(`${kind}: somebody makes it and a rule reads it`, () => {
      assert.ok(made.has(kind as FactKind), 'no example makes it');
      assert.ok(read.has(kind as FactKind), 'no rule reads it');
    });
});
