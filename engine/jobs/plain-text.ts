/** The small Markdown of templates as it reads in a mail without formatting: headings on their own, links beside their text. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^#+[ \t]*/gm, '')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 ($2)')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
