import type { Postgres } from './postgres'
import type { Side } from './ledger'

export const accountsInAll = 1000

/**
 * A transfer as one would write it in PostgreSQL: idempotent by key, both accounts locked in order, never overspent,
 * one entry for each leg with the balance after it. One round trip.
 */
const schema = `
  CREATE TABLE accounts (id int PRIMARY KEY, balance bigint NOT NULL, seq bigint NOT NULL) WITH (fillfactor = 50);
  CREATE TABLE transfers (
    key text PRIMARY KEY, payload text NOT NULL, source int NOT NULL, target int NOT NULL,
    amount bigint NOT NULL, at timestamptz NOT NULL DEFAULT now());
  CREATE TABLE entries (
    account int NOT NULL, seq bigint NOT NULL, key text NOT NULL, amount bigint NOT NULL,
    balance_after bigint NOT NULL, PRIMARY KEY (account, seq));
  INSERT INTO accounts SELECT n, 1000000, 0 FROM generate_series(0, ${2 * accountsInAll - 1}) AS n;
  CREATE FUNCTION transfer(k text, p text, s int, t int, a bigint) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE stored text; have bigint; s_seq bigint; t_seq bigint; t_have bigint;
  BEGIN
    INSERT INTO transfers (key, payload, source, target, amount) VALUES (k, p, s, t, a) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      SELECT payload INTO stored FROM transfers WHERE key = k;
      RETURN CASE WHEN stored = p THEN 'repeated' ELSE 'conflict' END;
    END IF;
    PERFORM 1 FROM accounts WHERE id IN (s, t) ORDER BY id FOR UPDATE;
    SELECT balance INTO have FROM accounts WHERE id = s;
    IF have < a THEN RAISE EXCEPTION 'insufficient'; END IF;
    UPDATE accounts SET balance = balance - a, seq = seq + 1 WHERE id = s RETURNING balance, seq INTO have, s_seq;
    UPDATE accounts SET balance = balance + a, seq = seq + 1 WHERE id = t RETURNING balance, seq INTO t_have, t_seq;
    INSERT INTO entries VALUES (s, s_seq, k, -a, have), (t, t_seq, k, a, t_have);
    RETURN 'done';
  END $$;`

/** The peer with one connection for each caller; the statement is prepared once on each. */
export async function openPeerLedger(postgres: Postgres, callers: number): Promise<Side> {
  const first = await postgres.connect()
  await first.query(schema)
  await first.query('ANALYZE')
  await first.end()
  const clients = await Promise.all(Array.from({ length: callers }, () => postgres.connect()))
  return {
    transfer: async (caller, account, key) => {
      // The other leg spreads over as many accounts again, so that the hot one is hot alone.
      const other = accountsInAll + ((account * 7 + caller * 131) % accountsInAll)
      const values = [key, key, account, other, 1]
      const text = 'SELECT transfer($1, $2, $3, $4, $5) AS outcome'
      const { rows } = await clients[caller]!.query({ name: 'transfer', text, values })
      if ((rows[0] as { outcome: string }).outcome !== 'done') throw new Error('the peer did not transfer')
    },
    close: async () => {
      await Promise.all(clients.map((client) => client.end()))
    },
  }
}
