import type { SubgraphResult } from '#platform/subgraph.ts';
import { untraced } from '#platform/telemetry/tracing.ts';
import { type Message, messageOf } from './message.ts';
import { createUpstream, type UpstreamEvent, type UpstreamSource } from './upstream.ts';

/** Somebody who is told what comes of each event. */
export interface Member {
  /** The credential that lets them in; none for anonymous clients. */
  readonly authorization: string | undefined;
  /** From now on it is this feed that tells. */
  joined(feed: Feed): void;
  push(message: Message): void;
  /** Nothing comes behind `last`. */
  end(last: SubgraphResult | null): void;
  /** What the credential may do has changed: the member has to be let in anew, behind this cursor. */
  moved(after: string | null): void;
}

/** What a feed is fed with, and what it asks of others. */
interface FeedSource extends UpstreamSource {
  /** What clients get of an event. */
  resolve(event: SubgraphResult): Promise<SubgraphResult>;
  /** Whether a credential still may what it could when the feed began; rejects where it is not taken any more. */
  isSame(authorization: string): Promise<boolean>;
  onDelivered(feed: Feed): void;
  /** Watches what is done for an event. */
  observe(event: UpstreamEvent, subscribers: number, work: () => Promise<void>): Promise<void>;
  onEnd(feed: Feed): void;
}

/** Events that are kept for those who begin at the same cursor a little later. */
const MAX_HISTORY = 100;

/**
 * One upstream and one execution of each of its events, for any number of members. Events are executed one at a
 * time, in order; before each, everybody's credential is looked at.
 */
export class Feed {
  /** Where the feed began; null: at its opening. */
  readonly after: string | null;
  /** The refusal of the subgraph, or null once the upstream is open. */
  readonly opened: Promise<SubgraphResult | null>;
  /** The last event that was delivered; null where events have no place in a log. */
  cursor: string | null;
  readonly #source: FeedSource;
  readonly #upstream: ReturnType<typeof createUpstream>;
  readonly #members = new Set<Member>();
  /** What was delivered since the feed began; null where that was too much, or where nobody can ask for it. */
  #history: Message[] | null;
  /** The whole state, where the last event told it. */
  #state: Message | null = null;
  #isOver = false;

  constructor(source: FeedSource) {
    this.#source = source;
    this.#upstream = createUpstream(source);
    this.after = source.after;
    this.cursor = source.after;
    this.#history = source.after === null ? null : [];
    this.opened = this.#upstream.opened.then(refusal => {
      if (refusal) this.dissolve();
      else void untraced(() => this.#run());
      return refusal;
    });
  }

  /** False where a new member would miss what was delivered already. */
  get canJoin(): boolean {
    return !this.#isOver && (this.after === null || this.#history !== null);
  }

  join(member: Member): void {
    for (const message of this.#history ?? []) member.push(message);
    if (this.#state) member.push(this.#state);
    this.#add(member);
  }

  leave(member: Member): void {
    if (this.#members.delete(member) && this.#members.size === 0) this.dissolve();
  }

  /** Takes the members of a feed that stands at the same event. */
  takeOver(other: Feed): void {
    for (const member of other.dissolve()) this.#add(member);
  }

  /** Ends the feed, and says who its members were. */
  dissolve(): readonly Member[] {
    const left = [...this.#members];
    this.#members.clear();
    if (!this.#isOver) {
      this.#isOver = true;
      this.#source.onEnd(this);
      this.#upstream.close();
    }
    return left;
  }

  #add(member: Member): void {
    this.#members.add(member);
    member.joined(this);
  }

  async #run(): Promise<void> {
    while (!this.#isOver) {
      const step = await this.#upstream.next();
      if ('last' in step) {
        for (const member of this.dissolve()) member.end(step.last);
        return;
      }
      const { event } = step;
      await this.#source.observe(event, this.#members.size, () => this.#handle(event));
    }
  }

  async #handle({ result, cursor, isState }: UpstreamEvent): Promise<void> {
    await this.#reauthorize();
    if (this.#isOver) return;
    const message = messageOf(await this.#source.resolve(result), cursor);
    if (!this.#isOver) this.#deliver(message, isState);
  }

  #deliver(message: Message, isState: boolean): void {
    this.cursor = message.cursor;
    if (this.#history && this.#history.length < MAX_HISTORY) this.#history.push(message);
    else this.#history = null;
    this.#state = isState ? message : null;
    for (const member of this.#members) member.push(message);
    this.#source.onDelivered(this);
  }

  async #reauthorize(): Promise<void> {
    const credentials = new Set([...this.#members].map(({ authorization }) => authorization));
    await Promise.all([...credentials].map(authorization => this.#recheck(authorization)));
    if (this.#members.size === 0) this.dissolve();
  }

  async #recheck(authorization: string | undefined): Promise<void> {
    if (authorization === undefined) return;
    const { isSame, explain } = this.#source;
    const outcome = await isSame(authorization).catch(explain);
    if (outcome === true) return;
    for (const member of [...this.#members]) {
      if (member.authorization !== authorization) continue;
      this.#members.delete(member);
      if (outcome === false) member.moved(this.cursor);
      else member.end(outcome);
    }
  }
}
