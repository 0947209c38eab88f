// Draws web/icon-*.png from web/icon.svg by Chromium. Run by whoever changes the icon; the pictures are committed.
// A maskable icon fills its square, and what matters lies within the middle four fifths.

import { chromium } from '@playwright/test';
import fs from 'node:fs';

const svg = fs.readFileSync('web/icon.svg', 'utf8');
const colour = svg.match(/<rect[^>]*fill="(#[0-9a-f]{6})"/)[1];
const PICTURES = [['icon-180', 180, 1, colour], ['icon-192', 192, 1, null], ['icon-512', 512, 1, null], ['icon-maskable-512', 512, 0.72, colour]];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [name, size, part, ground] of PICTURES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const inner = Math.round(size * part);
  await page.setContent(`<style>html,body{margin:0;height:100%;background:${ground ?? 'transparent'}}body{display:grid;place-items:center}svg{width:${inner}px;height:${inner}px}</style>${svg}`);
  await page.screenshot({ path: `web/${name}.png`, omitBackground: ground === null });
  await page.close();
}
await browser.close();
