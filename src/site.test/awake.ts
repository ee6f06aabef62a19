import type { Locator, Page } from 'playwright-core';

/** Pages whose charts are woken: every kind of chart stands on one of them. */
export const CHART_PAGES = ['2024/essentiel/', '2024/ou-l-on-forme/'];
export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export const chartsOf = (page: Page): Promise<Locator[]> => page.locator('.draw[data-chart]').all();
export const nameOf = (chart: Locator): Promise<string> => chart.evaluate((host) => host.closest('figure')?.id ?? '');

/** Wakes a chart as a keyboard does. */
export async function wake(chart: Locator): Promise<void> {
  await chart.focus();
  await chart.locator('canvas').first().waitFor();
}
