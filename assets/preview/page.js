"use strict";
const voice = document.querySelector("audio");
const caption = document.querySelector(".caption");
const hearAll = document.querySelector(".all");
const mouths = JSON.parse(document.getElementById("mouths").textContent);
const chosen = (name) => document.querySelector(`input[name=${name}]:checked`).value;
let playing = null;
let waiting = [];

function draw(shape) {
  for (const mouth of document.querySelectorAll("[data-mouth-shape]")) {
    mouth.toggleAttribute("hidden", mouth.dataset.mouthShape !== shape);
  }
}

function move() {
  if (!playing) return draw("rest");
  const at = voice.currentTime * voice.dataset.factor;
  let shape = "rest";
  for (const [from, next] of mouths[playing.dataset.mouth]) {
    if (from > at) break;
    shape = next;
  }
  draw(shape);
  requestAnimationFrame(move);
}

function stop() {
  voice.pause();
  playing?.removeAttribute("data-playing");
  playing = null;
}

function say(link) {
  stop();
  const slow = chosen("pace") === "slow";
  voice.dataset.factor = slow ? "0.8" : "1";
  voice.src = slow ? link.dataset.slow : link.getAttribute("href");
  for (const face of document.querySelectorAll(".face")) face.hidden = face.dataset.avatar !== link.dataset.avatar;
  caption.textContent = link.previousElementSibling.textContent;
  playing = link;
  link.setAttribute("data-playing", "");
  voice.play();
  requestAnimationFrame(move);
}

function sayNext() {
  const next = waiting.shift();
  if (next) {
    say(next);
    next.scrollIntoView({ block: "center", behavior: "smooth" });
  } else stop();
  hearAll.textContent = playing && waiting.length ? "Stop" : "Hear everything";
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".listen");
  if (!link) return;
  event.preventDefault();
  waiting = [];
  if (link === playing) stop();
  else say(link);
});
hearAll.addEventListener("click", () => {
  const running = playing && waiting.length;
  waiting = running ? [] : [...document.querySelectorAll(".listen")].filter((link) => !link.closest("[hidden]"));
  sayNext();
});
voice.addEventListener("ended", sayNext);
document.querySelector(".languages").addEventListener("change", () => {
  stop();
  waiting = [];
  const language = chosen("language");
  for (const part of document.querySelectorAll("[data-language]")) part.hidden = part.dataset.language !== language;
});
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details[data-print]")) fold.open = true;
});
draw("rest");
