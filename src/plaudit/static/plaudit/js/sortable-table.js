// <sortable-table>: the names of the columns become buttons that sort the rows: up, down, and back
// to the order they were given in. Without this file it is a table in that order.

const NEXT = { none: "ascending", ascending: "descending", descending: "none" };

class SortableTable extends HTMLElement {
  connectedCallback() {
    if (this.rows) return;
    this.body = this.querySelector("tbody");
    this.rows = [...this.body.rows];
    const language = this.closest("[lang]")?.lang || undefined;
    this.collator = new Intl.Collator(language, { numeric: true });
    for (const name of this.querySelectorAll("thead .sort")) this.#make(name);
  }

  #make(name) {
    const button = document.createElement("button");
    button.className = "sort";
    button.title = this.dataset.hint;
    button.append(...name.childNodes);
    name.replaceWith(button);
    button.addEventListener("click", () => this.#sort(button.closest("th")));
  }

  #sort(column) {
    const order = NEXT[column.ariaSort ?? "none"];
    for (const other of column.parentElement.cells) other.ariaSort = null;
    column.ariaSort = order === "none" ? null : order;
    this.body.append(...this.#sorted(column, order));
  }

  // Where there is nothing to sort by, a row stands last in either order.
  #sorted(column, order) {
    if (order === "none") return this.rows;
    const key = column.classList.contains("is-number") ? numberIn : textIn;
    const keyed = this.rows.map((row) => [key(row.cells[column.cellIndex]), row]);
    const sign = order === "descending" ? -1 : 1;
    const filled = keyed.filter(([value]) => value !== null);
    filled.sort(([one], [other]) => sign * this.#compared(one, other));
    return [...filled, ...keyed.filter(([value]) => value === null)].map(([, row]) => row);
  }

  #compared(one, other) {
    return typeof one === "number" ? one - other : this.collator.compare(one, other);
  }
}

const numberIn = (cell) => (cell.dataset.key === undefined ? null : Number(cell.dataset.key));
const textIn = (cell) => cell.textContent.trim() || null;

customElements.define("sortable-table", SortableTable);
