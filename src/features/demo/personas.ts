/** Somebody of the demo whom one can be. */
export interface Persona {
  id: string
  name: string
  roles: string[]
}

/** Who there is; null when the server cannot be reached. */
export const fetchPersonas = (): Promise<Persona[] | null> => ask<Persona[]>('/v1/demo/personas')

/** A token for that persona; null when it did not work. */
export const signInAs = async (persona: string): Promise<string | null> => {
  const answer = await ask<{ token: string }>('/v1/demo/sign-in', JSON.stringify({ persona }))
  return answer?.token ?? null
}

const ask = async <Answer>(path: string, body?: string): Promise<Answer | null> => {
  try {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
    const response = await fetch(path, body === undefined ? {} : post)
    return response.ok ? ((await response.json()) as Answer) : null
  } catch {
    return null
  }
}
