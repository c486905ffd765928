// Asks again, a little less often each time, until the page has a different story to tell.
const story = document.getElementById("story");
const said = document.getElementById("said");
const first = Number(story?.dataset.again);
let seconds = first;

async function ask() {
  try {
    const answer = await fetch(story.dataset.from ?? location.href, { headers: { Accept: "text/html" } });
    if (answer.redirected) return location.reload(); // signed out meanwhile
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const newer = page.getElementById("story");
    if (answer.ok && newer && newer.innerHTML !== story.innerHTML) {
      tell(newer);
      if (said && page.title !== document.title) said.textContent = page.title;
      document.title = page.title;
      if (!newer.dataset.again) return;
      seconds = first;
    }
  } catch {
    // offline for a moment: the next try may do
  }
  seconds = Math.min(seconds * 1.3, 30);
  setTimeout(ask, seconds * 1000);
}

// The focus stays on the link it was on, wherever that has moved.
function tell(newer) {
  const held = story.contains(document.activeElement) && document.activeElement.getAttribute("href");
  story.replaceChildren(...newer.childNodes);
  if (held) story.querySelector(`a[href="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
}

if (first) setTimeout(ask, first * 1000);
