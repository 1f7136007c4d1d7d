/** The code of `jobs` under a second name, for timers that one function may not have (docs/decisions/0209). */
export { main } from '../jobs/main'
