const numbers = require("fs").readFileSync(0, "utf8").split(/\s+/).map(Number);
const [opening, closing, count] = numbers;
const shifts = [];
for (let i = 0; i < count; i++) shifts.push([numbers[3 + 2 * i], numbers[4 + 2 * i]]);
shifts.sort((one, other) => one[0] - other[0]);
let alone = 0;
let coveredUntil = opening;
for (const [start, end] of shifts) {
  if (start >= closing) break;
  if (start > coveredUntil) alone += start - coveredUntil;
  coveredUntil = Math.max(coveredUntil, start, Math.min(end, closing));
}
console.log(alone + Math.max(0, closing - coveredUntil));
