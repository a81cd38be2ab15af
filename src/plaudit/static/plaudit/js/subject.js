// What a page knows about the points of one story, shared by every bar that shows it.

const subjects = new Map();

export function subjectOf(bar) {
  const about = bar.getAttribute("about");
  if (!subjects.has(about)) subjects.set(about, new Subject(bar));
  return subjects.get(about);
}

/** Forget what the bars of a story knew, so that bars which take their place start afresh. */
export function forget(bar) {
  subjects.delete(bar.getAttribute("about"));
}

class Subject {
  #clicks = 0;
  #line = Promise.resolve();

  constructor(bar) {
    this.bars = new Set();
    this.value = this.sureValue = Number(bar.dataset.value);
    const shown = bar.querySelector(".points").value;
    this.total = this.sureTotal = shown === "" ? null : Number(shown);
  }

  /**
   * Shows the change at once, sends it, and takes it back when it did not arrive.
   * Resolves to false where a later click has made this one meaningless.
   */
  choose(value, send) {
    const click = ++this.#clicks;
    if (this.total !== null) this.total += value - this.value;
    this.value = value;
    this.#show();
    // One request at a time, and none for what has been clicked over before its turn came.
    const settled = this.#line.then(() => this.#isLast(click) && this.#send(value, send, click));
    this.#line = settled.catch(() => {});
    return settled;
  }

  async #send(value, send, click) {
    try {
      const answer = await send(value);
      this.sureValue = answer.value;
      this.sureTotal = answer.points.total;
    } catch (problem) {
      if (this.#isLast(click)) throw problem;
    } finally {
      if (this.#isLast(click)) this.#showWhatIsSure();
    }
    return this.#isLast(click);
  }

  get isInUse() {
    return this.#clicks > 0;
  }

  #isLast(click) {
    return click === this.#clicks;
  }

  #showWhatIsSure() {
    this.value = this.sureValue;
    this.total = this.sureTotal;
    this.#show();
  }

  #show() {
    for (const bar of this.bars) bar.show(this.value, this.total);
  }
}
