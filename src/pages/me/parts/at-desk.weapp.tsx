/** A phone is no desk. */
export const AtDesk = (_props: { until: string }) => null
