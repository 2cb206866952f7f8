/**
 * Events to open pages, across processes: PostgreSQL's NOTIFY carries them, so an event published in a transaction
 * goes out when it commits and never when it does not.
 */
import { liveEvent, type LiveEvent } from '@cairn/contracts';
import type { Database, Transaction } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Notices } from './notices.ts';

export interface LiveMessage {
  readonly organisationId: string;
  /** Absent: everybody of the organisation. */
  readonly userId?: string;
  readonly event: LiveEvent;
}

/** Somebody who hears of events; `receive` gets bytes that are the same for all of them. */
export interface Subscriber {
  readonly organisationId: string;
  readonly userId: string;
  receive(frame: Buffer): void;
  /** Events may have been missed: look at everything again. */
  missed(): void;
}

export interface Live {
  /** In `tx` when there is one, else at once. */
  publish(tx: Transaction | null, message: LiveMessage): Promise<void>;
  /** Answers how to stop hearing. */
  subscribe(subscriber: Subscriber): () => void;
  subscriberCount(): number;
}

const channel = 'cairn_live';

export function createLive(database: Database, notices: Pick<Notices, 'on' | 'onGap'>): Live {
  /** Organisation → person → their open pages. */
  const organisations = new Map<string, Map<string, Set<Subscriber>>>();

  function* everybody(): Generator<Subscriber> {
    for (const people of organisations.values()) for (const pages of people.values()) yield* pages;
  }

  function deliver(payload: string): void {
    const { organisationId, userId, event } = JSON.parse(payload) as LiveMessage;
    const people = organisations.get(organisationId);
    if (people === undefined) return;
    const frame = Buffer.from(JSON.stringify(event));
    if (userId !== undefined) {
      for (const page of people.get(userId) ?? []) page.receive(frame);
      return;
    }
    for (const pages of people.values()) for (const page of pages) page.receive(frame);
  }

  notices.on(channel, deliver);
  notices.onGap(() => {
    for (const subscriber of everybody()) subscriber.missed();
  });

  return {
    async publish(tx, { organisationId, userId, event }) {
      const message: LiveMessage = { organisationId, ...(userId === undefined ? {} : { userId }), event: liveEvent.parse(event) };
      const statement = sql`select pg_notify(${channel}, ${JSON.stringify(message)})`;
      if (tx === null) await database.pool.query(statement.text, [...statement.values]);
      else await tx.query(statement);
    },
    subscribe(subscriber) {
      const { organisationId, userId } = subscriber;
      const people = organisations.get(organisationId) ?? new Map<string, Set<Subscriber>>();
      organisations.set(organisationId, people);
      const pages = people.get(userId) ?? new Set<Subscriber>();
      people.set(userId, pages);
      pages.add(subscriber);
      return () => {
        pages.delete(subscriber);
        if (pages.size === 0 && people.get(userId) === pages) people.delete(userId);
        if (people.size === 0 && organisations.get(organisationId) === people) organisations.delete(organisationId);
      };
    },
    subscriberCount: () => [...everybody()].length,
  };
}
