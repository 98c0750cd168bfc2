// What all pictures of the guide have in common: their colours, their letters, and text as SVG wants it.

/** `auto` follows the colour scheme of whoever looks at the picture, where that is a file. */
export type Theme = 'auto' | 'light' | 'dark';

/** Background, lines, text, text of less weight, done, failed, of no effect. */
const palettes = {
  light: '--b:#fff;--l:#d1d9e0;--t:#1f2328;--m:#59636e;--d:#0969da;--f:#cf222e;--o:#818b98',
  dark: '--b:#0d1117;--l:#3d444d;--t:#f0f6fc;--m:#9198a1;--d:#4493f8;--f:#f85149;--o:#7d8590',
};

const letters = 'text{font:12px system-ui,-apple-system,"Segoe UI","Noto Sans TC",sans-serif;fill:var(--t)}';

/** A picture without what every picture has. */
export interface Picture {
  /** In pixels. */
  width: number;
  height: number;
  title: string;
  /** What it shows, for who cannot see it. */
  description: string;
  theme: Theme;
  /** Its own rules of style. */
  rules: readonly string[];
  /** Its elements, a line each. */
  body: readonly string[];
}

/** The text of an SVG file: the picture on a background of its own. */
export function drawn({ width, height, title, description, theme, rules, body }: Picture): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d">`,
    `<title id="t">${escape(title)}</title>`,
    `<desc id="d">${escape(description)}</desc>`,
    `<style>${colours(theme)}${rules.join('')}</style>`,
    `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="6" style="fill:var(--b);stroke:var(--l)"/>`,
    ...body,
    '</svg>',
    '',
  ].join('\n');
}

/** The rules of style that a picture begins with: its colours as variables, and its letters. */
function colours(theme: Theme): string {
  if (theme !== 'auto') return `svg{${palettes[theme]}}${letters}`;
  return `svg{${palettes.light}}@media(prefers-color-scheme:dark){svg{${palettes.dark}}}${letters}`;
}

/** Text as SVG wants it, without the backticks that Markdown would have turned into code. */
export function escape(text: string): string {
  return text.replaceAll('`', '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
