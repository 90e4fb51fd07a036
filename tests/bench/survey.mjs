// Surveys of twenty questions and bodies that answer them: all closed, or three of them texts.
const points = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
const both = text => ({ sv: text, en: text })

// Numbers in [0, 1) that are the same each time (mulberry32).
function seeded(seed) {
	let state = seed >>> 0
	return () => {
		state = (state + 0x6d2b79f5) >>> 0
		let t = Math.imul(state ^ (state >>> 15), 1 | state)
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296
	}
}

const options = count => points(1, count).map(n => ({ key: `option_${n}`, label: both(`Alternativ ${n}`) }))
const scale = { min: 1, max: 5, labels: { min: both('Inte alls'), max: both('Helt') } }
const common = (key, kind) => ({ key, kind, title: both(`Vad tänker du om ${key}?`) })

const choice = key => ({ ...common(key, 'choice'), options: options(6) })
const rating = key => ({ ...common(key, 'rating'), scale, dont_know: true })
const nps = key => common(key, 'nps')
const choices = key => ({ ...common(key, 'choices'), options: options(4), max: 3 })
const text = key => ({ ...common(key, 'text'), max_length: 1000, lines: 'many' })

const named = (name, count, make) => points(1, count).map(n => make(`${name}_${n}`))
const closed = (choiceCount, ratingCount) => [
	...named('choice', choiceCount, choice),
	...named('rating', ratingCount, rating),
	...named('nps', 2, nps),
	...named('choices', 1, choices),
]

export const event = {
	key: 'bench',
	title: both('En konferens'),
	summary: both('En konferens med många deltagare.'),
	starts: '2020-05-06',
	organiser: 'Kommunen',
	themes: [{ key: 'theme', title: both('Ett tema') }],
}

const survey = (key, questions) => ({
	key,
	event: 'bench',
	kind: 'feedback',
	languages: ['sv', 'en'],
	title: both('Vad tyckte du?'),
	opens_at: '2020-05-06T08:00:00Z',
	results: 'public',
	pages: [{ key: 'all', title: both('Frågor'), questions }],
})

// 24 columns: 19 questions of one and one of five (four options and whether it was answered).
export const surveys = {
	closed: survey('bench-closed', closed(9, 8)),
	texts: survey('bench-texts', [...closed(8, 6), ...named('text', 3, text)]),
}

const words = 'kommunen samverkan vården skolan invånare framtiden möter lösningar tillsammans ekonomin välfärden behöver större ansvar och kunskap över gränserna för att hålla i längden'.split(' ')

// Swedish enough: a sentence of so many bytes.
function sentence(random, bytes) {
	let made = ''
	while (Buffer.byteLength(made) < bytes) made += `${made ? ' ' : ''}${words[Math.floor(random() * words.length)]}`
	return made
}

function answerTo(question, random) {
	const below = n => Math.floor(random() * n)
	switch (question.kind) {
	case 'choice': return `option_${1 + below(6)}`
	case 'rating': return 1 + below(5)
	case 'nps': return below(11)
	case 'choices': return [`option_${1 + below(2)}`, `option_${3 + below(2)}`]
	default: return sentence(random, 500)
	}
}

// So many bodies of responses to a survey, as JSON texts.
export function bodies(survey, count, seed = 1) {
	const random = seeded(seed)
	const questions = survey.pages.flatMap(page => page.questions)
	return Array.from({ length: count }, () => {
		const answers = Object.fromEntries(questions.map(question => [question.key, answerTo(question, random)]))
		return JSON.stringify({ version: 1, language: random() < 0.8 ? 'sv' : 'en', answers })
	})
}
