import type { Browser } from 'playwright-core';
import { builtApps } from '../designer/built-pages.ts';
import { anApi, type RunningApi } from './api.ts';
import { aDevice, launchBrowser, type Device } from './browser.ts';

/** The portal, the desk and the designer on a server of their own, and a browser to open them. */
export interface RunningApps {
  readonly api: RunningApi;
  readonly browser: Browser;
  /** A device on which a demo person has signed in; as the analyst too where they have the role. */
  signedIn(username: string, audience: 'citizen' | 'office', width?: number): Promise<Device>;
  stop(): Promise<void>;
}

/** Starts everything. Stop it after all. */
export async function theApps(): Promise<RunningApps> {
  const pagesFolder = await builtApps();
  const [api, browser] = await Promise.all([anApi({ pagesFolder }), launchBrowser()]);
  return {
    api,
    browser,
    signedIn: async (username, audience, width) => {
      const { jar } = await api.signIn(username, audience);
      const device = await aDevice(browser, api.baseUrl, width);
      device.page.setDefaultTimeout(10_000);
      await device.context.addCookies(cookiesOf(jar.header(`${api.baseUrl}/`), api.baseUrl));
      return device;
    },
    stop: async () => {
      await browser.close();
      await api.stop();
    },
  };
}

function cookiesOf(header: string, url: string) {
  return header.split('; ').map((cookie) => {
    const [name = '', ...value] = cookie.split('=');
    return { name, value: value.join('='), url };
  });
}
