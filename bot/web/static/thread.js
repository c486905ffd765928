// Keeps the thread current while somebody looks at it, and counts what is being written.
const PAUSE = 3000;
const list = document.getElementById("texts");
const box = document.getElementById("body");
const bar = document.querySelector(".desk-bar");

list.scrollTop = list.scrollHeight;
list.lastElementChild?.scrollIntoView({ block: "end" });

// The last text before the first whose fate may still change.
function lastSettled() {
  let id = 0;
  for (const item of list.querySelectorAll("li[data-id]")) {
    if (!item.dataset.settled) break;
    id = Number(item.dataset.id);
  }
  return id;
}

// Whoever reads what was said earlier, or about the patient, is left there.
function show(html) {
  const last = list.lastElementChild;
  const atEnd = !last || last.getBoundingClientRect().bottom - bar.getBoundingClientRect().top < 60;
  const fresh = new DOMParser().parseFromString(`<ol>${html}</ol>`, "text/html");
  for (const item of fresh.querySelectorAll("li")) {
    const known = document.getElementById(item.id);
    if (known?.innerHTML === item.innerHTML) continue;
    known ? change(known, item) : list.append(item);
  }
  const grew = list.lastElementChild?.id !== last?.id;
  if (grew && atEnd) list.lastElementChild.scrollIntoView({ block: "nearest" });
}

// Read out once: its delivery is not a text anew, unless it fails.
function change(known, item) {
  known.ariaLive = item.querySelector(".troubled") ? "polite" : "off";
  known.toggleAttribute("data-settled", "settled" in item.dataset);
  known.className = item.className;
  known.replaceChildren(...item.childNodes);
}

async function look() {
  try {
    const answer = await fetch(list.dataset.url.replace(/0$/, lastSettled()), { redirect: "manual" });
    if (answer.type === "opaqueredirect") return location.reload();
    if (answer.ok) {
      show(await answer.text());
      changedHands(answer.headers.get("X-Holder") !== list.dataset.holder);
    }
  } catch {
    // offline for a moment: the next look may do
  }
  setTimeout(look, document.hidden ? PAUSE * 5 : PAUSE);
}

// Nothing half-written is lost: only an empty box is reloaded.
function changedHands(yes) {
  if (yes && !box?.value) return location.reload();
  document.getElementById("changed").hidden = !yes;
}

function segments(text) {
  const { basic, double } = box.dataset;
  const letters = [...text];
  const plain = letters.every((letter) => basic.includes(letter) || double.includes(letter));
  const cost = (letter) => (plain ? (double.includes(letter) ? 2 : 1) : letter.length);
  const [single, joined] = plain ? [160, 153] : [70, 67];
  const total = letters.reduce((sum, letter) => sum + cost(letter), 0);
  if (total <= single) return total ? 1 : 0;
  let count = 1, used = 0;
  for (const letter of letters) {
    if (used + cost(letter) > joined) [count, used] = [count + 1, 0];
    used += cost(letter);
  }
  return count;
}

function tell() {
  const text = box.dataset.begins ? `${box.dataset.begins} ${box.value}` : box.value;
  const count = segments(text);
  const note = document.getElementById("count");
  note.textContent = `${text.length} letters, ${count} segment${count === 1 ? "" : "s"}`;
}

box?.addEventListener("input", tell);
box?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) box.form.requestSubmit();
});
setTimeout(look, PAUSE);
