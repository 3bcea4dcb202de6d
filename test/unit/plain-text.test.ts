import assert from 'node:assert/strict';
import { plainText } from '../../src/editor/plain-text';

describe('text of others in a message of the editor', () => {
  const rows: readonly [text: string, shown: string][] = [
    ['[Learn more](command:workbench.action.quit)', '[Learn more] (command:workbench.action.quit)'],
    ['$(check) ready', '$ (check) ready'],
    ['weather (eu) [2]', 'weather (eu) [2]'],
  ];
  for (const [text, shown] of rows)
    it(`is no link and no picture: ${text}`, () => assert.equal(plainText(text), shown));
});
