import { useEffect, useState } from 'preact/hooks';

/**
 * `#/` submit, `#/jobs` the list, `#/jobs/{id}` and `#/jobs/{id}/fhir` one job. Everything after `#` stays in the
 * browser: a deep link sends no job id to a server's access log until the page asks for that job.
 */
export function parseRoute(hash) {
  const [section, id, view] = hash.replace(/^#\/?/, '').split('/');
  if (section !== 'jobs') return { view: 'compose' };
  if (!id) return { view: 'jobs' };
  return { view: 'job', id: decodeURIComponent(id), tab: view === 'fhir' ? 'fhir' : 'summary' };
}

export const jobLink = (id, tab = '') => `#/jobs/${encodeURIComponent(id)}${tab ? `/${tab}` : ''}`;

export function useRoute() {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const onChange = () => setRoute(parseRoute(location.hash));
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  return route;
}
