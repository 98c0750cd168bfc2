// Has V8 compile the modules of a bundle as it reads them. They are functions that are called at the start, of which V8
// knows nothing: it looks over each, and reads it once more when it is called.
import { readFile, writeFile } from 'node:fs/promises';
import ts from 'typescript';

/**
 * Puts the functions of a minified bundle's modules in parentheses, which are V8's sign for what is called at once, and
 * which esbuild has no option for.
 * @param path the bundle, which is written anew
 * @throws when there are no such functions, or when V8 would keep the whole bundle at two bytes a character
 */
export async function compileAtOnce(path: string): Promise<void> {
  const code = await readFile(path, 'utf8');
  const [foreign] = /\P{ASCII}/u.exec(code) ?? [];
  if (foreign !== undefined) throw new Error(`${path} holds '${foreign}': write it as an escape, also in a pattern.`);
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest);
  const modules = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .flatMap(({ initializer }) => (initializer && ts.isCallExpression(initializer) ? initializer.arguments : []))
    .filter(ts.isArrowFunction);
  if (modules.length === 0) throw new Error(`esbuild no longer makes the modules of ${path} arrow functions.`);
  let written = '';
  let end = 0;
  for (const module of modules) {
    const start = module.getStart(source);
    written += `${code.slice(end, start)}(${code.slice(start, module.end)})`;
    end = module.end;
  }
  await writeFile(path, written + code.slice(end));
}
