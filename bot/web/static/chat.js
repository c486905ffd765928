// Makes the chat live: sends without leaving the page, asks for what is new, keeps the focus.
const [BUSY, CALM, LATE] = [700, 3000, 12000];
const main = document.getElementById("main");
const list = document.getElementById("texts");
const box = document.getElementById("body");
const problem = document.getElementById("problem");
const write = box.form;
let settled = Number(main.dataset.settled);
let busy = main.dataset.busy === "yes";
let lastNews = Date.now();
let timer = 0;
let sending = false;

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-chat]")) return;
  event.preventDefault();
  send(event.target, event.submitter);
});

box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  write.requestSubmit();
});

box.addEventListener("input", () => {
  grow();
  tell("");
});

async function send(form, button) {
  if (sending || (form === write && !box.value.trim())) return;
  sending = true;
  button?.setAttribute("aria-disabled", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form, button), redirect: "manual" });
    if (answer.type === "opaqueredirect") sent(form);
    else tell(answer.status === 429 ? write.dataset.fast : answer.status === 422 ? write.dataset.long : write.dataset.failed);
  } catch {
    tell(write.dataset.offline);
  }
  sending = false;
  button?.removeAttribute("aria-disabled");
  if (form === write || !matchMedia("(pointer: coarse)").matches) box.focus();
}

function sent(form) {
  tell("");
  form.elements.nonce.value = fresh();
  if (form === write) box.value = "";
  grow();
  busy = true;
  lastNews = Date.now();
  look();
}

// Only over https or on this very machine has a browser randomUUID.
const fresh = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

function tell(text) {
  problem.textContent = text;
  problem.hidden = !text;
  box.toggleAttribute("aria-invalid", Boolean(text));
}

function grow() {
  box.rows = Math.min(6, Math.max(1, box.value.split("\n").length, Math.ceil(box.value.length / 34)));
}

async function look() {
  clearTimeout(timer);
  if (document.hidden) return;
  try {
    const answer = await fetch(main.dataset.since.replace("/0?", `/${settled}?`));
    if (answer.status === 410) return location.reload();
    if (answer.ok) show(await answer.text(), answer.headers);
  } catch {
    // offline for a moment: the next look may do
  }
  clearTimeout(timer);
  timer = setTimeout(look, busy ? BUSY : Date.now() - lastNews < 300000 ? CALM : LATE);
}

function show(html, headers) {
  if (headers.get("X-Language") !== document.documentElement.lang && !box.value) return again();
  const news = new DOMParser().parseFromString(html, "text/html");
  let newest = null;
  for (const item of news.querySelectorAll("li")) newest = place(item) ?? newest;
  busy = Boolean(news.querySelector(".writing"));
  for (const id of ["state", "choices", "under"]) {
    const [fresher, shown] = [news.getElementById(id), document.getElementById(id)];
    if (fresher.textContent !== shown.textContent) shown.replaceChildren(...fresher.childNodes);
  }
  settled = Math.max(settled, Number(headers.get("X-Settled")));
  if (!newest) return;
  lastNews = Date.now();
  toEnd();
}

// In the other language: whoever was writing goes on writing.
function again() {
  if (document.activeElement === box) sessionStorage.setItem("writing", "yes");
  location.reload();
}

// By its number: an answer may come after what was written later.
function place(item) {
  if (document.getElementById(item.id)) return null;
  const after = [...list.children].find((known) => Number(known.dataset.id) > Number(item.dataset.id));
  list.insertBefore(item, after ?? null);
  return item;
}

function toEnd() {
  scrollTo(0, document.documentElement.scrollHeight);
}

document.addEventListener("visibilitychange", () => document.hidden || !list.children.length || look());
if (list.children.length) toEnd();
if (sessionStorage.getItem("writing")) box.focus({ preventScroll: true });
sessionStorage.removeItem("writing");
grow();
if (list.children.length) timer = setTimeout(look, busy ? BUSY : CALM); // before that there is no news
