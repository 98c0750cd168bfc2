// What eslint-doc-generator writes into the plugin's documents is formatted as everything else is.
import { format, resolveConfig } from 'prettier';

/** @type {import('eslint-doc-generator').GenerateOptions} */
export default {
  postprocess: async (content, filepath) => format(content, { ...(await resolveConfig(filepath)), filepath }),
};
