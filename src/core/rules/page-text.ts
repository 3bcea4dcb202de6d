import type { Page, Rule } from './rule';

/** The page of a rule, as Markdown. */
export function pageText({ id, label, cause }: Rule, page: Page | undefined): string {
  if (!page) return `# ${id}\n`;
  const about = label === null ? 'It names no cause.' : `Cause \`${label}\`${cause === label ? '' : ` (${cause})`}.`;
  return [
    `# ${page.title}`,
    `\`${id}\` · ${about}`,
    '## What happened',
    page.what,
    '## Why',
    page.why,
    '## What to do',
    page.remedy,
    '## Exceptions',
    page.exceptions,
    '',
  ].join('\n\n');
}
