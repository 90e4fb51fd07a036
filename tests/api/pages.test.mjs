// The pages as a browser without JavaScript has them: read, filled in, sent.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { event, madeUpAnswers, open, responsesFile, surveys, variant } from '../harness/fixtures.mjs'
import { all, attribute, fill, named, readForm, readPage, target, withAttribute, words } from '../harness/html.mjs'
import { suite } from '../harness/suite.mjs'

const keyless = variant(open, { key: 'arena-keyless' })
const honest = variant(open, { key: 'arena-honest', made_up: undefined })
const s = suite(import.meta, {
	load: [event, ...Object.values(surveys), honest, keyless, responsesFile('arena-closed', madeUpAnswers(160, 7)), responsesFile('arena-unprotected', madeUpAnswers(90, 9), { submittedAt: '2020-05-06T14:00:00Z' })],
})
const browser = { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }
const form = '/s/arena-open'
const visit = async (path, headers = {}) => readPage((await s.get(path, { ...browser, ...headers })).text)
const send = (path, pairs) => s.request('POST', path, { form: pairs, headers: browser })
const stored = () => s.value('SELECT count(*) FROM response')
const everyPage = ['/', form, '/s/arena-closed', '/s/arena-later', '/s/arena-closed/results', '/s/arena-open/results', '/problems/invalid', '/nothing', '/s/nothing', '/s/arena-keyed/results']
const main = page => words(all(page, named('main'))[0])
const receiptOf = page => /\b(\d+-[A-Za-z0-9_-]{22,})\b/.exec(main(page))?.[1]

const complete = {
	role: 'politician', models: ['contract', '.other'], 'models.other': 'Gemensam rekrytering', overall: '4', recommend: '9',
	'trust.neighbours': '5', 'trust.state': '2', word: 'Tillit', home: 'Att börja smått.\r\nOch fråga först.',
}

test('every page is well-formed HTML with a language, a title, one heading of the first order and one main', async () => {
	for (const path of everyPage) {
		for (const lang of ['sv', 'en']) {
			const page = await visit(`${path}?lang=${lang}`)
			const what = `${path} in ${lang}`
			assert.deepEqual(page.faults, [], what)
			assert.equal(attribute(all(page, named('html'))[0], 'lang'), lang, what)
			assert.ok(words(all(page, named('title'))[0]).length > 5, what)
			assert.equal(all(page, named('h1')).length, 1, what)
			assert.equal(all(page, named('main')).length, 1, what)
			const ids = all(page, withAttribute('id')).map(node => attribute(node, 'id'))
			assert.equal(new Set(ids).size, ids.length, `${what}: an id stands twice`)
		}
	}
})

test('no page has script or style within it, or anything from elsewhere', async () => {
	for (const path of everyPage) {
		const page = await visit(path)
		assert.deepEqual(all(page, named('style')), [], path)
		assert.deepEqual(all(page, withAttribute('style')), [], path)
		assert.deepEqual(all(page, node => node.attrs.some(attr => attr.name.startsWith('on'))), [], path)
		assert.deepEqual(all(page, named('script')).filter(node => !attribute(node, 'src')), [], path)
		for (const node of all(page, named('script', 'link', 'img', 'iframe', 'source'))) assert.match(attribute(node, 'src') ?? attribute(node, 'href') ?? '/', /^\/[^/]/, path)
	}
})

test('every page forbids by its policy what is not its own', async () => {
	for (const path of everyPage) {
		const policy = (await s.get(path, browser)).header('content-security-policy')
		const rules = Object.fromEntries(policy.split(';').map(rule => rule.trim().split(/ (.*)/)))
		assert.equal(rules['default-src'], "'none'", path)
		assert.equal(rules['style-src'], "'self'", path)
		assert.ok(["'self'", "'none'", undefined].includes(rules['script-src']), path)
		assert.deepEqual([rules['base-uri'], rules['form-action'], rules['frame-ancestors']], ["'none'", "'self'", "'none'"], path)
	}
})

test('the language is that of the address, else of the browser, else Swedish', async () => {
	const cases = [[form, {}, 'sv'], [`${form}?lang=en`, {}, 'en'], [form, { 'Accept-Language': 'en-GB,sv;q=0.5' }, 'en'], [form, { 'Accept-Language': 'fi,de' }, 'sv'], [`${form}?lang=sv`, { 'Accept-Language': 'en' }, 'sv'], [form, { 'Accept-Language': 'en;q=0.2, sv;q=0.9' }, 'sv']]
	for (const [path, headers, language] of cases) {
		const answer = await s.get(path, { ...browser, ...headers })
		assert.equal(answer.header('content-language'), language, `${path} ${JSON.stringify(headers)}`)
		assert.match(answer.text, new RegExp(language === 'sv' ? 'Vilken roll har du' : 'What is your role'))
	}
})

test('every page leads to itself in the other language', async () => {
	for (const path of ['/', form, '/s/arena-closed/results']) {
		const links = all(await visit(`${path}?lang=sv`), named('a')).map(node => attribute(node, 'href'))
		const other = links.find(href => /lang=en/.test(href ?? ''))
		assert.ok(other, path)
		assert.equal(new URL(other, `http://page${path}`).pathname, path)
	}
})

test('the start page leads to what is open and to what is past', async () => {
	const links = all(await visit('/'), named('a')).map(node => attribute(node, 'href')?.split('?')[0])

	for (const href of [form, '/s/arena-workshop', '/s/arena-closed/results']) assert.ok(links.includes(href), `${href} is not among ${links}`)
})

test('the form has a control for every question, with its words and its help', async () => {
	const page = await visit(form)
	const { controls } = readForm(page)
	const names = new Set(controls.map(control => attribute(control, 'name')))

	assert.deepEqual([...names].sort(), ['.language', '.nonce', '.version', 'home', 'models', 'models.other', 'overall', 'recommend', 'role', 'role.other', 'trust.neighbours', 'trust.state', 'word'])
	for (const phrase of ['Vilken roll har du?', 'Den du har mest.', 'Gemensam nämnd', 'Till staten', 'Dålig', 'Vad tar du med dig hem?']) assert.ok(main(page).includes(phrase), phrase)
	assert.equal(controls.filter(withAttribute('name', 'recommend')).length, 11)
	assert.ok(all(page, named('strong')).some(node => words(node) === 'tre'), 'Markdown of the introduction')
})

test('every control has a name that a screen reader says', async () => {
	const page = await visit(form)
	for (const control of readForm(page).controls.filter(node => attribute(node, 'type') !== 'hidden')) {
		const id = attribute(control, 'id')
		const around = all(page, named('label')).some(label => all(label, node => node === control).length)
		const labelled = around || attribute(control, 'aria-label') || attribute(control, 'aria-labelledby') || (id && all(page, node => node.tagName === 'label' && attribute(node, 'for') === id).length)
		assert.ok(labelled, attribute(control, 'name'))
	}
})

test('a form that is filled in is stored as the API would store it, and thanked for with the receipt', async () => {
	const before = await stored()
	const page = await visit(form)
	const own = readForm(page)

	const answer = await send(target(own, form), fill(own, complete))

	assert.equal(answer.status, 200, answer.text)
	assert.ok(receiptOf(readPage(answer.text)), 'the receipt is shown')
	assert.match(answer.text, /Tack för svaret\./)
	assert.equal(await stored(), before + 1)
	const [byForm] = await s.sql('SELECT language, version, coded FROM response ORDER BY place DESC LIMIT 1')
	await s.post('/api/v1/surveys/arena-open/responses', { version: 1, language: 'sv', answers: { role: 'politician', models: ['contract', { other: 'x' }], overall: 4, recommend: 9, trust: { neighbours: 5, state: 2 }, word: 'x', home: 'y' } })
	const [byApi] = await s.sql('SELECT language, version, coded FROM response ORDER BY place DESC LIMIT 1')
	assert.deepEqual(byForm, byApi)
	assert.equal(await s.value("SELECT count(*) FROM response_text WHERE body = E'Att börja smått.\\nOch fråga först.'"), 1, 'line ends are as typed')
	assert.equal(await s.value("SELECT count(*) FROM response_text WHERE body = 'Gemensam rekrytering' AND question = 'models' AND part = 'other'"), 1)
})

test('not knowing, and what is left empty, are no answers of another kind', async () => {
	const own = readForm(await visit(form))

	assert.equal((await send(form, fill(own, { role: 'official', overall: '.dont_know' }))).status, 200)
	const [byForm] = await s.sql('SELECT coded FROM response ORDER BY place DESC LIMIT 1')
	await s.post('/api/v1/surveys/arena-open/responses', { version: 1, language: 'sv', answers: { role: 'official', overall: { missing: 'dont_know' } } })
	const [byApi] = await s.sql('SELECT coded FROM response ORDER BY place DESC LIMIT 1')
	assert.deepEqual(byForm, byApi)
})

test('the same form sent twice, or twenty times at once, is one response with one receipt', async () => {
	const before = await stored()
	const pairs = fill(readForm(await visit(form)), complete)

	const first = await send(form, pairs)
	const again = await Promise.all(Array.from({ length: 20 }, () => send(form, pairs)))

	assert.deepEqual(new Set([first, ...again].map(answer => receiptOf(readPage(answer.text)))).size, 1)
	assert.equal(await stored(), before + 1)
})

test('each form that is opened has a number of its own', async () => {
	const nonces = await Promise.all(Array.from({ length: 10 }, async () => readForm(await visit(form)).values.find(([name]) => name === '.nonce')[1]))

	assert.equal(new Set(nonces).size, 10)
	assert.ok(nonces.every(nonce => /^[A-Za-z0-9_-]{22,64}$/.test(nonce)))
})

test('faults are told at the top and at their fields, and what was typed is kept', async () => {
	const before = await stored()
	const typed = { models: ['contract', 'network', 'none'], overall: '3', 'trust.state': '2', word: 'ett ord som är alldeles för långt', home: '<b>Kvar & "kvar"</b>\r\nrad två' }

	const answer = await send(form, fill(readForm(await visit(form)), typed))

	assert.equal(answer.status, 422)
	const page = readPage(answer.text)
	assert.deepEqual(page.faults, [])
	const again = readForm(page)
	const kept = name => again.values.filter(([own]) => own === name).map(([, value]) => value)
	assert.deepEqual(kept('models').sort(), ['contract', 'network', 'none'])
	assert.deepEqual([kept('overall'), kept('trust.state'), kept('word')], [['3'], ['2'], [typed.word]])
	assert.deepEqual(kept('home').map(value => value.replace(/\r\n/g, '\n')), [typed.home.replace(/\r\n/g, '\n')])
	const links = all(page, named('a')).map(node => attribute(node, 'href')).filter(href => href?.startsWith('#'))
	const ids = new Set(all(page, withAttribute('id')).map(node => attribute(node, 'id')))
	assert.ok(links.filter(href => ids.has(decodeURIComponent(href.slice(1)))).length >= 3, 'the summary leads to the fields')
	for (const name of ['role', 'models', 'word']) {
		const [field] = all(page, withAttribute('id', `q.${name}`))
		assert.ok(all(field, named('input', 'textarea')).some(withAttribute('name', name)))
		assert.ok(all(field, node => (attribute(node, 'class') ?? '').split(' ').includes('fault')).length, `the fault of ${name} stands at its field`)
	}
	assert.equal(await stored(), before)
})

test('a form that was mended is stored once', async () => {
	const before = await stored()
	const refused = await send(form, fill(readForm(await visit(form)), { overall: '3' }))
	const mended = readForm(readPage(refused.text))

	const answer = await send(form, fill(mended, { role: 'official' }))

	assert.equal(answer.status, 200)
	assert.equal(await stored(), before + 1)
})

test('what a browser would not send is refused, not believed', async () => {
	const own = readForm(await visit(form))
	const forged = [
		[['role', 'president']], [['role', 'official'], ['role', 'politician']], [['role', 'official'], ['overall', '99']], [['role', 'official'], ['overall', '3 ']],
		[['role', 'official'], ['models', 'contract'], ['models', 'contract']], [['role', 'official'], ['trust.none', '3']], [['role', 'official'], ['unknown', 'x']], [['role', 'official'], ['recommend', '.dont_know']],
	]
	const before = await stored()
	for (const pairs of forged) assert.equal((await send(form, [...own.values.filter(([name]) => name.startsWith('.')), ...pairs])).status, 422, JSON.stringify(pairs))
	for (const name of ['.nonce', '.version', '.language']) {
		for (const value of ['', 'x', undefined]) {
			const pairs = [...own.values.filter(([one]) => one.startsWith('.') && one !== name), ...(value === undefined ? [] : [[name, value]]), ['role', 'official']]
			assert.ok([400, 422].includes((await send(form, pairs)).status), `${name}=${value}`)
		}
	}
	assert.equal(await stored(), before)
})

test('a form of bytes that are no text, or of another media type, is refused', async () => {
	const put = (body, type = 'application/x-www-form-urlencoded') => s.request('POST', form, { body, headers: { 'Content-Type': type, Accept: 'application/json' } })
	for (const body of ['role=%ff', 'role=%zz', '%00=1', 'role=a%00b']) assert.ok([400, 422].includes((await put(body)).status), body)
	assert.equal((await put('{}', 'application/json')).status, 415)
	assert.equal((await put('x', 'multipart/form-data; boundary=x')).status, 415)
	assert.equal((await put('home=' + 'x'.repeat(70000))).status, 413)
})

test('a closed survey has no form but leads to its results; one that has not opened says when', async () => {
	for (const path of ['/s/arena-closed', '/s/arena-later']) {
		const page = await visit(path)
		assert.equal(all(page, named('form')).filter(withAttribute('method', 'post')).length, 0, path)
	}
	const links = all(await visit('/s/arena-closed'), named('a')).map(node => attribute(node, 'href'))
	assert.ok(links.some(href => href?.startsWith('/s/arena-closed/results')))
	assert.match(main(await visit('/s/arena-later')), /2090/)
})

test('a form that is sent to a closed survey is told so', async () => {
	const pairs = fill(readForm(await visit(form)), { role: 'official' })

	assert.equal((await send('/s/arena-closed', pairs)).status, 409)
	assert.equal((await send('/s/arena-later', pairs)).status, 409)
	assert.equal((await s.request('POST', '/s/arena-closed', { form: pairs, headers: { Accept: 'application/json' } })).status, 409)
})

test('a survey that does not exist has no pages', async () => {
	const pairs = fill(readForm(await visit(form)), { role: 'official' })

	assert.equal((await s.get('/s/none', browser)).status, 404)
	assert.equal((await s.get('/s/none/results', browser)).status, 404)
	assert.equal((await send('/s/none', pairs)).status, 404)
})

test('the form and the thanks are kept by nobody', async () => {
	const page = await s.get(form, browser)
	const thanks = await send(form, fill(readForm(readPage(page.text)), { role: 'official' }))

	assert.deepEqual([page.header('cache-control'), thanks.header('cache-control')], ['no-store', 'no-store'])
	assert.equal(thanks.header('location'), undefined)
	assert.ok(!target(readForm(readPage(page.text)), form).includes('nonce'), 'no number in an address')
})

test('participants are told what is stored before they answer', async () => {
	for (const [lang, word] of [['sv', /skydda|sparas|lagra/i], ['en', /protect|store|kept|keep/i]]) assert.match(main(await visit(`${form}?lang=${lang}`)), word)
})

test('the results page shows the figures of the API, in a picture and in a table', async () => {
	const page = await visit('/s/arena-unprotected/results')
	const { questions } = (await s.get('/api/v1/surveys/arena-unprotected/results')).json
	const figures = all(page, named('figure'))
	const cells = all(page, named('td', 'th')).flatMap(node => words(node).split(/\s*[·()]\s*|\s+/))

	assert.ok(figures.length >= questions.length, 'a figure for each question')
	for (const figure of figures) assert.ok(all(figure, named('svg')).length && all(figure, named('table')).length, 'a picture and a table')
	for (const picture of all(page, named('svg'))) assert.ok(attribute(picture, 'aria-hidden') === 'true' || (attribute(picture, 'role') === 'img' && attribute(picture, 'aria-label')), 'a picture has a name, or says what the table says')
	for (const result of questions.filter(one => one.counts)) for (const count of result.counts) assert.ok(cells.includes(String(count)), `${result.key}: ${count}`)
	for (const text of ['Förtroendevald', 'Gemensam nämnd', 'Till staten']) assert.ok(main(page).includes(text), text)
})

test('a figure that is withheld is said to be, without a reason and without a number', async () => {
	const figures = all(await visit('/s/arena-keyless/results?lang=sv'), named('figure'))

	assert.equal(figures.length, 5)
	for (const figure of figures) {
		assert.match(words(figure), /visas inte/i)
		assert.doesNotMatch(words(figure), /för få|färre än|minst|\d\s%/i)
	}
})

test('made-up answers are said to be wherever they are shown, and only there', async () => {
	for (const [lang, words_] of [['sv', /påhittade/i], ['en', /made[- ]up/i]]) {
		for (const path of ['/s/arena-closed/results', '/s/arena-open/results', form]) assert.match(main(await visit(`${path}?lang=${lang}`)), words_, path)
		for (const path of ['/s/arena-honest', '/s/arena-honest/results']) assert.doesNotMatch(main(await visit(`${path}?lang=${lang}`)), words_, path)
	}
})

test('results are divided by a plain form, and by what is public only', async () => {
	const page = await visit('/s/arena-closed/results')
	const form_ = all(page, node => node.tagName === 'form' && (attribute(node, 'method') ?? 'get').toLowerCase() === 'get')[0]
	assert.ok(all(form_, withAttribute('name', 'by')).length)

	assert.match(main(await visit('/s/arena-closed/results?by=role')), /Förtroendevald/)
	assert.equal((await s.get('/s/arena-closed/results?by=overall', browser)).status, 422)
	assert.equal((await s.get('/s/arena-open/results?by=role', browser)).status, 403)
	assert.equal((await s.get('/s/arena-keyed/results', browser)).status, 403)
})

test('numbers are written in the way of the language', async () => {
	const [sv, en] = [main(await visit('/s/arena-closed/results?lang=sv')), main(await visit('/s/arena-closed/results?lang=en'))]

	assert.match(sv, /\d,\d/)
	assert.doesNotMatch(sv, /\d\.\d+ (av|of)/)
	assert.match(en, /\d\.\d/)
	assert.match(sv, /\d\s%/)
})

test('what an organiser wrote is shown as text, whatever is in it', async () => {
	const sharp = '<script>alert(1)</script>"\'&lt;'
	const survey = structuredClone(variant(open, { key: 'arena-sharp', title: { sv: sharp, en: sharp }, intro: { sv: `${sharp} [x](javascript:alert(1)) <img src=x onerror=alert(1)>`, en: sharp } }))
	survey.pages[0].questions[0].title = { sv: sharp, en: sharp }
	assert.equal((await s.load(survey)).code, 0)

	for (const path of ['/', '/s/arena-sharp', '/s/arena-sharp/results']) {
		const page = await visit(path)
		assert.equal(all(page, named('script')).filter(node => !attribute(node, 'src')).length, 0, path)
		assert.equal(all(page, node => node.attrs.some(attr => attr.name.startsWith('on'))).length, 0, path)
		assert.ok(!all(page, named('a')).some(node => /^\s*javascript:/i.test(attribute(node, 'href') ?? '')), path)
	}
	assert.ok(words(all(await visit('/s/arena-sharp'), named('h1'))[0]).includes(sharp))
})

test('parameters of an address that a page does not know are left alone', async () => {
	for (const path of ['/', form, '/s/arena-closed/results']) assert.equal((await s.get(`${path}?utm_source=brev&fbclid=x`, browser)).status, 200, path)
})
