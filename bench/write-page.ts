// Writes the page of a benchmark.
import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

/**
 * Writes Markdown in the repository's format, and shows it.
 * @param page its path from the repository's root
 */
export async function writePage(page: string, text: string): Promise<void> {
  await writeFile(page, await format(text, { ...(await resolveConfig(page)), parser: 'markdown' }));
  console.log(text);
}
