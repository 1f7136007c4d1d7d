import { elementsOf } from './elements.mjs'
import { bubble } from './events.mjs'
import { mocksOf } from './mocks.mjs'

/** The part of DevTools' protocol that journeys use, by its method names. */
export const methodsOf = (phone) => {
  const elements = elementsOf(phone)
  return {
    ...toolMethods,
    ...appMethods(phone, elements),
    ...pageMethods(elements),
    ...elementMethods(elements),
  }
}

const toolMethods = {
  'Tool.getInfo': () => ({ SDKVersion: '3.7.0' }),
  'Tool.close': () => ({}),
  'App.exit': () => ({}),
  'App.enableLog': () => ({}),
}

const appMethods = (phone, { describe, pages }) => {
  const mocks = mocksOf(phone.session.getWx())
  return {
    'App.getPageStack': () => ({ pageStack: pages().map(describe) }),
    'App.getCurrentPage': () => describe(pages().at(-1)),
    'App.callWxMethod': async ({ method, args }) => ({ result: await phone.callWxMethod(method, ...args) }),
    'App.mockWxMethod': (mock) => mocks.set(mock, phone),
    'App.callFunction': async ({ functionDeclaration, args }) => ({
      result: await phone.evaluate(functionDeclaration, ...args),
    }),
  }
}

const pageMethods = ({ handleOf, inPage }) => ({
  'Page.getElement': async ({ pageId, selector }) => first(await inPage(pageId, selector)),
  'Page.getElements': async ({ pageId, selector }) => ({ elements: await inPage(pageId, selector) }),
  'Page.getData': async ({ pageId, path }) => ({ data: await (await handleOf(pageId)).data(path) }),
  'Page.callMethod': async ({ pageId, method, args }) => ({
    result: await (await handleOf(pageId)).callMethod(method, ...args),
  }),
})

const elementMethods = ({ resolve, same, text, inElement }) => ({
  'Element.getElement': async ({ elementId, pageId, selector }) =>
    first(await inElement(elementId, pageId, selector)),
  'Element.getElements': async ({ elementId, pageId, selector }) => ({
    elements: await inElement(elementId, pageId, selector),
  }),
  'Element.getDOMProperties': async ({ elementId, names }) => {
    const words = await text(elementId)
    return { properties: names.map((name) => (name === 'innerText' ? words : null)) }
  },
  'Element.getAttributes': async ({ elementId, names }) => {
    const node = await resolve(elementId)
    return { attributes: await Promise.all(names.map((name) => node.attr(name))) }
  },
  'Element.getProperties': async ({ elementId, names }) => {
    const node = await resolve(elementId)
    return { properties: await Promise.all(names.map((name) => node.attr(name))) }
  },
  'Element.getWXML': async ({ elementId }) => ({ wxml: await (await resolve(elementId)).wxml() }),
  'Element.tap': async ({ elementId }) => {
    if (!(await bubble(await same(elementId), 'tap', { x: 0, y: 0 })))
      throw new Error('nobody handles this tap')
  },
  'Element.triggerEvent': async ({ elementId, type, detail }) => {
    await bubble(await resolve(elementId), type, detail ?? {})
  },
  'Element.callFunction': async ({ elementId, functionName, args }) => {
    if (!/\.input$/.test(functionName)) throw new Error(`${functionName} is not supported without DevTools`)
    await bubble(await resolve(elementId), 'input', { value: args[0] })
    return { result: null }
  },
})

const first = ([element]) => {
  if (!element) throw new Error('no such element')
  return element
}
