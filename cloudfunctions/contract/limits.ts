/** Every bound that a form shows and the server enforces. Plain constants: the only values the client imports. */
export const limits = {
  /** Rows in one page of any list. */
  pageSize: 20,
  maxPageSize: 50,
  item: {
    nameLength: 30,
    descriptionLength: 200,
    pickupPlaceLength: 40,
    pickupHoursLength: 40,
    minCostPoints: 1,
    maxCostPoints: 100_000,
    /** Also bounds the reservations that one item's document can hold. */
    maxStock: 5_000,
    maxPerPerson: 99,
    /** Open and closed items of one community that a list returns, all in one page. */
    perCommunity: 200,
  },
  /** Bytes of a photo after the client has shrunk it. */
  photoBytes: 1_000_000,
  redemption: {
    maxQuantity: 10,
    /** Days that a redemption waits to be picked up before its points go back. */
    pickupDays: 14,
    reasonLength: 60,
  },
  pickup: {
    digits: 8,
    /** Seconds that one QR step lasts. */
    stepSeconds: 30,
    /** Steps handed out at once, so that the code page survives two minutes without a network. */
    stepsAhead: 4,
    wrongTries: 5,
    /** Minutes in which `wrongTries` may be used up, and after which they are there again. */
    lockMinutes: 15,
  },
  imports: {
    fileBytes: 3_000_000,
    rows: 20_000,
    /** Rows that one call of apply or undo handles. */
    rowsPerStep: 500,
    /** Erroneous rows that a dry run returns. */
    errorsShown: 200,
    fileNameLength: 120,
  },
} as const
