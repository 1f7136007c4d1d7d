/**
 * What WeChat's screen reader hears of an element (developers.weixin.qq.com, 无障碍访问), by the names of Taro's
 * templates: `view` handles taps, `static-view` handles nothing, `catch-view` lies under a sheet.
 */
const spoken = {
  view: ['role', 'label', 'checked', 'selected', 'disabled'],
  'static-view': ['role', 'label', 'hidden', 'live', 'modal'],
  'catch-view': ['role', 'label', 'hidden'],
  image: ['role', 'label', 'hidden'],
  'static-image': ['role', 'label', 'hidden'],
  input: ['label'],
  textarea: ['label'],
}

/** Of a view nothing else is used, and what a template names stands in it sixteen times: once for each depth. */
const used = {
  view: /^(hover-class|style|class|bindtap)$/,
  'static-view': /^(style|class)$/,
  'catch-view': /^(style|class|bindtap|catchtouchmove)$/,
  button:
    /^(disabled|open-type|hover-class|style|class|bindtap|bind(agreeprivacyauthorization|getphonenumber))$/,
}

/**
 * A plugin of Taro, whose templates name each attribute that WeChat is handed and leave out all of `aria-*`. What
 * has no short alias is handed over by its own name, so this is a change of the templates alone.
 */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: ({ template }) => {
      if (!template) return
      const { createMiniComponents } = template
      template.createMiniComponents = (components) =>
        withSpoken(createMiniComponents.call(template, components))
    },
  })
}

/** Of each element the attributes of its template, with the values that they take from the page's data. */
const withSpoken = (elements) =>
  Object.fromEntries(
    Object.entries(elements).map(([name, attributes]) => [name, attributesOf(name, attributes)]),
  )

const attributesOf = (name, attributes) => {
  const kept = Object.entries(attributes).filter(([key]) => used[name]?.test(key) ?? true)
  const heard = (spoken[name] ?? []).map((part) => [
    `aria-${part}`,
    `i.aria${part[0].toUpperCase()}${part.slice(1)}`,
  ])
  return { ...Object.fromEntries(kept), ...Object.fromEntries(heard) }
}
