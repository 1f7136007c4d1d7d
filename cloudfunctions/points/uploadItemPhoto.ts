import type { Handler } from '../kit/handler'
import { takePhoto } from '../kit/takePhoto'

/** Two round trips. */
export const uploadItemPhoto: Handler<'points.uploadItemPhoto'> = async ({ communityId, photo }, context) =>
  takePhoto(photo, (id, kind) => `${photoFolder(communityId)}${id}.${kind}`, context)

/** Where the photos of a community's items lie; an item takes a photo from there and from nowhere else. */
export const photoFolder = (communityId: string): string => `items/${communityId}/`
