/** The console's modules are plain JavaScript for browsers; those without a DOM run here as they are. */
// biome-ignore lint/suspicious/noExplicitAny: they carry no types, and each test says what it expects
export const consoleModule = (path: string): Promise<any> =>
  import(new URL(`../../services/gateway/console/${path}`, import.meta.url).href);
