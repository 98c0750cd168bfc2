// The plugin as ESLint loads it: its name, its rules and its ready-made configurations.
import type { ESLint, Linter } from 'eslint';
import manifest from '../package.json' with { type: 'json' };
import { rules } from './rules/index.js';
import { idOf, namespace } from './rules/rule-id.js';

type Preset = 'recommended' | 'strict' | 'all';

/** What `import gather from 'eslint-plugin-gather'` gives. */
export interface GatherPlugin extends ESLint.Plugin {
  meta: { name: string; version: string; namespace: string };
  rules: NonNullable<ESLint.Plugin['rules']>;
  /** Flat configurations: each an array to spread or to name under `extends`. */
  configs: Record<Preset, Linter.Config[]>;
}

/** From the narrowest preset to the widest; each contains the ones before it. */
const presets: readonly Preset[] = ['recommended', 'strict', 'all'];

const plugin: GatherPlugin = {
  meta: { name: manifest.name, version: manifest.version, namespace },
  // typescript-eslint's rule type and ESLint's differ only in how they type the syntax tree.
  rules: rules as unknown as GatherPlugin['rules'],
  configs: { recommended: [], strict: [], all: [] },
};

for (const [width, preset] of presets.entries()) {
  const enabled = Object.entries(rules).filter(([, rule]) => presets.indexOf(rule.meta.docs?.preset ?? 'all') <= width);
  plugin.configs[preset].push({
    name: `${namespace}/${preset}`,
    plugins: { [namespace]: plugin },
    rules: Object.fromEntries(enabled.map(([name]) => [idOf(name), 'warn' as const])),
  });
}

export default plugin;
