// Writes the licences of the npm packages inside a bundle, for the bundle to carry.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

interface Manifest {
  name: string;
  version: string;
  license?: string;
}

/** Files whose text must be passed on: the licence itself, a NOTICE, TypeScript's list of its own sources. */
const legalFile = /^(licen[cs]e|copying|notice|thirdpartynotice)/iu;

/**
 * Writes one section for each package of which the bundle holds code, sorted by name and version. The text
 * depends on nothing but the packages.
 * @param metafile esbuild's account of one or more bundles; its paths start in the working directory
 * @param outFile the file to write
 * @throws when a package comes without the text of its licence
 */
export async function writeNotices(metafile: Metafile, outFile: string): Promise<void> {
  const notices = await Promise.all([...bundledPackages(metafile)].map(notice));
  await writeFile(outFile, notices.sort((a, b) => (a < b ? -1 : 1)).join('\n'));
}

/** The folders of the packages that left code in an output, such as `node_modules/@babel/code-frame`. */
function bundledPackages({ outputs }: Metafile): Set<string> {
  const folders = new Set<string>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path)?.[0];
      if (folder && bytesInOutput > 0) folders.add(folder);
    }
  }
  return folders;
}

async function notice(folder: string): Promise<string> {
  const [manifest, texts] = await Promise.all([readFile(join(folder, 'package.json'), 'utf8'), legalTexts(folder)]);
  const { name, version, license } = JSON.parse(manifest) as Manifest;
  if (texts.length === 0) throw new Error(`${name}@${version} has no licence text to pass on, so do not bundle it.`);
  const body = texts.map((text) => `\n${text.replaceAll('\r\n', '\n').trim()}\n`).join('');
  return `${name} ${version} (${license ?? 'see below'})\n${body}\n${'-'.repeat(80)}\n`;
}

/** The licence files of a package, or what its README says of the licence. */
async function legalTexts(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).sort();
  const legal = files.filter((file) => legalFile.test(file));
  if (legal.length > 0) return Promise.all(legal.map((file) => readFile(join(folder, file), 'utf8')));
  const readmes = files.filter((file) => /^readme/iu.test(file));
  const texts = await Promise.all(readmes.map((file) => readFile(join(folder, file), 'utf8')));
  return texts.flatMap((text) => /^(?:#+ )?licen[cs]e[ :]*$[^]*/imu.exec(text)?.[0] ?? []);
}
