// Sends one ballot. A repeated request carries the same nonce, so it counts once.

const PATIENCE = 20_000;

/** The site answered, and its answer is no. The message is the site's own sentence. */
class Refusal extends Error {
  constructor(answer) {
    super(answer.error ?? "");
    this.signIn = answer.sign_in;
  }
}

/** What to tell a reader whose ballot did not arrive, out of a bar's words. */
export function explained(problem, words) {
  const text = problem instanceof Refusal ? problem.message : "";
  return text || (problem.name === "Unsolved" ? words.unsolved : words.lost);
}

/** The site's answer, and the nonce that was sent. */
export async function castBallot(address, value, { solverAddress, onWork }) {
  const ballot = { value, nonce: freshNonce() };
  let response = await post(address, ballot);
  let answer = await answerOf(response);
  if (response.status === 429 && answer.challenge) {
    onWork();
    ballot.proof = await prove(solverAddress, answer);
    response = await post(address, ballot);
    answer = await answerOf(response);
  }
  if (!response.ok) throw new Refusal(answer);
  return { ...answer, nonce: ballot.nonce };
}

async function prove(solverAddress, { challenge, sign_in: signIn }) {
  try {
    const { solve } = await import(new URL(solverAddress, document.baseURI));
    return await solve(challenge);
  } catch (cause) {
    throw Object.assign(new Error("unsolved", { cause }), { name: "Unsolved", signIn });
  }
}

function post(address, ballot) {
  return fetch(address, {
    method: "POST",
    credentials: "same-origin",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(ballot),
    signal: AbortSignal.timeout(PATIENCE),
  });
}

async function answerOf(response) {
  try {
    return await response.json();
  } catch (cause) {
    if (response.ok) throw cause;
    return {};
  }
}

/** 16 random bytes as 22 characters of base64url. */
export function freshNonce() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
