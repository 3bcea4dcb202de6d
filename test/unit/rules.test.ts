import assert from 'node:assert/strict';
import { rules } from '../../src/core/rules/all.gen';
import { examples } from '../../src/core/rules/examples.gen';
import { pages } from '../../src/core/rules/pages.gen';
import { findingsFor, subjectsFor } from './given';

for (const rule of rules) {
  const { id, label, readsEntry } = rule;
  describe(`rule ${id}`, () => {
    for (const { name, fires, given, params = {} } of examples[id]?.() ?? []) {
      it(`${fires ? 'speaks' : 'is silent'}: ${name}`, () => {
        const findings = findingsFor(given);
        const finding = findings.find(({ rule }) => rule === id);
        assert.equal(finding !== undefined, fires, JSON.stringify(findings.map(({ message }) => message)));
        for (const [param, value] of Object.entries(params)) assert.deepEqual(finding?.params[param], value);
        assert.doesNotMatch(finding?.message ?? '', /\{\w+\}/, 'a param is missing in the message');
      });
    }

    it('has a page, an example that speaks and a near miss', () => {
      assert.ok(pages[id]);
      const kinds = new Set((examples[id]?.() ?? []).map(({ fires }) => fires));
      assert.deepEqual(kinds, new Set([true, false]));
    });

    it(readsEntry ? 'speaks of an entry alone' : 'needs a fact', () => {
      const subjects = (examples[id]?.() ?? []).flatMap(({ given }) => subjectsFor(given));
      const said = subjects.flatMap((subject) => rule.match({ ...subject, facts: [] }));
      assert.equal(said.length > 0, readsEntry === true);
    });

    it('has every message that it uses', () => {
      const said = (examples[id]?.() ?? [])
        .flatMap(({ given }) => findingsFor(given))
        .filter(({ rule }) => rule === id);
      for (const { message } of said) assert.notEqual(message, '{line}');
    });

    it('is the first finding with a label where it speaks, or has none', () => {
      for (const { fires, given, name } of examples[id]?.() ?? []) {
        const first = findingsFor(given).find((finding) => finding.label !== null);
        if (fires) assert.equal(first?.rule, label === null ? undefined : id, name);
      }
    });
  });
}
