/**
 * Settings of the functions under which `kit/rates.ts` stops nobody. One person does in a story what takes a day, and
 * what is proven under load then holds without the limit; stories of the limit itself set it.
 */
export const noHurry = { JINLIN_RATE: '1000/1000000' }
