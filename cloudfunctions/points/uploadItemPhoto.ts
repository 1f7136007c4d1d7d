import { limits } from '../contract/limits'
import type { Handler } from '../kit/handler'
import { pictureIn } from '../kit/photos'
import { keepUpload } from '../kit/uploads'

/**
 * Takes a photo through the function: its bytes are looked at, and place, time and device are taken out, before
 * anything is stored; its path is the server's. Two round trips.
 */
export const uploadItemPhoto: Handler<'points.uploadItemPhoto'> = async (input, context) => {
  const { files, fail, effectId } = context
  const bytes = Buffer.from(input.photo, 'base64')
  if (bytes.length > limits.photoBytes) return fail('PHOTO_TOO_LARGE', 'photo')
  const picture = pictureIn(bytes) ?? fail('PHOTO_UNSUPPORTED', 'photo')
  const path = `${photoFolder(input.communityId)}${effectId('a')}.${picture.kind}`
  const photoId = await keepUpload(path, picture.bytes, context)
  const links = await files.links([photoId])
  return { photoId, photoUrl: links.get(photoId) ?? fail('INTERNAL') }
}

/** Where the photos of a community's items lie; an item takes a photo from there and from nowhere else. */
export const photoFolder = (communityId: string): string => `items/${communityId}/`
