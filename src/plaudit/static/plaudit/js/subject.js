// What a page knows about the points of one story, shared by every bar that shows it.

const subjects = new Map();

export function subjectOf(bar) {
  const about = bar.getAttribute("about");
  if (!subjects.has(about)) subjects.set(about, new Subject(bar));
  return subjects.get(about);
}

class Subject {
  #turn = Promise.resolve();

  constructor(bar) {
    this.bars = new Set();
    this.value = this.sureValue = Number(bar.dataset.value);
    const shown = bar.querySelector(".points").value;
    this.total = this.sureTotal = shown === "" ? null : Number(shown);
  }

  /** Shows the change at once, sends it, and takes it back when it did not arrive. */
  choose(value, send) {
    const change = value - this.value;
    this.value = value;
    if (this.total !== null) this.total += change;
    this.#show();
    // One request at a time, in the order of the clicks.
    this.#turn = this.#turn.then(() => send(value)).then(
      (answer) => this.#settle(value, answer),
      (problem) => { this.#takeBack(); throw problem; },
    );
    const settled = this.#turn;
    this.#turn = settled.catch(() => {});
    return settled;
  }

  #settle(value, answer) {
    this.sureValue = answer.value;
    this.sureTotal = answer.points.total;
    // A later click is already on its way; its own answer will set the figure.
    if (this.value !== value) return;
    this.#takeBack();
  }

  #takeBack() {
    this.value = this.sureValue;
    this.total = this.sureTotal;
    this.#show();
  }

  #show() {
    for (const bar of this.bars) bar.show(this.value, this.total);
  }
}
