/**
 * The linter of the Dockerfile frontend, asked without a build (moby/buildkit frontend/subrequests/lint; frontend 1.8, which
 * is in Docker 27, and newer).
 */
import {asObject, itemsOf, own, textOf} from '../engine/json.ts';
import type {GrpcClient} from './client.ts';
import {askAbout, type FrontendQuestion} from './gateway.ts';
import {linesOf} from './rpc-status.ts';

/** What is wrong, and where; lines from 1. */
export interface LintFinding {
  /** Undefined for an error of the Dockerfile that is no matter of a rule. */
  readonly rule: string | undefined;
  readonly text: string;
  readonly description: string;
  readonly url: string | undefined;
  readonly lines: {readonly first: number; readonly last: number} | undefined;
}

export interface LintResult {
  readonly warnings: readonly LintFinding[];
  /** The Dockerfile cannot be built at all, or a base of it was not to be had; what comes behind it was not looked at. */
  readonly error: LintFinding | undefined;
  /** The Dockerfile that was looked at, as the frontend has it. */
  readonly source: {readonly filename: string; readonly text: string} | undefined;
  /** The frontend's answer, without the graph that the Dockerfile came in. */
  readonly json: unknown;
}

/** Throws UnknownQuestion, RpcError, ConnectionLost. */
export async function lint(
  client: GrpcClient,
  question: Omit<FrontendQuestion, 'frontend'>,
  options: {readonly signal: AbortSignal},
): Promise<LintResult> {
  const {json} = await askAbout(client, 'lint', question, options);
  return readResult(json);
}

function readResult(json: unknown): LintResult {
  const result = asObject(json);
  const error = own(result, 'buildError');
  const source = asObject(itemsOf(own(result, 'sources'))[0]);
  const filename = textOf(own(source, 'filename'));
  const text = Buffer.from(textOf(own(source, 'data')), 'base64').toString();
  return {
    json,
    source: filename === '' ? undefined : {filename, text},
    warnings: itemsOf(own(result, 'warnings')).map((item) => {
      const warning = asObject(item);
      return {
        rule: textOf(own(warning, 'ruleName')),
        text: textOf(own(warning, 'detail')),
        description: textOf(own(warning, 'description')),
        url: textOf(own(warning, 'url')) || undefined,
        lines: placeOf(warning),
      };
    }),
    error:
      typeof error === 'object' && error !== null
        ? {rule: undefined, text: textOf(own(error, 'message')), description: '', url: undefined, lines: placeOf(error)}
        : undefined,
  };
}

function placeOf(finding: object): LintFinding['lines'] {
  return linesOf(own(asObject(own(finding, 'location')), 'ranges'));
}
