import { $, _, line, lines, point, points, polygon, polygons } from './support/sdk'
import { idsOf, refusal, type Fields } from './support/tables'
import { useTarget } from './support/target'

/** Places: the six kinds, and the questions of near, within and crossing. The places are those of a town by the sea. */
const target = useTarget()
const places = () => target.db.collection('conformance_places')

/** About 1.1 km east to west and north to south are 0.01°, seen from here. */
const square: [number, number] = [122.06, 37.19]
const at = (east: number, north: number): [number, number] => [
  square[0] + east / 100,
  square[1] + north / 100,
]
const box = (west: number, south: number, east: number, north: number): [number, number][] => [
  at(west, south),
  at(east, south),
  at(east, north),
  at(west, north),
  at(west, south),
]

const documents = [
  { _id: 'square', kind: 'open', place: point(at(0, 0)) },
  { _id: 'school', kind: 'house', place: point(at(1, 0)) },
  { _id: 'clinic', kind: 'house', place: point(at(0, 3)) },
  { _id: 'harbour', kind: 'open', place: point(at(20, 5)) },
  { _id: 'road', kind: 'way', place: line(at(-2, 1), at(4, 1)) },
  { _id: 'park', kind: 'area', place: polygon(box(2, 2, 4, 4)) },
  { _id: 'ring', kind: 'area', place: polygon(box(-6, -6, -2, -2), box(-5, -5, -3, -3)) },
  { _id: 'stops', kind: 'many', place: points(at(0, -1), at(9, -1)) },
  { _id: 'lines', kind: 'many', place: lines(line(at(6, 6), at(7, 7)), line(at(8, 6), at(9, 7))) },
  {
    _id: 'fields',
    kind: 'many',
    place: polygons(polygon(box(10, 10, 11, 11)), polygon(box(13, 10, 14, 11))),
  },
  { _id: 'nowhere', kind: 'open' },
]

beforeAll(async () => {
  await (await target.empty('conformance_places')).add(documents)
  await (await target.empty('conformance_unplaced')).add({ _id: 'a', place: point(square) })
})

const found = (condition: unknown, more: Fields = {}): Promise<string> =>
  idsOf(places().where({ place: condition, ...more }))

describe('the six kinds', () => {
  it.each(documents.map(({ _id, place }) => [_id, place] as const).filter(([, place]) => place))(
    '%s comes back as what it was',
    async (id, place) => {
      const { data } = await places().doc(id).get()
      expect((data[0] as Fields).place).toEqual(place)
    },
  )

  it('in an aggregation they are GeoJSON', async () => {
    const { data } = (await places().aggregate().match({ _id: 'square' }).end()) as { data: Fields[] }
    expect(data[0]?.place).toEqual({ type: 'Point', coordinates: square })
  })

  it.each<[title: string, make: () => unknown]>([
    ['a latitude beyond the pole', () => point([0, 91])],
    ['a longitude beyond 180', () => point([181, 0])],
    ['a line of one point', () => line(square)],
    ['a ring that does not close', () => polygon([at(0, 0), at(1, 0), at(1, 1), at(0, 1)])],
  ])('the SDK refuses %s', (_title, make) => {
    expect(make).toThrow()
  })

  it.each<[title: string, place: unknown]>([
    ['a text', 'here'],
    ['a pair of numbers', square],
    ['an unknown kind', { type: 'Circle', coordinates: square }],
    ['a ring of two corners', polygon([at(0, 0), at(1, 0), at(0, 0)])],
    ['a point of one number', { type: 'Point', coordinates: [1] }],
    ['a ring whose sides cross', polygon([at(0, 0), at(1, 1), at(1, 0), at(0, 1), at(0, 0)])],
  ])('a field with an index of places refuses %s', async (_title, place) => {
    expect(await refusal(places().add({ _id: 'bad', place }))).toBe('DATABASE_REQUEST_FAILED')
  })

  it('and takes null', async () => {
    await places().doc('null').set({ place: null })
    expect((await places().doc('null').remove()).deleted).toBe(1)
  })
})

describe('geoWithin', () => {
  it.each<[title: string, area: unknown, ids: string]>([
    ['a polygon holds the points in it', polygon(box(-1, -1.5, 2, 1)), 'school square'],
    ['a polygon holds a line that lies whole in it', polygon(box(-3, 0.5, 5, 1.5)), 'road'],
    ['a line that leaves it is not within', polygon(box(-3, 0.5, 3, 1.5)), ''],
    ['a polygon within a polygon', polygon(box(1.5, 1.5, 4.5, 4.5)), 'park'],
    ['its own edge belongs to it', polygon(box(2, 2, 4, 4)), 'park'],
    ['all of several points must be in it', polygon(box(-1, -2, 10, -0.5)), 'stops'],
    ['all of several lines must be in it', polygon(box(5, 5, 10, 8)), 'lines'],
    ['a hole is outside', polygon(box(-7, -7, 2.9, 2.9), box(-1, -1, 1.5, 1)), 'ring'],
    [
      'several polygons',
      polygons(polygon(box(-0.5, -0.5, 0.5, 0.5)), polygon(box(19, 4, 21, 6))),
      'harbour square',
    ],
    [
      'several polygons hold several',
      polygons(polygon(box(9, 9, 12, 12)), polygon(box(12.5, 9, 15, 12))),
      'fields',
    ],
  ])('%s', async (_title, geometry, ids) => {
    expect(await found(_.geoWithin({ geometry }))).toBe(ids)
  })

  it('a circle, its radius in parts of the Earth’s', async () => {
    expect(await found(_.geoWithin({ centerSphere: [square, 1.2 / 6378.1] }))).toBe('school square')
    expect(await found(_.geoWithin({ centerSphere: [square, 0.5 / 6378.1] }))).toBe('square')
  })

  it('a circle around a point of the SDK', async () => {
    expect(await found(_.geoWithin({ centerSphere: [point(square), 3.8 / 6378.1] }))).toBe(
      'clinic road school square',
    )
  })

  it('together with other conditions', async () => {
    expect(await found(_.geoWithin({ geometry: polygon(box(-1, -1.5, 2, 1)) }), { kind: 'house' })).toBe(
      'school',
    )
  })

  it('turned round finds what has no place, too', async () => {
    const inTown = _.geoWithin({ geometry: polygon(box(-10, -10, 15, 15)) })
    expect(await idsOf(places().where({ place: _.not(inTown) }))).toBe('harbour nowhere')
  })

  it('one of two areas', async () => {
    const [west, east] = [polygon(box(-0.5, -0.5, 0.5, 0.5)), polygon(box(19, 4, 21, 6))]
    const filter = _.or([
      { place: _.geoWithin({ geometry: west }) },
      { place: _.geoWithin({ geometry: east }) },
    ])
    expect(await idsOf(places().where(filter))).toBe('harbour square')
  })

  it('counts', async () => {
    const area = _.geoWithin({ geometry: polygon(box(-1, -1.5, 2, 1)) })
    expect((await places().where({ place: area }).count()).total).toBe(2)
  })

  it('a great circle bends towards the pole', async () => {
    await places()
      .doc('north')
      .set({ place: point([40, 52.5]) })
    const wide = polygon([
      [0, 40],
      [80, 40],
      [80, 50],
      [0, 50],
      [0, 40],
    ])
    expect(await found(_.geoWithin({ geometry: wide }))).toBe('north')
    await places().doc('north').remove()
  })
})

describe('geoIntersects', () => {
  it.each<[title: string, geometry: unknown, ids: string]>([
    ['a point on a point', point(square), 'square'],
    ['a point on a line, in the middle of the two', line(at(1, 0.5), at(1, 1.5)), 'road'],
    ['a point inside of a polygon', point(at(3, 3)), 'park'],
    ['a point on the edge', point(at(2, 3)), 'park'],
    ['a point in a hole', point(at(-4, -4)), ''],
    ['a point between hole and edge', point(at(-5.5, -4)), 'ring'],
    ['a line that crosses', line(at(3, 0), at(3, 5)), 'park road'],
    ['a line that misses', line(at(5, 5), at(5, 9)), ''],
    ['a polygon around all of it', polygon(box(1, 1.5, 5, 5)), 'park'],
    ['a polygon inside of it', polygon(box(2.5, 2.5, 3.5, 3.5)), 'park'],
    ['a polygon that overlaps', polygon(box(3, 3, 8, 8)), 'lines park'],
    ['one of several points is enough', points(at(9, -1), at(99, 0)), 'stops'],
    [
      'one of several lines is enough',
      lines(line(at(8.5, 6), at(8.5, 7)), line(at(50, 50), at(51, 51))),
      'lines',
    ],
    [
      'one of several polygons is enough',
      polygons(polygon(box(10.5, 10.5, 12, 12)), polygon(box(30, 30, 31, 31))),
      'fields',
    ],
  ])('%s', async (_title, geometry, ids) => {
    expect(await found(_.geoIntersects({ geometry }))).toBe(ids)
  })
})

const order = async (query: { get: () => Promise<{ data: Fields[] }> }): Promise<string> =>
  (await query.get()).data.map(({ _id }) => _id).join(' ')

describe('geoNear', () => {
  const near = (options: Fields = {}) => _.geoNear({ geometry: point(square), ...options })

  it('gives documents from near to far, without those that have no place', async () => {
    const all = await order(places().where({ place: near() }))
    expect(all.split(' ')).toHaveLength(10)
    expect(all).toMatch(/^square school (road stops|stops road) /)
    expect(all).toMatch(/ harbour$/)
  })

  it('within so many metres', async () => {
    expect(await order(places().where({ place: near({ maxDistance: 1000 }) }))).toBe('square school')
  })

  it('beyond so many metres', async () => {
    expect(await order(places().where({ place: near({ minDistance: 14_000, maxDistance: 30_000 }) }))).toBe(
      'fields harbour',
    )
  })

  it('beside other conditions, in pages', async () => {
    const query = places().where({ place: near(), kind: _.in(['open', 'house']) })
    expect(await order(query.limit(2))).toBe('square school')
    expect(await order(query.skip(2).limit(9))).toBe('clinic harbour')
  })

  it('another order that is asked for wins', async () => {
    const query = places().where({ place: near({ maxDistance: 1000 }) })
    expect(await order(query.orderBy('_id', 'asc'))).toBe('school square')
  })

  it.each<[title: string, filter: Fields]>([
    [
      'from a line',
      { place: { $nearSphere: { $geometry: { type: 'LineString', coordinates: [square, at(1, 1)] } } } },
    ],
    ['a distance below 0', { place: near({ maxDistance: -1 }) }],
    ['one of several', _.or([{ place: near() }, { kind: 'open' }]) as unknown as Fields],
  ])('refuses %s', async (_title, filter) => {
    expect(await refusal(places().where(filter).get())).toBe('DATABASE_REQUEST_FAILED')
  })
})

describe('the geoNear stage', () => {
  const stage = (options: Fields = {}) =>
    places()
      .aggregate()
      .geoNear({
        near: point(square),
        spherical: true,
        distanceField: 'metres',
        ...options,
      })

  it('gives the distance in metres', async () => {
    const { data } = (await stage({ maxDistance: 1000 })
      .project({ metres: $.floor('$metres') })
      .end()) as { data: Fields[] }
    expect(data).toEqual([
      { _id: 'square', metres: 0 },
      { _id: 'school', metres: 886 },
    ])
  })

  it('times a factor, into a field of a document, with the place', async () => {
    const options = {
      maxDistance: 1000,
      distanceField: 'to.km',
      distanceMultiplier: 0.001,
      includeLocs: 'to.place',
    }
    const { data } = (await stage(options).skip(1).end()) as {
      data: { to: { km: number; place: unknown } }[]
    }
    expect(data[0]?.to.km).toBeCloseTo(0.8868, 3)
    expect(data[0]?.to.place).toEqual({ type: 'Point', coordinates: at(1, 0) })
  })

  it('takes a limit and a filter', async () => {
    const { data } = (await stage({ limit: 1, query: { kind: _.neq('open') } })
      .project({ _id: 1 })
      .end()) as { data: Fields[] }
    expect(data).toEqual([{ _id: 'school' }])
  })

  it('takes the key of an index', async () => {
    const { data } = (await stage({ key: 'place', limit: 1 }).project({ _id: 1 }).end()) as { data: Fields[] }
    expect(data).toEqual([{ _id: 'square' }])
    expect(await refusal(stage({ key: 'kind' }).end())).toBe('DATABASE_REQUEST_FAILED')
  })

  it.each<[title: string, options: Fields]>([
    ['not on the sphere', { spherical: false }],
    ['without a field for the distance', { distanceField: undefined }],
    ['with a limit of 0', { limit: 0 }],
  ])('refuses %s', async (_title, options) => {
    expect(await refusal(stage(options).end())).toBe('DATABASE_REQUEST_FAILED')
  })

  it('must be the first', async () => {
    const late = places()
      .aggregate()
      .match({})
      .geoNear({ near: point(square), spherical: true, distanceField: 'm' })
    expect(await refusal(late.end())).toBe('DATABASE_REQUEST_FAILED')
  })
})

describe('without an index of places', () => {
  const unplaced = () => target.db.collection('conformance_unplaced')

  it.each<[title: string, condition: () => unknown]>([
    ['geoNear', () => _.geoNear({ geometry: point(square) })],
    ['geoWithin', () => _.geoWithin({ geometry: polygon(box(-1, -1, 1, 1)) })],
    ['geoIntersects', () => _.geoIntersects({ geometry: point(square) })],
  ])('%s is refused', async (_title, condition) => {
    expect(await refusal(unplaced().where({ place: condition() }).get())).toBe('DATABASE_REQUEST_FAILED')
  })
})

describe('places that change', () => {
  it('are found where they are now', async () => {
    await places()
      .doc('moves')
      .set({ place: point(at(30, 30)) })
    await places()
      .doc('moves')
      .update({ place: point(at(40, 40)) })
    expect(await found(_.geoWithin({ geometry: polygon(box(29, 29, 31, 31)) }))).toBe('')
    expect(await found(_.geoWithin({ geometry: polygon(box(39, 39, 41, 41)) }))).toBe('moves')
    await places().doc('moves').remove()
    expect(await found(_.geoWithin({ geometry: polygon(box(39, 39, 41, 41)) }))).toBe('')
  })
})
