import { limits } from '../contract/limits'
import type { Handler } from '../kit/handler'
import { kindOfPhoto } from '../kit/photos'
import { keepUpload } from '../kit/uploads'

/**
 * Takes a photo through the function, so that its bytes are looked at before anything is stored, and its path is
 * the server's. Two round trips.
 */
export const uploadItemPhoto: Handler<'points.uploadItemPhoto'> = async (input, context) => {
  const { files, fail, effectId } = context
  const bytes = Buffer.from(input.photo, 'base64')
  if (bytes.length > limits.photoBytes) return fail('PHOTO_TOO_LARGE', 'photo')
  const kind = kindOfPhoto(bytes)
  if (!kind) return fail('PHOTO_UNSUPPORTED', 'photo')
  const photoId = await keepUpload(
    `${photoFolder(input.communityId)}${effectId('a')}.${kind}`,
    bytes,
    context,
  )
  const links = await files.links([photoId])
  return { photoId, photoUrl: links.get(photoId) ?? fail('INTERNAL') }
}

/** Where the photos of a community's items lie; an item takes a photo from there and from nowhere else. */
export const photoFolder = (communityId: string): string => `items/${communityId}/`
