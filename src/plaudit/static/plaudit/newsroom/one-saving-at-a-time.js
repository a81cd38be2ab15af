// Wagtail's editor saves by itself, and learns a new story's address from the answer only.
// Sent before that answer is here, the form would make the same story a second time: so it waits.

const EDITOR = "w-editor-form";
const PATIENCE = 30_000; // whoever stopped the page from leaving gets the saving back

let isSaving = false;
let isLeaving = false;
let waiting = null;

function onSave(event) {
  if (isLeaving) event.preventDefault();
  else isSaving = true;
}

function onAnswer() {
  isSaving = false;
  const form = waiting;
  waiting = null;
  form?.requestSubmit();
}

function onSubmit(event) {
  if (event.target.id !== EDITOR) return;
  if (isSaving) hold(event);
  else leave();
}

function leave() {
  isLeaving = true;
  setTimeout(() => { isLeaving = false; }, PATIENCE);
}

function hold(event) {
  event.preventDefault();
  event.stopPropagation();
  if (waiting) return;
  waiting = event.target;
  // The button that was pressed may be disabled by then; what it stands for is sent all the same.
  const { name, value } = event.submitter ?? {};
  if (name) waiting.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
}

document.addEventListener("w-autosave:save", onSave);
document.addEventListener("w-autosave:success", onAnswer);
document.addEventListener("w-autosave:error", onAnswer);
document.addEventListener("submit", onSubmit, true);
