// What holds for the repository as a whole, whichever file a change touches.
import assert from 'node:assert/strict';
import plugin from '../../../eslint-plugin/src/index.js';
import { rules } from '../../../eslint-plugin/src/rules/index.js';
import { readText, repositoryFiles, writtenFiles } from './files.js';

describe('repository: every rule', () => {
  for (const [name, rule] of Object.entries(rules)) {
    describe(name, () => {
      it('has a file of its name, a test and a page', () => {
        const expected = [
          new RegExp(`^eslint-plugin/src/rules/${name}\\.ts$`),
          new RegExp(`^test/eslint-plugin/rules/${name}(?:/.+)?\\.test\\.ts$`),
          new RegExp(`^eslint-plugin/docs/rules/${name}\\.md$`),
        ];
        assert.deepEqual(
          expected.filter((path) => !repositoryFiles.some((file) => path.test(file))),
          [],
        );
      });

      it('is in the presets from its own to the widest', () => {
        const presets = ['recommended', 'strict', 'all'] as const;
        const withRule = presets.filter((preset) =>
          plugin.configs[preset].some((config) => config.rules?.[`gather/${name}`] !== undefined),
        );
        const own = rule.meta.docs?.preset;
        assert.ok(own);
        assert.deepEqual(withRule, presets.slice(presets.indexOf(own)));
      });

      it('links from its page to its chapter of the guide', () => {
        const chapter = rule.meta.docs?.chapter ?? '';
        assert.ok(readText(`eslint-plugin/docs/rules/${name}.md`).includes(`../guide.md#${chapter})`));
        assert.ok(readText('eslint-plugin/docs/guide.md').includes(`<a id="${chapter}"></a>`));
      });
    });
  }

  it('is known: no page or test of a rule that is gone', () => {
    const named = repositoryFiles.flatMap(
      (path) =>
        /^(?:eslint-plugin\/docs\/rules\/([\w-]+)\.md|test\/eslint-plugin\/rules\/([\w-]+)(?:\/.+)?\.test\.ts)$/
          .exec(path)
          ?.slice(1)
          .filter(Boolean) ?? [],
    );
    assert.deepEqual(
      named.filter((name) => !Object.hasOwn(rules, name)),
      [],
    );
  });
});

describe('repository: every file', () => {
  it('that someone writes has at most 400 lines, but for the guide, whose chapters one reads one by one', () => {
    const others = writtenFiles.filter((path) => !/docs\/guide(?:\.zh-TW)?\.md$/.test(path));
    const long = others.filter((path) => readText(path).trimEnd().split('\n').length > 400);
    assert.deepEqual(long, []);
  });

  it('is free of package registries: where packages come from is the machine’s business', () => {
    const host = /\b(?:registry|npm)\.[\w-]+\.(?:org|com|io|dev|net)\b|\b(?:npmjs|yarnpkg)\.\w|"resolved": "https?:/;
    const text = repositoryFiles.filter((path) => !/\.(?:png|gif|vsix|tgz)$/.test(path));
    assert.deepEqual(
      text.filter((path) => host.test(readText(path))),
      [],
    );
  });

  it('of the lock names what every platform installs, so that `npm ci` works on each', () => {
    const { packages } = JSON.parse(readText('package-lock.json')) as { packages: Record<string, LockedPackage> };
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
      ),
    );
    assert.deepEqual(missing, []);
  });

  it('that a document links to exists', () => {
    const missing = repositoryFiles
      .filter((path) => path.endsWith('.md') && !path.startsWith('test/fixtures/'))
      .flatMap((path) => linkedFiles(path).filter((target) => !isInRepository(target)));
    assert.deepEqual(missing, []);
  });
});

interface LockedPackage {
  optionalDependencies?: Record<string, string>;
}

/** The repository's paths that a Markdown file links to. */
function linkedFiles(path: string): string[] {
  const prose = readText(path).replaceAll(/^```.*?^```$/gms, '');
  const links = [...prose.matchAll(/\]\((?<target>[^)\s#]+)(?:#[^)\s]*)?\)/g)];
  return links
    .map(({ groups }) => groups?.['target'] ?? '')
    .filter((target) => !/^\w+:/.test(target))
    .map((target) => decodeURI(new URL(target, `file:///${path}`).pathname.slice(1)));
}

function isInRepository(path: string): boolean {
  return repositoryFiles.some((file) => file === path || file.startsWith(`${path.replace(/\/$/, '')}/`));
}
