import { newMeeting } from '../meetings/story'
import { deciding, pinganli, proposed, said, waitingWith } from '../safety/story'
import type { Call, CallsOf, Stage } from './call'

export const safety: CallsOf<'safety'> = {
  queue: async ({ persona }) => [await persona('chen'), { communityId: pinganli, view: 'review' }],
  pass: async (stage) => onHeld(stage, {}),
  refuse: async (stage) => onHeld(stage, { reason: '请不要写联系方式' }),
}

async function onHeld({ resident, persona }: Stage, fields: object): Promise<Call> {
  const chen = await persona('chen')
  const { id } = await newMeeting(chen)
  await proposed(await resident(), id, said.review)
  return [chen, { ...deciding(await waitingWith(chen, said.review)), ...fields }]
}
