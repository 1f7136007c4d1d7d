/** What came of asking for a file. */
export type Picked =
  | { kind: 'picked'; base64: string; name: string }
  | { kind: 'cancelled' }
  /** Not readable as what was asked for. */
  | { kind: 'unreadable' }
  | { kind: 'too-large' }

/** Longest side of an uploaded photo, px: sharp on any phone, and small. */
export const maxPhotoSide = 1280
