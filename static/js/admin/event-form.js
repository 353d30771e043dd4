/* Formulir acara: jenis mengisi yang biasanya, dan saran (tanggal, bentrok) tampil sambil diisi. Tanpa skrip, bentrok diberitahukan sesudah disimpan. */
const form = document.querySelector("#event_form");
const advice = document.querySelector("[data-advice]");
const presets = JSON.parse(document.querySelector("#jenis-acara")?.textContent ?? "{}");
const field = (name) => form.elements.namedItem(name);

function fillIn(name, value) {
  const target = field(name);
  if (target && value !== null && value !== "" && (!target.value || target.dataset.filledIn)) {
    target.value = value;
    target.dataset.filledIn = "ya";
  }
}

function endAfter(start, minutes) {
  const [hours, mins] = start.split(":").map(Number);
  const total = hours * 60 + mins + minutes;
  if (total >= 24 * 60) return "";
  return `${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}`;
}

function applyPreset() {
  const preset = presets[field("event_type")?.value];
  if (!preset || advice.dataset.event) return;
  if (!field("audience").dataset.touched) field("audience").value = preset.audience;
  fillIn("organiser", preset.organiser);
  fillIn("venue", preset.venue);
  fillIn("dress_code", preset.dress_code);
  const start = field("start_time").value;
  if (preset.minutes === null) {
    if (!field("end_time").value) field("until_done").checked = true;
  } else if (start) {
    fillIn("end_time", endAfter(start, preset.minutes));
  }
}

let timer;
let asked = 0;
async function ask() {
  if (!field("first_on")?.value) return;
  const number = ++asked;
  const data = new FormData(form);
  data.set("_acara", advice.dataset.event);
  const response = await fetch(advice.dataset.advice, { method: "POST", body: data }).catch(() => null);
  if (!response?.ok || number !== asked) return;
  const { dates, clashes } = await response.json();
  advice.querySelector("[data-dates]").textContent = dates;
  advice.querySelector("[data-clashes]").replaceChildren(
    ...clashes.map((text) => Object.assign(document.createElement("li"), { className: "warning", textContent: `Bentrok: ${text}` })),
  );
  advice.hidden = !dates && !clashes.length;
}

if (form && advice) {
  form.addEventListener("change", (event) => {
    if (event.isTrusted) {
      event.target.dataset.touched = "ya";
      delete event.target.dataset.filledIn;
    }
    if (["event_type", "start_time"].includes(event.target.name)) applyPreset();
    clearTimeout(timer);
    timer = setTimeout(ask, 400);
  });
  ask();
}
