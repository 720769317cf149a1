/** One choice among alternatives, each a list of features; `right` holds the places of those that are right. */
export interface Example {
  readonly alternatives: readonly (readonly string[])[]
  readonly right: readonly number[]
}

/** Features seen less often than this are left out: they say more about single articles than about English. */
const RARE = 3
/** Strength of the Gaussian prior: what keeps weights small. Chosen by cross-validation. */
const PRIOR = 12
const STEPS = 80
const HISTORY = 8

interface Indexed {
  readonly alternatives: readonly Int32Array[]
  readonly isRight: readonly boolean[]
}

/**
 * The weights under which the right alternatives are likeliest: conditional log-likelihood with a Gaussian prior, by L-BFGS (Liu and Nocedal, "On the
 * limited memory BFGS method for large scale optimization", 1989). The same examples give the same weights.
 */
export function train(examples: readonly Example[]): Map<string, number> {
  const places = featurePlaces(examples)
  const data = examples.map(({ alternatives, right }) => ({
    alternatives: alternatives.map((features) =>
      Int32Array.from(features.map((feature) => places.get(feature) ?? -1).filter((place) => place >= 0)),
    ),
    isRight: alternatives.map((_, index) => right.includes(index)),
  }))
  const weights = minimize(places.size, (at, slope) => loss(data, at, slope))
  return new Map([...places].map(([feature, place]) => [feature, weights[place] ?? 0]))
}

function featurePlaces(examples: readonly Example[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { alternatives } of examples)
    for (const features of alternatives) for (const one of features) counts.set(one, (counts.get(one) ?? 0) + 1)
  const frequent = [...counts].filter(([, count]) => count >= RARE).map(([feature]) => feature)
  return new Map(frequent.toSorted((a, b) => (a < b ? -1 : 1)).map((feature, place) => [feature, place]))
}

/** Negative log-likelihood at `weights`; its gradient is written to `slope`. */
function loss(data: readonly Indexed[], weights: Float64Array, slope: Float64Array): number {
  let total = 0
  for (const [place, weight] of weights.entries()) {
    slope[place] = PRIOR * weight
    total += (PRIOR * weight * weight) / 2
  }
  for (const { alternatives, isRight } of data) {
    const scores = alternatives.map((features) => {
      let score = 0
      for (const feature of features) score += weights[feature] ?? 0
      return score
    })
    const highest = Math.max(...scores)
    const odds = scores.map((score) => Math.exp(score - highest))
    let all = 0
    let right = 0
    for (const [index, odd] of odds.entries()) {
      all += odd
      if (isRight[index]) right += odd
    }
    total -= Math.log(right / all)
    for (const [index, features] of alternatives.entries()) {
      const odd = odds[index] ?? 0
      const change = odd / all - (isRight[index] ? odd / right : 0)
      for (const feature of features) slope[feature] = (slope[feature] ?? 0) + change
    }
  }
  return total
}

function minimize(size: number, f: (at: Float64Array, slope: Float64Array) => number): Float64Array {
  let at = new Float64Array(size)
  let slope = new Float64Array(size)
  let value = f(at, slope)
  const moves: Float64Array[] = []
  const turns: Float64Array[] = []
  for (let step = 0; step < STEPS; step++) {
    const direction = descent(slope, moves, turns)
    const steepness = dot(slope, direction)
    let length = 1
    let nextAt = at
    let nextSlope = slope
    let nextValue = value
    do {
      nextAt = at.map((weight, place) => weight - length * (direction[place] ?? 0))
      nextSlope = new Float64Array(size)
      nextValue = f(nextAt, nextSlope)
      length /= 2
    } while (nextValue > value - 1e-4 * length * steepness && length > 1e-6)
    const [move, turn] = [minus(nextAt, at), minus(nextSlope, slope)]
    const gained = value - nextValue
    at = nextAt
    slope = nextSlope
    value = nextValue
    if (gained < 1e-5 * Math.abs(value)) break
    if (dot(move, turn) <= 1e-10) continue
    moves.push(move)
    turns.push(turn)
    if (moves.length > HISTORY) {
      moves.shift()
      turns.shift()
    }
  }
  return at
}

/** The two-loop recursion: the slope, bent by what the last moves have shown of the curvature. */
function descent(slope: Float64Array, moves: readonly Float64Array[], turns: readonly Float64Array[]): Float64Array {
  const direction = slope.slice()
  const shares: number[] = []
  for (let index = moves.length - 1; index >= 0; index--) {
    const [move, turn] = [moves[index] ?? slope, turns[index] ?? slope]
    const share = dot(move, direction) / dot(move, turn)
    shares[index] = share
    addTo(direction, turn, -share)
  }
  const [lastMove, lastTurn] = [moves.at(-1), turns.at(-1)]
  const scale =
    lastMove && lastTurn
      ? dot(lastMove, lastTurn) / dot(lastTurn, lastTurn)
      : 1 / Math.max(1, Math.sqrt(dot(slope, slope)))
  for (const [place, value] of direction.entries()) direction[place] = value * scale
  for (const [index, move] of moves.entries()) {
    const turn = turns[index] ?? slope
    addTo(direction, move, (shares[index] ?? 0) - dot(turn, direction) / dot(move, turn))
  }
  return direction
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let place = 0; place < a.length; place++) sum += (a[place] ?? 0) * (b[place] ?? 0)
  return sum
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, place) => value - (b[place] ?? 0))
}

function addTo(target: Float64Array, other: Float64Array, times: number): void {
  for (let place = 0; place < target.length; place++) target[place] = (target[place] ?? 0) + times * (other[place] ?? 0)
}
