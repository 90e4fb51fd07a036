// Debian's Chromium, driven by playwright-core: one browser per test file, a fresh context per visit.
import axe from 'axe-core'
import assert from 'node:assert/strict'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { after, before } from 'node:test'
import { chromium } from 'playwright-core'
import { top } from './run.mjs'

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
export const shots = path.join(top, 'build/screenshots')

export const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }

// Opens the browser for a file's tests. visit(path, options) gives a page whose faults (console, network,
// policy) fail the test when it is left.
export function browserFor(s) {
	const own = { browser: undefined }
	before(async () => {
		const executablePath = programs.find(existsSync)
		assert.ok(executablePath, 'Chromium is not installed')
		own.browser = await chromium.launch({ executablePath, args: flags, headless: true })
	})
	after(() => own.browser?.close())
	own.visit = async (target, { viewport = widths.desktop, script = true, locale = 'sv-SE', scheme = 'light', forcedColors = 'none' } = {}) => {
		const context = await own.browser.newContext({ viewport, javaScriptEnabled: script, locale, colorScheme: scheme, forcedColors, baseURL: s.service.origin, reducedMotion: 'reduce' })
		const page = await context.newPage()
		const faults = []
		page.on('console', message => ['error', 'warning'].includes(message.type()) && faults.push(message.text()))
		page.on('pageerror', error => faults.push(String(error)))
		page.on('requestfailed', request => request.failure()?.errorText !== 'net::ERR_ABORTED' && faults.push(`${request.url()}: ${request.failure()?.errorText}`))
		page.on('request', request => !request.url().startsWith(s.service.origin) && !request.url().startsWith('data:') && faults.push(`asks ${request.url()}`))
		await page.goto(target)
		return {
			page,
			context,
			faults,
			// What the browser complained of, the status of the page itself apart.
			async leave(options) {
				await context.close()
				this.assertQuiet(options)
			},
			assertQuiet({ expected = /^$/ } = {}) {
				assert.deepEqual(faults.splice(0).filter(fault => !expected.test(fault)), [])
			},
		}
	}
	return own
}

// Asserts that axe finds nothing; by some of its rules only, where they are named.
export async function assertAccessible(page, what, { rules } = {}) {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
	const options = { resultTypes: ['violations'], preload: false, ...(rules ? { runOnly: rules } : {}) }
	const violations = await page.evaluate(async given => (await window.axe.run(document, given)).violations, options)
	const told = violations.map(one => `${one.id} (${one.impact}): ${one.help}\n    ${one.nodes.slice(0, 4).map(node => `${node.html.slice(0, 200)} ${node.any.concat(node.all, node.none).map(check => check.message).join('; ')}`).join('\n    ')}`)
	assert.deepEqual(told, [], what)
}

// A picture of the whole page under build/screenshots/, when SAMRAD_SCREENSHOTS asks for pictures.
export async function shoot(page, name) {
	if (!process.env.SAMRAD_SCREENSHOTS) return
	mkdirSync(shots, { recursive: true })
	await page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true })
}
