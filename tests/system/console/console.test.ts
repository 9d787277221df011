import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gateway } from '../../client/gateway.ts';
import { accessibilityFaults, launchBrowser, openConsole } from './browser.ts';
import { artefactsOf, coveredText, litText } from './evidence.ts';
import { firstEvent, freeze } from './progress.ts';

const WORDS = {
  'es-ES': {
    sample: 'español',
    send: 'Resumir',
    done: 'Completado',
    erase: 'Borrar',
    notice: /generado por una máquina/,
  },
  'en-GB': { sample: 'English', send: 'Summarize', done: 'Completed', erase: 'Erase', notice: /Machine output/ },
} as const;
type Locale = keyof typeof WORDS;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Submits the page's own sample in the language of the page, and waits for the end; the job's id. */
async function submitSample(page: Page, locale: Locale): Promise<string> {
  const words = WORDS[locale];
  await page.goto('/');
  await page.getByRole('button', { name: words.sample, exact: true }).and(page.locator('.samples button')).click();
  await page.getByRole('button', { name: words.send, exact: true }).click();
  await page.locator('.job-head .status[data-status="completed"]').waitFor({ timeout: 60_000 });
  await page.locator('.fact-line').first().waitFor();
  return page.url().split('/jobs/')[1]!;
}

describe.each(Object.keys(WORDS) as Locale[])('a consultation read in %s', (locale) => {
  test('shows every fact beside the very words that it stands on', async ({ signal }) => {
    await using console = await openConsole(browser, gateway(), { locale });
    const { page, faults } = console;
    const jobId = await submitSample(page, locale);
    const { transcript, summary, fhir } = await artefactsOf(gateway(), jobId, signal);

    expect(await page.locator('.job-head .status').first().textContent()).toBe(WORDS[locale].done);
    expect(await page.locator('.notice').textContent()).toMatch(WORDS[locale].notice);
    expect(await page.locator('.facts .fact').count()).toBe(summary.facts.length);
    expect(summary.facts.length).toBeGreaterThan(5);

    for (const fact of summary.facts) {
      const line = page.locator(`.facts .fact[data-items="${fact.id}"] .fact-line`);
      await line.click();
      await page.locator(`.fact[data-items="${fact.id}"] .quotes`).waitFor();
      expect(await litText(page), fact.name).toEqual(coveredText(fact.evidence, transcript.segments));
      const quotes = await page.locator(`.fact[data-items="${fact.id}"] .quotes q`).allTextContents();
      expect(quotes).toEqual(fact.evidence.map(({ quote }) => quote));
    }

    await page.getByRole('tab', { name: 'FHIR' }).click();
    await page.locator('.resource').first().waitFor();
    expect(await page.locator('.resource').count()).toBe(fhir.entry.length);
    expect(faults).toEqual([]);
  });
});

test('a quote leads to its facts, by mouse and by keyboard', async ({ signal }) => {
  await using console = await openConsole(browser, gateway());
  const { page, faults } = console;
  const jobId = await submitSample(page, 'en-GB');
  const { summary } = await artefactsOf(gateway(), jobId, signal);
  const fact = summary.facts.find(({ evidence }) => evidence.length > 0)!;
  const mark = page.locator(`mark[data-items~="${fact.id}"]`).first();

  await mark.click();
  await page.locator(`.fact[data-items="${fact.id}"][data-lit="true"] .quotes`).waitFor();
  await page.mouse.move(0, 0);
  await page.keyboard.press('Escape');
  await page.locator('mark[data-lit="true"]').first().waitFor({ state: 'detached' });

  await mark.focus();
  await page.keyboard.press('Enter');
  await page.locator(`.fact[data-items="${fact.id}"] .fact-line[aria-expanded="true"]`).waitFor();
  expect(faults).toEqual([]);
});

test('a transcript goes in as a file, and audio is refused with a reason where nothing can hear', async () => {
  await using console = await openConsole(browser, gateway());
  const { page, faults } = console;
  await page.goto('/');
  await page.getByRole('tab', { name: 'File' }).click();
  await page.locator('.aside-note', { hasText: 'ASR_BASE_URL' }).waitFor();
  await page.locator('input[type=file]').setInputFiles({
    name: 'visit.wav',
    mimeType: 'audio/wav',
    buffer: Buffer.from('RIFF'),
  });
  expect(await page.getByRole('button', { name: 'Summarize' }).isDisabled()).toBe(true);

  const vtt =
    'WEBVTT\n\n00:01.000 --> 00:04.000\n<v Doctor>Any fever?\n\n00:04.500 --> 00:08.000\n<v Patient>No, but I have had a headache for three days.\n';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'visit.vtt', mimeType: 'text/vtt', buffer: Buffer.from(vtt) });
  await page.getByRole('button', { name: 'Summarize' }).click();
  await page.locator('.job-head .status[data-status="completed"]').waitFor({ timeout: 60_000 });
  await page.locator('.segment .at', { hasText: '0:04' }).waitFor();
  expect(faults).toEqual([]);
});

test('progress is followed live, and a stream that breaks is resumed after the last event that came', async ({
  signal,
}) => {
  await using console = await openConsole(browser, gateway());
  const { page, faults } = console;
  const resumedAfter: (string | undefined)[] = [];
  await page.route('**/events', async (route) => {
    const after = route.request().headers()['last-event-id'];
    resumedAfter.push(after);
    if (after !== undefined) return route.continue();
    const body = await firstEvent(route.request().url(), signal);
    await route.fulfill({ status: 200, headers: { 'content-type': 'text/event-stream' }, body });
  });

  using frozen = await freeze('summarizer');
  await page.goto('/');
  await page.locator('.samples button').last().click();
  await page.getByRole('button', { name: 'Summarize', exact: true }).click();
  await page.locator('.rail li[data-state="running"]', { hasText: 'Summary' }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).waitFor();
  await page.locator('.segment').first().waitFor();
  frozen[Symbol.dispose]();

  await page.locator('.job-head .status[data-status="completed"]').waitFor({ timeout: 60_000 });
  expect(resumedAfter).toEqual([undefined, '100']);
  expect(faults).toEqual([]);
});

test('the language and the appearance chosen are kept', async () => {
  await using console = await openConsole(browser, gateway(), { locale: 'en-GB' });
  const { page, faults } = console;
  await page.goto('/');
  await page.getByRole('button', { name: 'Español' }).click();
  await page.getByRole('heading', { name: 'Resumir una consulta' }).waitFor();
  await page.getByRole('button', { name: 'Oscuro' }).click();
  await page.reload();
  await page.getByRole('heading', { name: 'Resumir una consulta' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  expect(faults).toEqual([]);
});

test('an erased consultation is gone from the list and from its own address', async () => {
  await using console = await openConsole(browser, gateway());
  const { page, faults } = console;
  const jobId = await submitSample(page, 'en-GB');
  await page.goto('/#/jobs');
  await page.locator(`.jobs a[href="#/jobs/${jobId}"]`).click();
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();
  await page.getByRole('heading', { name: 'Jobs' }).waitFor();
  await page.locator(`.jobs a[href="#/jobs/${jobId}"]`).waitFor({ state: 'detached' });
  expect(faults).toEqual([]);

  await page.goto(`/#/jobs/${jobId}`);
  await page.locator('.problem', { hasText: 'job_not_found' }).waitFor();
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('every view passes WCAG AA as far as a program can tell', async () => {
    await using console = await openConsole(browser, gateway(), { colorScheme });
    const { page } = console;
    await page.goto('/');
    await page.locator('textarea').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const jobId = await submitSample(page, 'en-GB');
    await page.locator('.fact-line').first().click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto(`/#/jobs/${jobId}/fhir`);
    await page.locator('.resource summary').first().click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto('/#/jobs');
    await page.locator('.jobs a').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

test('on a narrow screen nothing is wider than the screen', async () => {
  await using console = await openConsole(browser, gateway(), { viewport: { width: 360, height: 740 } });
  const { page, faults } = console;
  await submitSample(page, 'en-GB');
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  expect(overflow).toBeLessThanOrEqual(0);
  expect(faults).toEqual([]);
});
