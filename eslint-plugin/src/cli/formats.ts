// The names of the formats, apart from the formatters: the arguments are read before those are loaded.
export const formats = ['pretty', 'json', 'sarif', 'rdjson', 'github', 'markdown'] as const;

export type Format = (typeof formats)[number];
