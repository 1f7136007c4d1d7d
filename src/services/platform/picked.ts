/** What came of asking for a file. */
export type Picked =
  | { kind: 'picked'; base64: string; name: string }
  | { kind: 'cancelled' }
  /** Not readable as what was asked for. */
  | { kind: 'unreadable' }
  | { kind: 'too-large' }

/** What came of asking for a photo. */
export type PickedPhoto =
  | {
      kind: 'picked'
      base64: string
      name: string
      /** When it was taken, as far as the device tells; the uploaded photo itself no longer says. */
      takenAt: string | null
    }
  | Exclude<Picked, { kind: 'picked' }>

/** Longest side of an uploaded photo, px: sharp on any phone, and small. */
export const maxPhotoSide = 1280
