"use strict";
const video = document.querySelector("video");

function play(event) {
  const link = event.target.closest("[data-at]");
  if (!video || !link) return;
  event.preventDefault();
  video.currentTime = Number(link.dataset.at);
  video.play();
  video.scrollIntoView({ block: "nearest", behavior: "smooth" });
}

function showWhereWeAre() {
  const now = video.currentTime;
  for (const part of document.querySelectorAll("[data-from]")) {
    const inside = now >= Number(part.dataset.from) && now < Number(part.dataset.to);
    part.toggleAttribute("data-now", inside);
  }
  const needle = document.getElementById("needle");
  if (needle && video.duration) needle.setAttribute("x", String((1000 * now) / video.duration - 1));
}

if (video) {
  document.addEventListener("click", play);
  video.addEventListener("timeupdate", showWhereWeAre);
  video.addEventListener("seeked", showWhereWeAre);
}
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details[data-print]")) fold.open = true;
});
