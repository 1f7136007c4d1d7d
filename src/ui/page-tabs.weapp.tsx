/** WeChat mounts src/custom-tab-bar. */
export const PageTabs = () => null
