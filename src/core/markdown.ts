/** Text in Markdown whose every sign stands for itself: nothing of it becomes a link, a picture, an icon or markup. */
export function verbatim(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+\-.!|<>&~:@$/]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll(/[\r\n]+/g, ' ');
}
