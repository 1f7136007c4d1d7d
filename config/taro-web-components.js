// Stands for Taro's web components in the web build. Pages are made of plain elements (useHtmlComponents), and
// the router draws neither its bar of tabs (tabBar.custom) nor its pull to refresh: nothing there is ever used,
// but it would weigh a tenth of the first load. Whatever is asked for is a function that does nothing.
module.exports = new Proxy({}, { get: () => () => {} })
