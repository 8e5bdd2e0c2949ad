"use strict";
const player = document.querySelector("video, audio");

function play(event) {
  const link = event.target.closest("[data-at]");
  if (!player || !link) return;
  event.preventDefault();
  player.currentTime = Number(link.dataset.at);
  player.play();
  player.scrollIntoView({ block: "nearest", behavior: "smooth" });
}

function showWhereWeAre() {
  const now = player.currentTime;
  for (const part of document.querySelectorAll("[data-from]")) {
    const inside = now >= Number(part.dataset.from) && now < Number(part.dataset.to);
    part.toggleAttribute("data-now", inside);
  }
  const needle = document.getElementById("needle");
  if (needle && player.duration) needle.setAttribute("x", String((1000 * now) / player.duration - 1));
}

async function copy(event) {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(source.textContent);
    button.textContent = "Copied";
  } catch {
    getSelection().selectAllChildren(source);
    button.textContent = "Selected: press Ctrl+C";
  }
}

document.addEventListener("click", copy);
if (player) {
  document.addEventListener("click", play);
  player.addEventListener("timeupdate", showWhereWeAre);
  player.addEventListener("seeked", showWhereWeAre);
}
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details[data-print]")) fold.open = true;
});
