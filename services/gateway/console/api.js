import { authorization } from './session.js';

/** A problem+json answer (RFC 9457), or the network's silence, as an error that the page can show. */
export class ProblemError extends Error {
  constructor({ status = 0, code = 'unreachable', title = '', detail = '' }, cause) {
    super(title || code, { cause });
    this.name = 'ProblemError';
    Object.assign(this, { status, code, title, detail });
  }
}

async function problemOf(response) {
  const body = await response.json().catch(() => ({}));
  return new ProblemError({
    status: response.status,
    code: body.code ?? `http_${response.status}`,
    title: body.title ?? response.statusText,
    detail: body.detail ?? '',
  });
}

async function send(path, init = {}) {
  const headers = { ...init.headers, ...authorization() };
  const response = await fetch(path, { ...init, headers }).catch((cause) => {
    if (cause.name === 'AbortError') throw cause;
    throw new ProblemError({}, cause);
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function request(path, init) {
  const response = await send(path, init);
  return response.status === 204 ? null : response.json();
}

const jobPath = (id, rest = '') => `/v1/jobs/${encodeURIComponent(id)}${rest}`;

export const api = {
  capabilities: (signal) => request('/v1/capabilities', { signal }),
  job: (id, signal) => request(jobPath(id), { signal }),
  transcript: (id, signal) => request(jobPath(id, '/transcript'), { signal }),
  summary: (id, signal) => request(jobPath(id, '/summary'), { signal }),
  /** The bundle's own text as well, as a FHIR decimal's digits (98.0) do not outlive JSON.parse. */
  async fhir(id, signal) {
    const text = await (await send(jobPath(id, '/fhir'), { signal })).text();
    return { text, bundle: JSON.parse(text) };
  },
  cancel: (id) => request(jobPath(id, '/cancel'), { method: 'POST' }),
  retry: (id) => request(jobPath(id, '/retry'), { method: 'POST' }),
  erase: (id) => request(jobPath(id), { method: 'DELETE' }),
  eventsUrl: (id) => jobPath(id, '/events'),

  jobs({ status, cursor, limit = 20 }, signal) {
    const query = new URLSearchParams({ limit: String(limit) });
    if (status) query.set('status', status);
    if (cursor) query.set('cursor', cursor);
    return request(`/v1/jobs?${query}`, { signal });
  },

  /** One key a submission, so that pressing the button again after a lost answer makes no second job. */
  submitText({ text, language, profile }, key) {
    const body = { text, ...(language && { language }), ...(profile && { fhir_profile: profile }) };
    return request('/v1/jobs', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
  },

  submitFile({ file, language, profile }, key) {
    const form = new FormData();
    if (language) form.set('language', language);
    if (profile) form.set('fhir_profile', profile);
    form.set('file', file, file.name);
    return request('/v1/jobs', { method: 'POST', headers: { 'idempotency-key': key }, body: form });
  },
};
