// The tables of the README, made of package.json.
import manifest from '../../package.json' with { type: 'json' };
import texts from '../../package.nls.json' with { type: 'json' };

/** A setting as package.json has it. */
interface Setting {
  default: unknown;
  markdownDescription: string;
  enum?: readonly string[];
  enumDescriptions?: readonly string[];
}

/** The README with its generated parts made anew, not yet formatted. */
export function withTables(readme: string): string {
  const tables = {
    commands: table(['command', 'id'], commands()),
    settings: table(['setting', 'default', 'meaning'], settings()),
  };
  return Object.entries(tables).reduce((text, [name, content]) => replaced(text, name, content), readme);
}

/** A text with what stands between two comments of a name replaced. */
function replaced(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name}: generated -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The README needs '${begin}' and '${end}'.`);
  return `${text.slice(0, from)}${begin}\n\n${content}\n${text.slice(to)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '-'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** The commands of the palette. */
function commands(): string[][] {
  const { commands, menus } = manifest.contributes;
  const hidden = menus.commandPalette.map(({ command }) => command);
  return commands
    .filter(({ command }) => !hidden.includes(command))
    .map(({ command, category, title }) => [`${category}: ${said(title)}`, code(command)]);
}

function settings(): string[][] {
  const properties: Readonly<Record<string, Setting>> = manifest.contributes.configuration.properties;
  return Object.entries(properties).map(([name, setting]) => {
    const values = setting.enumDescriptions?.map(
      (text, index) => `${code(setting.enum?.[index] ?? '')}: ${said(text)}`,
    );
    return [
      code(name),
      code(JSON.stringify(setting.default)),
      [said(setting.markdownDescription), ...(values ?? [])].join('<br>'),
    ];
  });
}

/** The English text of a key between percent signs; links to settings, which only VS Code knows, are code. */
function said(key: string): string {
  const text = new Map(Object.entries(texts)).get(key.slice(1, -1));
  if (text === undefined) throw new Error(`'${key}' is not in package.nls.json.`);
  return text.replaceAll('`#', '`').replaceAll('#`', '`');
}

function code(text: string): string {
  return `\`${text}\``;
}
