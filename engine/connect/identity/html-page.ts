/** A whole page of the sign-in, without scripts. `header` and `content` are HTML, `title` is text. */
export function htmlPage(page: {
  readonly title: string;
  readonly header: string;
  readonly content: string;
  readonly styleHref: string;
}): string {
  return `<!doctype html>
<html lang="it">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>${escapeHtml(page.title)}</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="${escapeHtml(page.styleHref)}">
</head>
<body>
  <header><p>${page.header}</p></header>
  <main><h1>${escapeHtml(page.title)}</h1>${page.content}</main>
</body>
</html>`;
}

/** A text that can stand in HTML, inside an attribute too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
}

/**
 * The look of the pages that this server writes itself; a route of its own, because the security policy allows no
 * inline style.
 */
export const pageStyle = `
:root { color-scheme: light; --blue: #0066cc; --blue-dark: #004d99; --ink: #17324d; --line: #d9dadb; }
* { box-sizing: border-box; }
body { margin: 0; font: 1.0625rem/1.55 "Titillium Web", system-ui, sans-serif; color: var(--ink); background: #f5f6f7; }
header { background: var(--blue-dark); color: #fff; padding: 1rem; }
header p { max-width: 42rem; margin: 0 auto; font-weight: 600; }
header span { font-weight: 400; opacity: .95; margin-left: .5rem; }
main { max-width: 44rem; margin: 2rem auto; padding: 1.5rem 1rem 2rem; background: #fff; border-radius: 4px;
  box-shadow: 0 2px 12px rgb(0 0 0 / 8%); }
@media (min-width: 36rem) { main { padding: 2.5rem; } }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem; }
.lead { margin: 0 0 1.5rem; }
.people { list-style: none; margin: 0 0 1.5rem; padding: 0; display: grid; gap: .75rem; }
.people button { width: 100%; text-align: left; padding: 1rem 1.25rem; font: inherit; color: inherit; cursor: pointer;
  background: #fff; border: 1px solid #5b6f82; border-left: .375rem solid var(--blue); border-radius: 4px; }
.people button:hover { background: #eaf3fc; }
.name { display: block; font-weight: 600; color: var(--blue-dark); font-size: 1.125rem; }
.part { display: block; }
:focus-visible { outline: 3px solid #17324d; outline-offset: 2px; }
details { margin-bottom: 1.5rem; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: 4px; }
summary { cursor: pointer; font-weight: 600; padding: .25rem 0; }
details label { display: block; margin: .75rem 0 .25rem; }
select { font: inherit; width: 100%; padding: .5rem; border: 1px solid #5b6f82; border-radius: 4px; background: #fff; color: inherit; }
.link { background: none; border: 0; padding: .5rem 0; font: inherit; color: var(--blue-dark); text-decoration: underline; cursor: pointer; }
a { color: var(--blue-dark); }
`;
