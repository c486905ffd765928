// Asks again, a little less often each time, until the page has a different story to tell.
let story = document.getElementById("story");
let seconds = Number(story?.dataset.again);

async function ask() {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const newer = page.getElementById("story");
    if (answer.ok && newer && newer.innerHTML !== story.innerHTML) {
      story.replaceChildren(...newer.childNodes);
      if (!newer.dataset.again) return;
    }
  } catch {
    // offline for a moment: the next try may do
  }
  seconds = Math.min(seconds * 1.3, 30);
  setTimeout(ask, seconds * 1000);
}

if (seconds) setTimeout(ask, seconds * 1000);
