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
  photoIdLength: 300,
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
  case: {
    photos: 4,
    textLength: 500,
    compoundLength: 30,
    buildingLength: 10,
    placeNoteLength: 40,
    commentLength: 200,
    reasonLength: 200,
    replyLength: 500,
    publicLength: 120,
    noteLength: 200,
    notes: 50,
    timelineRows: 60,
    handlers: 100,
    /** Cases that one person may open in a day in China. */
    perDay: 10,
    reopenings: 2,
    /** Days after the answer in which a case can be reopened. */
    reopenWithinDays: 30,
    /** Days after the answer without a rating, after which the case closes by itself. */
    rateWithinDays: 7,
    /** Counts of the queue stop here. */
    counted: 99,
  },
  meeting: {
    titleLength: 40,
    venueLength: 60,
    noteLength: 300,
    compoundLength: 30,
    buildingLength: 10,
    buildings: 200,
    /** Also bounds the reservations that one meeting's document can hold; the waitlist may be twice as long. */
    maxCapacity: 500,
    perHousehold: 10,
    /** Meetings that a list shows, all in one page. */
    listed: 60,
    seriesMonths: 12,
    /** Topics on the agenda from the start, and all of one meeting. */
    agenda: 10,
    topics: 40,
    topicLength: 80,
    /** Topics that one person may propose for one meeting. */
    topicsPerPerson: 3,
    timelineRows: 40,
    reasonLength: 100,
    guestLength: 20,
    /** People on the host's screen. */
    people: 1000,
    /** Seconds that one step of a rotating QR lasts, and the steps handed out at once. */
    stepSeconds: 30,
    stepsAhead: 4,
    /** Minutes that an offered seat is kept. */
    offerMinutes: 120,
    /** Minutes before the start after which nobody is offered a seat, and those after which an offer ends. */
    offersEndMinutes: 120,
    acceptEndMinutes: 90,
    /** Minutes before the start from which people check in, and minutes after the end for corrections by hand. */
    checkInFromMinutes: 60,
    correctionMinutes: 1440,
    minutesLength: 3000,
    decisions: 20,
    decisionLength: 200,
    actions: 10,
    actionLength: 200,
    ownerLength: 30,
  },
  party: {
    branchLength: 40,
    reasonLength: 100,
    timelineRows: 40,
    /** The consent text that an application agrees to; a new text gets a new number. */
    consentVersion: 1,
    titleLength: 40,
    venueLength: 60,
    noteLength: 300,
    /** Also bounds the reservations that one activity's document can hold. */
    maxCapacity: 500,
    /** Activities of one month in one community. */
    listed: 60,
    /** People on the host's screen. */
    people: 1000,
    /** The day of the month on which it is held everywhere (城市党建日). */
    partyDayOfMonth: 10,
    stepSeconds: 30,
    stepsAhead: 4,
    /** Minutes before the start from which people check in. */
    checkInFromMinutes: 60,
    /** Minutes after the end in which people check out; whoever has not done so then gets the minimum. */
    checkOutGraceMinutes: 120,
    /** Days after the end in which staff correct hours. */
    correctionDays: 30,
    /** Longest that one activity can count. */
    maxMinutes: 480,
  },
  residency: {
    /** Of what is typed: 12 号楼. */
    doorPartLength: 10,
    nameLength: 30,
    reasonLength: 100,
    /** Counts stop here. */
    counted: 99,
    code: {
      characters: 8,
      /** Characters that a person may type, blanks and dashes included. */
      textLength: 20,
      /** Flats of one sheet. */
      atOnce: 60,
      days: 14,
      /** Wrong codes of one person, and for one door, in `lockMinutes`. */
      wrongTries: 5,
      lockMinutes: 30,
    },
  },
  /** Acting for somebody (代办). */
  proxy: {
    /** Minutes after which it ends by itself. */
    minutes: 30,
    doorPartLength: 10,
    noteLength: 60,
    objectionLength: 200,
  },
  notice: {
    titleLength: 40,
    textLength: 2_000,
    reasonLength: 100,
    /** Notices of one community that are shown at a time, all in one page. */
    listed: 60,
    /** Days that a notice may be shown, and those that the form offers. */
    maxDays: 366,
    usualDays: 30,
    buildings: 60,
    photos: 6,
    /** Notices of a street that are shown at a time, in each of its communities beside their own. */
    streetListed: 10,
  },
  directory: { nameLength: 30, aboutLength: 60, addressLength: 60, hoursLength: 40, phoneLength: 20 },
  territory: {
    nameLength: 30,
    reasonLength: 60,
    /** Of one building. */
    units: 20,
    /** Buildings of one grid: all that one merge moves at once. */
    gridBuildings: 100,
  },
  duty: {
    nameLength: 30,
    reasonLength: 100,
    /** Hours that an invitation is good for. */
    invitationHours: 24,
    /** Wrong numbers after which an invitation is locked for good. */
    wrongPhones: 5,
    /** Days without a confirmation after which a duty is due for one, and those after which it then lapses. */
    confirmAfterDays: 100,
    lapseAfterDays: 14,
    /** Days that a duty may wait for its second approval. */
    approveWithinDays: 14,
    /** Duties in force and open invitations at one place, all in one page. */
    perPlace: 200,
    /** Duties of one person. */
    perPerson: 20,
    /** Units of one building that a duty can be over by name, and those that are shown to choose from. */
    unitsWithin: 20,
    unitsShown: 40,
    /** Furthest last day that a duty may have, in days from now. */
    maxDays: 1_100,
  },
  desk: {
    /** Hours that a browser stays signed in. */
    hours: 8,
    /** Browsers of one person at a time. */
    perPerson: 5,
  },
  safety: {
    /** Fields of one thing that are checked together. */
    texts: 3,
    reasonLength: 60,
    /** Counts of what waits stop here. */
    counted: 99,
    /** Milliseconds after which a text counts as not checked. */
    textMs: 1_500,
    /** Times that WeChat is asked about one thing before a person looks at it. */
    tries: 10,
    /** Minutes after which WeChat's answer about a photo comes no more; it promises 30. */
    photoMinutes: 35,
  },
  privacy: {
    /** Why staff want to see a name and a phone in full. */
    wordsLength: 60,
  },
  /** Rows of each kind on 首页 and on 工作. */
  home: {
    cases: 2,
    items: 4,
    notices: 3,
    toPickUp: 3,
    queue: 5,
    meetingsToday: 10,
  },
  inbox: {
    titleLength: 40,
    textLength: 200,
    counted: 99,
    /** Messages of one kind that somebody can have agreed to at a time. */
    creditsPerKind: 5,
    /** Times that WeChat is asked once more after it refused a message. */
    wechatRetries: 3,
    /** Hours after which a message is no news any more. */
    wechatHours: 24,
  },
  imports: {
    fileBytes: 3_000_000,
    rows: 20_000,
    /** Rows that one call of apply or undo handles. */
    rowsPerStep: 500,
    /** Erroneous rows that a dry run returns. */
    errorsShown: 200,
    fileNameLength: 120,
    /** Days for which a list that was read can be applied; then its rows go. */
    rowsDays: 30,
  },
  exports: {
    /** Rows of one workbook; what is beyond is left out, and the workbook says so. */
    rows: 50_000,
    reasonLength: 100,
    /** Days of cases in one workbook. */
    days: 366,
    /** Workbooks that one person may ask for in a day in China, and times that one is handed out. */
    perDay: 30,
    fetches: 20,
    /** Hours that a workbook is kept. */
    hours: 24,
  },
} as const
