import type { Issues } from './issues.ts';

const TOKEN = /<(\/?)(div|p|ul|li)((?:\s+[a-z:]+="[^"<]*")*)>|([^<]+)/y;
const TEXT = /^(?:[^&<>]|&(?:amp|lt|gt|quot|#\d+);)*$/;

/**
 * A narrative's div: well-formed XHTML of the few elements that the mapper writes, in the XHTML name space, with some
 * text; `lang` and `xml:lang` equal each other and the resource's language (R4 txt-1, txt-2).
 */
export function checkDiv(div: unknown, language: unknown, path: string, issues: Issues): void {
  if (typeof div !== 'string') {
    issues.add('narrative-not-text', path);
    return;
  }
  const open: string[] = [];
  let visible = false;
  let at = 0;
  while (at < div.length) {
    TOKEN.lastIndex = at;
    const [token, slash, tag, attributes, text] = TOKEN.exec(div) ?? [];
    if (token === undefined) {
      issues.add('narrative-not-xhtml', path);
      return;
    }
    if (text !== undefined) {
      if (open.length === 0 || !TEXT.test(text)) {
        issues.add('narrative-not-xhtml', path);
        return;
      }
      visible ||= text.trim() !== '';
    } else if (slash === '/') {
      if (open.pop() !== tag || attributes !== '') {
        issues.add('narrative-not-xhtml', path);
        return;
      }
      if (open.length === 0 && at + token.length !== div.length) {
        issues.add('narrative-not-xhtml', path);
        return;
      }
    } else {
      if (at === 0) checkRoot(tag!, attributes!, language, path, issues);
      else if (attributes !== '') {
        issues.add('narrative-not-xhtml', path);
        return;
      }
      open.push(tag!);
    }
    at += token.length;
  }
  if (open.length > 0 || !visible) issues.add('narrative-empty-or-open', path);
}

function checkRoot(tag: string, attributes: string, language: unknown, path: string, issues: Issues): void {
  const values = new Map([...attributes.matchAll(/([a-z:]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
  if (tag !== 'div' || values.get('xmlns') !== 'http://www.w3.org/1999/xhtml') issues.add('narrative-not-xhtml', path);
  if (values.get('lang') !== values.get('xml:lang')) issues.add('narrative-language', path);
  if (values.get('lang') !== language) issues.add('narrative-language', path);
}
