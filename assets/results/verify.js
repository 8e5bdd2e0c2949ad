const PIECE = 4 << 20;
const LISTS = ["tagmanifest-sha256.txt", "manifest-sha256.txt"];
const UNLISTED = new Set(["tagmanifest-sha256.txt", "signature.json"]);
const shown = (id) => document.getElementById(id);
const WORDS = JSON.parse(shown("words").textContent);
const counted = (text, n) => text.replace("{n}", n.toLocaleString(document.documentElement.lang));

async function hash(file, told) {
  const sum = new Sha256();
  for (let at = 0; at < file.size; at += PIECE) {
    const piece = new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
    sum.update(piece);
    told(piece.length);
  }
  return sum.hex();
}

function bytes(hex) {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

// The folder's files by their names in the bag; it may lie inside the folder that was chosen.
function bagOf(files) {
  const paths = new Map(Array.from(files, (file) => [file.webkitRelativePath || file.name, file]));
  const roots = [...paths.keys()].filter((path) => /(^|\/)bagit\.txt$/.test(path)).map((path) => path.slice(0, -"bagit.txt".length));
  roots.sort((one, other) => one.length - other.length);
  if (!roots.length) return null;
  const inside = [...paths].filter(([path]) => path.startsWith(roots[0]));
  return new Map(inside.map(([path, file]) => [path.slice(roots[0].length), file]));
}

async function listed(bag) {
  const wanted = new Map();
  for (const list of LISTS) {
    const text = (await bag.get(list)?.text()) ?? "";
    for (const line of text.split("\n")) {
      const found = /^([0-9a-f]{64})\s+(.+)$/.exec(line);
      if (found) wanted.set(found[2], found[1]);
    }
  }
  return wanted;
}

async function signed(bag) {
  try {
    const said = JSON.parse(await bag.get("signature.json").text());
    const list = await bag.get(LISTS[0]).arrayBuffer();
    const result = { key: String(said.public_key), state: "unknown" };
    try {
      const key = await crypto.subtle.importKey("raw", bytes(said.public_key), { name: "Ed25519" }, false, ["verify"]);
      const good = await crypto.subtle.verify({ name: "Ed25519" }, key, bytes(said.signature), list);
      result.state = good ? "good" : "bad";
    } catch (error) {
      if (error.name !== "NotSupportedError") result.state = "bad";
    }
    return result;
  } catch {
    return { key: "", state: "missing" };
  }
}

async function findings(bag, wanted, told) {
  const found = [];
  for (const list of LISTS) if (!bag.has(list)) found.push(["missing", list]);
  for (const [name, right] of wanted) {
    const file = bag.get(name);
    if (!file) {
      if (!LISTS.includes(name)) found.push(["missing", name]);
      continue;
    }
    try {
      if ((await hash(file, told)) !== right) found.push(["changed", name]);
    } catch {
      found.push(["unreadable", name]);
    }
  }
  for (const name of bag.keys()) if (!wanted.has(name) && !UNLISTED.has(name)) found.push(["added", name]);
  return found;
}

function say(kind, text) {
  const line = document.createElement("p");
  line.className = kind;
  line.textContent = text;
  shown("verdict").append(line);
}

const SIGNATURES = { good: "good", bad: "bad", missing: "bad", unknown: "warn" };

async function check(files) {
  shown("verdict").replaceChildren();
  const rows = shown("findings").tBodies[0];
  rows.replaceChildren();
  shown("findings").hidden = true;
  const bag = bagOf(files);
  if (!bag) {
    say("bad", WORDS.no_bundle);
    return;
  }
  const wanted = await listed(bag);
  const total = [...wanted.keys()].reduce((sum, name) => sum + (bag.get(name)?.size ?? 0), 0);
  const progress = shown("progress");
  let done = 0;
  progress.hidden = false;
  const told = (count) => {
    done += count;
    progress.value = total ? done / total : 1;
  };
  const signature = await signed(bag);
  const found = await findings(bag, wanted, told);
  progress.hidden = true;
  if (found.length) say("bad", found.length === 1 ? WORDS.one_bad : counted(WORDS.some_bad, found.length));
  else say("good", counted(WORDS.all_good, wanted.size));
  say(SIGNATURES[signature.state], WORDS[`signature_${signature.state}`]);
  shown("signer").textContent = signature.key || WORDS.nobody;
  for (const [what, name] of found) {
    const row = rows.insertRow();
    row.insertCell().textContent = WORDS[what];
    row.insertCell().textContent = name;
  }
  shown("findings").hidden = !found.length;
}

shown("folder").addEventListener("change", (event) => check(event.target.files));
