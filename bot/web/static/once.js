// A button that was pressed says so and cannot be pressed twice; the part's button names its sum.
const money = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });

for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    const button = event.submitter ?? form.querySelector("button");
    button.dataset.said = button.textContent;
    button.textContent = form.dataset.once;
    button.setAttribute("aria-disabled", "true");
  });
}

// Coming back by the browser's own button: everything may be pressed again.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    const button = form.querySelector("[aria-disabled]");
    button.removeAttribute("aria-disabled");
    button.textContent = button.dataset.said;
  }
});

for (const input of document.querySelectorAll("input[data-amount-for]")) {
  const button = document.getElementById(input.dataset.amountFor);
  const plain = button.textContent;
  const most = Number(input.dataset.most.replace(/[$,]/g, ""));
  const show = () => {
    const sum = /^\$?(\d+(?:\.\d{1,2})?)$/.exec(input.value.trim().replaceAll(",", ""));
    button.textContent = sum && Number(sum[1]) <= most ? button.dataset.label.replace("{amount}", money.format(sum[1])) : plain;
  };
  input.addEventListener("input", show);
  show();
}
