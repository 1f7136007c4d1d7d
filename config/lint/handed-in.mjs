/** What the kit hands to the domains, so that a test can hand in its own: time, chance, settings and queries. */
export const handedIn = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The time is handed in as `now`.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The time is handed in as `now`.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Chance is handed in as `random`.',
  },
  {
    selector: 'CallExpression[callee.name=/^random(Bytes|UUID|Int|FillSync)$/]',
    message: 'Ids and keys are made by kit/ids.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(random(Bytes|UUID|Int|FillSync)|getRandomValues)$/]',
    message: 'Ids and keys are made by kit/ids.',
  },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Settings are read by the kit.',
  },
  {
    selector: "CallExpression[callee.property.name='where']",
    message: 'Queries are named and bounded: kit/where builds them.',
  },
]
