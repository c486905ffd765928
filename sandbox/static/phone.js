// Keeps the handsets live: asks once a second, sends texts, moves the clock, orders faults.
const $ = (selector, root = document) => root.querySelector(selector);
const shown = new Map();

const WORDS = {
  delivered: "Delivered", sent: "Sent", queued: "Waiting", received: "Sent",
  undelivered: "Not delivered", failed: "Not sent",
};

const clock = (iso) => new Date(iso).toLocaleString("en-US",
  { weekday: "short", month: "short", day: "numeric", hour: "numeric", minute: "2-digit", timeZone: "UTC" }) + " UTC";

function withLinks(node, body) {
  for (const part of body.split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)])/)) {
    if (!/^https?:\/\//.test(part)) { node.append(part); continue; }
    const link = Object.assign(document.createElement("a"), { href: part, textContent: part, target: "_blank", rel: "noopener" });
    node.append(link);
  }
}

function bubble(text) {
  const item = document.createElement("li");
  item.className = `text ${text.direction}${text.status === "undelivered" ? " late" : ""}`;
  withLinks(item, text.body);
  for (const medium of text.media) {
    item.append(Object.assign(document.createElement("img"), { src: medium.show, alt: "Picture in the text" }));
  }
  const code = text.error_code ? ` (${text.error_code})` : "";
  const parts = `${text.segments} segment${text.segments === 1 ? "" : "s"}`;
  const state = document.createElement("small");
  state.textContent = `${WORDS[text.status] ?? text.status}${code} · ${clock(text.at)} · ${parts}`;
  item.append(state);
  return item;
}

function draw(phone) {
  const frame = $(`[data-number="${CSS.escape(phone.number)}"]`);
  if (!frame) { location.reload(); return; }
  const mark = phone.texts.map((text) => text.sid + text.status).join();
  if (!phone.texts.length || shown.get(phone.number) === mark) return;
  shown.set(phone.number, mark);
  const list = $(".texts", frame);
  list.replaceChildren(...phone.texts.map(bubble));
  list.scrollTop = list.scrollHeight;
}

async function refresh() {
  try {
    const answer = await fetch("/_sandbox/phones" + location.search);
    const state = await answer.json();
    $("#now").textContent = clock(state.now);
    $("#monday").dataset.clock = JSON.stringify({ set: state.next_monday });
    $("#faults").textContent = state.faults.map((f) => `${f.target} ${f.kind} ×${f.times}`).join(", ") || "Nothing ordered.";
    state.phones.forEach(draw);
  } catch {
    $("#now").textContent = "the sandbox does not answer";
  }
}

async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
  return answer.json();
}

document.addEventListener("submit", async (event) => {
  const form = event.target.closest(".compose");
  if (!form) return;
  event.preventDefault();
  const body = form.elements.body.value.trim();
  const media = event.submitter?.value === "sample" ? ["sample"] : [];
  const to = form.elements.to.value.trim();
  if (!to || (!body && !media.length)) return;
  form.elements.body.value = "";
  await post("/_sandbox/sms", { from: form.closest(".phone").dataset.number, to, body, media });
  refresh();
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.clock) {
    $("#clock-said").textContent = "Moving time…";
    const said = await post("/_sandbox/clock", JSON.parse(button.dataset.clock));
    const missed = said.tick === null ? "The product did not answer; time has moved." : "Done.";
    $("#clock-said").textContent = said.error ?? missed;
  } else if (button?.dataset.fault) {
    await post("/_sandbox/faults", JSON.parse(button.dataset.fault));
  } else if (button?.id === "no-faults") {
    await fetch("/_sandbox/faults", { method: "DELETE" });
  } else { return; }
  refresh();
});

refresh();
setInterval(refresh, 1000);
