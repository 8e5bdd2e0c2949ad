"use strict";
/* Everything works without this file but playing from a line, live booths, and sending a pack. */
const player = document.querySelector("video[data-main], audio[data-main]");

function seek(event) {
  const link = event.target.closest("[data-at]");
  if (!player || !link) return;
  event.preventDefault();
  player.currentTime = Number(link.dataset.at);
  player.play().catch(() => {});
  player.scrollIntoView({ block: "nearest" });
}

function showWhereWeAre() {
  const now = player.currentTime;
  for (const part of document.querySelectorAll("[data-from]")) {
    part.toggleAttribute("data-now", now >= Number(part.dataset.from) && now < Number(part.dataset.to));
  }
  const needle = document.getElementById("needle");
  if (needle && player.duration) needle.setAttribute("x", String((1000 * now) / player.duration - 1));
}

/* The small picture of the place that the pointer is over. */
function peek(event) {
  const bar = event.currentTarget;
  const sheet = document.getElementById("peek");
  if (!sheet || !player.duration) return;
  const box = bar.getBoundingClientRect();
  const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
  const glances = JSON.parse(sheet.dataset.glances);
  const found = glances.findLast((one) => one[0] <= share * player.duration) ?? glances[0];
  sheet.setAttribute("viewBox", found.slice(1).join(" "));
  sheet.style.left = `${Math.min(box.width - 160, Math.max(0, share * box.width - 80))}px`;
  sheet.removeAttribute("hidden");
}

async function copy(event) {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(source.textContent);
    button.textContent = document.body.dataset.copied;
  } catch {
    getSelection().selectAllChildren(source);
    button.textContent = document.body.dataset.selected;
  }
}

function changeSpeed(event) {
  const button = event.target.closest("[data-speed]");
  if (!button) return;
  player.playbackRate = Number(button.dataset.speed);
  for (const other of document.querySelectorAll("[data-speed]")) other.setAttribute("aria-pressed", String(other === button));
}

function clock(seconds) {
  const whole = Math.floor(seconds);
  const hours = Math.floor(whole / 3600);
  const rest = `${Math.floor((whole % 3600) / 60)}`.padStart(hours ? 2 : 1, "0") + ":" + `${whole % 60}`.padStart(2, "0");
  return hours ? `${hours}:${rest}` : rest;
}

document.addEventListener("click", copy);
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
});
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details[data-paper]")) fold.open = true;
});

if (player) {
  document.addEventListener("click", seek);
  document.addEventListener("click", changeSpeed);
  for (const what of ["timeupdate", "seeked"]) player.addEventListener(what, showWhereWeAre);
  for (const part of document.querySelectorAll(".screen-only")) part.hidden = false;
  const bar = document.querySelector(".bar");
  bar?.addEventListener("pointermove", peek);
  bar?.addEventListener("pointerleave", () => document.getElementById("peek")?.setAttribute("hidden", ""));
  document.getElementById("note-text")?.addEventListener("focus", () => {
    const at = document.getElementById("note-at");
    if (!at.value && player.currentTime > 0) at.value = clock(player.currentTime);
  });
}

/* Pictures of booths stay until the next one is there. */
function lookAgain() {
  for (const shown of document.querySelectorAll("img[data-preview]")) {
    const next = shown.cloneNode();
    next.addEventListener("load", () => showInstead(shown, next, true));
    next.addEventListener("error", () => showInstead(shown, next, false));
    next.src = `${shown.dataset.preview}?at=${Date.now()}`;
  }
}

function showInstead(shown, next, there) {
  next.toggleAttribute("hidden", !there);
  shown.replaceWith(next);
  document.getElementById("none")?.toggleAttribute("hidden", there);
}

/* New words around old pictures; commands go to whoever is interviewed now. */
function renew(html) {
  const pictures = [...live.querySelectorAll("img[data-preview]")];
  live.innerHTML = html;
  for (const place of live.querySelectorAll("img[data-preview]")) {
    const kept = pictures.find((one) => one.dataset.preview === place.dataset.preview);
    if (kept) place.replaceWith(kept);
  }
  const now = live.querySelector("[data-session]");
  if (!now) return;
  if (live.dataset.connected && live.dataset.connected !== now.dataset.connected) location.reload();
  live.dataset.connected = now.dataset.connected;
  for (const field of document.querySelectorAll("input[name=session_id]")) field.value = now.dataset.session;
}

/* What changes by itself: asked for again every two seconds while somebody looks. */
const live = document.querySelector("[data-live]");
if (live) {
  const again = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(live.dataset.live, { headers: { Accept: "text/html" } });
      if (answer.redirected) location.reload();
      const holds = live.contains(document.activeElement) ? document.activeElement.id : "";
      if (answer.ok) renew(await answer.text());
      if (holds) document.getElementById(holds)?.focus();
    } catch {
      document.getElementById("lost")?.removeAttribute("hidden");
      return;
    }
    document.getElementById("lost")?.setAttribute("hidden", "");
    lookAgain();
  };
  setInterval(again, 2000);
  lookAgain();
}

/* A pack is sent as it is: the server takes raw bodies only. */
const upload = document.getElementById("new-pack");
upload?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const told = document.getElementById("told");
  const file = upload.elements.file.files[0];
  if (file.size > Number(upload.dataset.most)) {
    told.textContent = upload.dataset.large;
    return;
  }
  told.textContent = upload.dataset.sending;
  const headers = { "X-CSRF-Token": upload.elements.csrf.value };
  const answer = await fetch("/packs", { method: "POST", body: file, headers });
  if (answer.ok) location.reload();
  else told.textContent = await answer.text();
});
