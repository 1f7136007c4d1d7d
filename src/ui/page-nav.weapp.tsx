import type { PageNavProps } from './page-nav.h5'

/** WeChat draws the bar at the top. */
export const PageNav = (_props: PageNavProps) => null
