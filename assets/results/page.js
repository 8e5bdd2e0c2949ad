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

/* The films of the screen follow the recording; a tenth of a second apart they are brought together. */
function followScreens() {
  for (const figure of document.querySelectorAll("figure.screen")) {
    const film = figure.querySelector("video");
    const at = player.currentTime - Number(figure.dataset.start);
    const inside = at >= 0 && at <= (film.duration || Infinity);
    figure.toggleAttribute("data-away", !inside);
    film.playbackRate = player.playbackRate;
    if (inside && Math.abs(film.currentTime - at) > (player.paused ? 0.01 : 0.1)) film.currentTime = at;
    if (inside && !player.paused) film.play().catch(() => {});
    else film.pause();
  }
}

async function copy(event) {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(source.textContent);
    button.textContent = button.dataset.copied;
  } catch {
    getSelection().selectAllChildren(source);
    button.textContent = button.dataset.selected;
  }
}

/* Another language goes on at the same second. */
function remember(event) {
  const link = event.target.closest(".editions a");
  if (player && link) link.hash = `at=${player.currentTime.toFixed(1)}`;
}

document.addEventListener("click", copy);
document.addEventListener("click", remember);
if (player) {
  player.currentTime = Number(/^#at=([\d.]+)$/.exec(location.hash)?.[1] ?? 0);
  document.addEventListener("click", play);
  player.addEventListener("timeupdate", showWhereWeAre);
  player.addEventListener("seeked", showWhereWeAre);
  for (const what of ["timeupdate", "seeked", "play", "pause", "ratechange", "loadedmetadata"])
    player.addEventListener(what, followScreens);
}
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details[data-print]")) fold.open = true;
});
