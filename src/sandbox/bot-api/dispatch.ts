import type { Intervention } from '../options.ts';
import type { CallRecord } from '../world/events.ts';
import { findMethod, type Parameters } from './check/parameters.ts';
import type { Context, Setting } from './method.ts';
import { methods } from './methods/table.ts';
import { Refusal, refusal } from './refusal.ts';
import type { RequestFields } from './request.ts';
import { unsupportedParameters } from './unsupported.ts';
import { isUpload, type Upload } from './upload.ts';

/** An answer of the Bot API: the HTTP status and its body. */
export interface Answer {
  status: number;
  /** An object is sent as JSON, a string as HTML. */
  body: unknown;
  headers?: Record<string, string>;
}

/** What becomes of a call: an answer now or later, a cut connection, or silence. */
export type Outcome =
  | { kind: 'answer'; answer: Answer; delayMs: number }
  | { kind: 'reset' }
  | { kind: 'hang' };

/** A call known by name, with parameters that fit the specification. */
interface CheckedCall {
  name: string;
  parameters: Parameters;
  attached: Map<string, Upload>;
}

/** Reads and checks a call, lets a test's fault have its way, carries the call out and tells the observers. */
export async function dispatch(
  setting: Setting,
  methodName: string,
  request: RequestFields | Promise<RequestFields>,
  onHangUp: Context['onHangUp'],
): Promise<Outcome> {
  const startedAt = performance.now();
  const { state } = setting;
  let call: CheckedCall = { name: methodName, parameters: {}, attached: new Map() };
  let fault: Intervention | undefined;
  let answer: Answer | undefined;
  let result: unknown;
  try {
    const fields = await request;
    call.parameters = fields;
    call = checkCall(methodName, fields);
    fault = state.options.intercept?.({ method: call.name, parameters: call.parameters });
    if (isApplied(fault)) {
      if (state.loggedOut) throw refusal(400, 'Logged out');
      result = await carryOut({ ...setting, attached: call.attached, onHangUp }, call);
      answer = { status: 200, body: { ok: true, result } };
    } else if (fault?.kind === 'respond') {
      const { status, body, headers } = fault;
      answer = { status, body, ...(headers && { headers }) };
    }
  } catch (error) {
    answer = refusedAnswer(error);
  }
  const outcome = outcomeOf(fault, answer);
  state.events.emit('call', () => record(call, startedAt, fault, outcome, result));
  return outcome;
}

function checkCall(methodName: string, fields: RequestFields): CheckedCall {
  const found = findMethod(methodName);
  if (!found) throw refusal(404, 'method not found');
  const attached = new Map<string, Upload>();
  let named = fields;
  for (const key in fields) {
    const value = fields[key];
    if (!isUpload(value) || found.parameters.has(key)) continue;
    attached.set(key, value);
    if (named === fields) named = { ...fields };
    delete named[key];
  }
  return { name: found.name, parameters: found.check(named), attached };
}

function carryOut(context: Context, call: CheckedCall): unknown {
  const method = methods.get(call.name);
  if (!method) {
    throw refusal(501, `the sandbox does not implement the method ${call.name}`);
  }
  for (const key in call.parameters) {
    if (unsupportedParameters.has(key)) {
      throw refusal(501, `the sandbox does not implement the parameter ${key} of ${call.name}`);
    }
  }
  return method(context, call.parameters as never);
}

function isApplied(fault: Intervention | undefined): boolean {
  return !fault || fault.kind === 'delay' || fault.kind === 'reset-after';
}

function outcomeOf(fault: Intervention | undefined, answer: Answer | undefined): Outcome {
  if (fault?.kind === 'hang') return { kind: 'hang' };
  if (!answer || fault?.kind === 'reset-after') return { kind: 'reset' };
  return { kind: 'answer', answer, delayMs: fault?.kind === 'delay' ? fault.ms : 0 };
}

/** The answer to a call that failed; an error that is no refusal is a mistake of the sandbox: 500. */
export function refusedAnswer(error: unknown): Answer {
  const known =
    error instanceof Refusal
      ? error
      : refusal(500, `the sandbox failed: ${error instanceof Error ? error.stack : String(error)}`);
  const { code, message, parameters } = known;
  return {
    status: code,
    body: {
      ok: false,
      error_code: code,
      description: message,
      ...(parameters && { parameters }),
    },
    ...(parameters?.retry_after !== undefined && {
      headers: { 'retry-after': String(parameters.retry_after) },
    }),
  };
}

function record(
  { name, parameters }: CheckedCall,
  startedAt: number,
  fault: Intervention | undefined,
  outcome: Outcome,
  result: unknown,
): CallRecord {
  const told: CallRecord = {
    method: name,
    parameters,
    startedAt,
    endedAt: performance.now(),
    status: outcome.kind === 'answer' ? outcome.answer.status : 0,
    ok: outcome.kind === 'answer' && outcome.answer.status === 200,
  };
  if (fault) told.fault = fault.kind;
  if (result !== undefined) told.result = result;
  const body = outcome.kind === 'answer' ? outcome.answer.body : undefined;
  if (typeof body === 'object' && body !== null && 'description' in body) {
    told.description = String(body.description);
    const { parameters: extra } = body as { parameters?: { retry_after?: number } };
    if (extra?.retry_after !== undefined) told.retryAfter = extra.retry_after;
  }
  return told;
}
