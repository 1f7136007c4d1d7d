import type { Handler } from '../kit/handler'
import { takePhoto } from '../kit/takePhoto'
import { photos } from './photos'

/** Two round trips. */
export const uploadPhoto: Handler<'notices.uploadPhoto'> = async (input, context) =>
  takePhoto(input.photo, (id, kind) => photos.pathOf(context.me.memberId, id, kind), context)
