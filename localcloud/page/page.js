'use strict'

// Shows what the local cloud tells of itself. No build, no packages, text only: what is stored never becomes markup.

const state = {
  tab: location.hash.slice(1) || 'calls',
  filter: '',
  skip: 0,
  data: null,
  found: null,
  problem: '',
}
const main = document.getElementById('main')

/** An element with children; texts stay texts. */
const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties)
  element.append(...children.flat())
  return element
}

const ms = (value) => `${value.toFixed(1)} ms`
const clock = (at) => new Date(at).toLocaleTimeString()

/** Columns: [head, cell of a row, class]. */
const table = (columns, rows, empty) => {
  if (rows.length === 0) return make('p', { className: 'soft' }, empty)
  const cell = (name, value, kind) => make(name, { className: kind ?? '' }, value)
  const head = make('tr', {}, ...columns.map(([title, , kind]) => cell('th', title, kind)))
  const lines = rows.map((row) =>
    make('tr', {}, ...columns.map(([, value, kind]) => cell('td', value(row), kind))),
  )
  return make(
    'div',
    { className: 'scroll' },
    make('table', {}, make('thead', {}, head), make('tbody', {}, ...lines)),
  )
}

const byAction = ({ byAction: counts }) =>
  Object.entries(counts)
    .map(([action, count]) => `${action.replace('database.', '')} ${count}`)
    .join(', ')

const views = {
  calls: ({ calls, functions }) => [
    make('h2', {}, 'Functions'),
    table(
      [
        ['function', ({ name, clientCallable }) => (clientCallable ? name : `${name} (closed to clients)`)],
        ['instances', ({ instances }) => instances, 'number'],
        ['calls', (row) => row.calls, 'number'],
        ['most round trips', ({ maxDatabaseCalls }) => maxDatabaseCalls, 'number'],
        ['time-out', ({ timeoutSeconds }) => `${timeoutSeconds} s`, 'number'],
        ['memory', ({ memoryMb }) => `${memoryMb} MB`, 'number'],
      ],
      functions,
      'This build has no functions.',
    ),
    make('h2', {}, 'Latest calls'),
    table(
      [
        ['at', ({ at }) => clock(at)],
        ['function', ({ functionName }) => functionName],
        ['took', ({ durationMs }) => ms(durationMs), 'number'],
        ['round trips', ({ databaseCalls }) => databaseCalls, 'number'],
        ['which', byAction, 'soft'],
        ['request', ({ requestId }) => make('code', {}, requestId)],
      ],
      calls,
      'Nobody has called a function yet.',
    ),
  ],
  collections: ({ collections }) => [
    make('h2', {}, 'Collections'),
    table(
      [
        ['collection', ({ name }) => make('button', { onclick: () => openTab(`collection=${name}`) }, name)],
        ['documents', ({ documents }) => documents.toLocaleString(), 'number'],
        ['indexes', ({ indexes }) => indexes.map(indexInWords).map((line) => make('div', {}, line))],
      ],
      collections,
      'There are no collections.',
    ),
  ],
  slow: ({ slow, lines }) => [
    make('h2', {}, 'Requests that took more than 20 ms'),
    table(
      [
        ['at', ({ at }) => clock(at)],
        ['took', ({ durationMs }) => ms(durationMs), 'number'],
        ['action', ({ action }) => action],
        ['collection', ({ collection }) => collection],
        ['query', ({ query }) => make('code', {}, query)],
      ],
      slow,
      'None so far.',
    ),
    make('h2', {}, 'Warnings and errors'),
    table(
      [
        ['at', ({ at }) => clock(at)],
        ['line', ({ line }) => line, 'warn'],
      ],
      lines,
      'None so far.',
    ),
  ],
  timers: ({ timers }) => [
    make('h2', {}, 'Timers'),
    table(
      [
        ['timer', ({ timerName }) => timerName],
        ['function', ({ functionName }) => functionName],
        ['cron', ({ cron }) => make('code', {}, cron)],
        ['due', ({ dueAt }) => (dueAt === null ? 'never' : new Date(dueAt).toLocaleString())],
        ['last run', ({ last }) => (last ? `${clock(last.at)}, ${last.ok ? 'done' : 'failed'}` : 'not yet')],
      ],
      timers,
      'This build has no timers.',
    ),
  ],
}

const indexInWords = ({ name, fields, unique }) =>
  `${name}: ${fields.map(([path, kind]) => `${path} ${kind === 1 ? '↑' : kind === -1 ? '↓' : kind}`).join(', ')}${unique ? ', unique' : ''}`

/** The documents of one collection, with a filter in extended JSON. */
const collectionView = (name) => {
  const field = make('input', { type: 'text', value: state.filter, placeholder: '{"status": "open"}' })
  field.setAttribute('aria-label', 'filter')
  const search = make('form', {}, field, make('button', {}, 'Find'))
  search.onsubmit = (event) => {
    event.preventDefault()
    Object.assign(state, { filter: field.value, skip: 0 })
    void findDocuments(name)
  }
  const { documents = [], more = false } = state.found ?? {}
  const step = (by, disabled, text) =>
    make('button', { disabled, onclick: () => ((state.skip += by), findDocuments(name)) }, text)
  return [
    make('h2', {}, name),
    search,
    state.problem ? make('p', { className: 'bad' }, state.problem) : '',
    ...documents.map((document) => make('pre', {}, JSON.stringify(document, null, 2))),
    documents.length === 0 && !state.problem ? make('p', { className: 'soft' }, 'No documents.') : '',
    make('p', {}, step(-20, state.skip === 0, '← before'), step(20, !more, 'after →')),
  ]
}

const findDocuments = async (collection) => {
  const query = new URLSearchParams({ collection, filter: state.filter, skip: state.skip })
  const response = await fetch(`/__cloud/data/documents?${query}`)
  const reply = await response.json()
  Object.assign(state, response.ok ? { found: reply, problem: '' } : { found: null, problem: reply.message })
  show()
}

const openTab = (tab) => {
  Object.assign(state, { tab, filter: '', skip: 0, found: null, problem: '' })
  location.hash = tab
  if (tab.startsWith('collection=')) void findDocuments(tab.slice('collection='.length))
  show()
}

const show = () => {
  const tabs = Object.keys(views).map((name) => {
    const button = make('button', { onclick: () => openTab(name) }, name)
    if (state.tab === name) button.setAttribute('aria-current', 'page')
    return button
  })
  document.getElementById('tabs').replaceChildren(...tabs)
  if (!state.data) return
  document.getElementById('env').textContent = state.data.envId
  const [, collection] = state.tab.split('collection=')
  main.replaceChildren(
    ...(collection ? collectionView(collection) : (views[state.tab] ?? views.calls)(state.data)),
  )
}

const refresh = async () => {
  const reply = await fetch('/__cloud/data/overview').catch(() => null)
  if (!reply?.ok) return
  state.data = await reply.json()
  // Whoever is typing a filter is left alone.
  if (!state.tab.startsWith('collection=')) show()
}

setInterval(() => document.getElementById('live').checked && !document.hidden && refresh(), 2000)
void refresh().then(() => openTab(state.tab))
