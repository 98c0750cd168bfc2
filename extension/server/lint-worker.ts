// A thread that lints what it is sent by the project's ESLint; see `LintThread`.
import { parentPort } from 'node:worker_threads';
import { createMessageConnection, PortMessageReader, PortMessageWriter } from 'vscode-languageserver/node';
import { complaint, lintRequest } from './lint-thread.js';
import { RuleSources } from './rule-sources.js';
import { Tidying } from './tidying.js';

if (parentPort) {
  const connection = createMessageConnection(new PortMessageReader(parentPort), new PortMessageWriter(parentPort));
  const sources = new RuleSources((line) => void connection.sendNotification(complaint, line));
  const tidying = new Tidying();
  connection.onRequest(lintRequest, (text, name, path) => {
    tidying.linted();
    return sources.lint(text, name, path, true);
  });
  connection.listen();
}
