/**
 * A Taro plugin. Taro writes a template of scroll-view, with its thirty attributes, for four depths of nesting into
 * every main package; no page of ours has one.
 */
module.exports = (ctx) =>
  ctx.modifyComponentConfig(({ componentConfig }) => componentConfig.includes.delete('scroll-view'))
