import { createContext } from 'preact';

const NAME = 'clinical-summarizer.api-key';

/** The API key of a deployment that asks for one. It lives as long as the browser's tab, and is sent only to this origin. */
let key = read();

function read() {
  try {
    return sessionStorage.getItem(NAME);
  } catch {
    return null;
  }
}

export function setApiKey(value) {
  key = value;
  try {
    sessionStorage.setItem(NAME, value);
  } catch {
    // Without storage the key lives as long as the page.
  }
}

export const authorization = () => (key === null ? {} : { authorization: `Bearer ${key}` });

/** Called with a key that the reader typed; every view is then read anew. */
export const SignIn = createContext(() => {});
