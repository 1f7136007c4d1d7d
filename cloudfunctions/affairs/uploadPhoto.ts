import { limits } from '../contract/limits'
import type { Handler } from '../kit/handler'
import { pictureIn } from '../kit/photos'
import { keepUpload } from '../kit/uploads'
import { photoPath } from './photos'

/**
 * Takes a photo through the function: its bytes are looked at, and place, time and device are taken out, before
 * anything is stored. Two round trips.
 */
export const uploadPhoto: Handler<'affairs.uploadPhoto'> = async (input, context) => {
  const { me, files, fail, effectId } = context
  const bytes = Buffer.from(input.photo, 'base64')
  if (bytes.length > limits.photoBytes) return fail('PHOTO_TOO_LARGE', 'photo')
  const picture = pictureIn(bytes) ?? fail('PHOTO_UNSUPPORTED', 'photo')
  const path = photoPath(me.memberId, effectId('a'), picture.kind)
  const photoId = await keepUpload(path, picture.bytes, context)
  const links = await files.links([photoId])
  return { photoId, photoUrl: links.get(photoId) ?? fail('INTERNAL') }
}
