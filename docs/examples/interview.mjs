// Conduct an interview from a program of your own, with Node 18 or a browser's fetch alone.
//
//     node interview.mjs http://127.0.0.1:8765 API_TOKEN INVITATION_CODE recording.mp4
//
// The API token belongs to somebody of HR (POST /api/v1/tokens); the code comes with an invitation.

import { readFile } from "node:fs/promises";

const CHUNK_BYTES = 4 << 20;
const QUESTIONS = [
  [
    { text: "What does an index do?", type: "technical", keywords: ["lookup", "tree"] },
    "An index is a tree that makes a lookup fast. For example, one of a million rows takes 20 steps.",
  ],
  [
    { text: "Tell me about a conflict.", type: "behavioural", keywords: ["listen"] },
    "First I listen, then we agree on what matters, because both sides were right about something.",
  ],
];

const [address, token, code, file] = process.argv.slice(2);
const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

// The answer as an object; asked again when the server does not answer, for every call may be repeated.
async function ask(method, path, message, raw) {
  const headers = {
    Authorization: `Bearer ${token}`,
    "Content-Type": raw ? "application/octet-stream" : "application/json",
  };
  const body = raw ?? (message && JSON.stringify(message));
  for (const wait of [1, 2, 4, 8, null]) {
    try {
      const answer = await fetch(address + path, { method, headers, body });
      if (answer.ok) return await answer.json();
      if ((answer.status < 500 && answer.status !== 429) || wait === null)
        throw new Error(`${method} ${path}: ${(await answer.json()).detail}`, { cause: "refused" });
    } catch (error) {
      if (error.cause === "refused" || wait === null) throw error;
    }
    await pause(wait);
  }
}

async function conduct(recording) {
  const { session_id } = await ask("POST", "/api/interview/session/start", {
    interview_token: code,
    recording_config: { format: "mp4", quality: "HD", audio: true, video: true },
  });
  for (const [question_data, text] of QUESTIONS) {
    const { question_id } = await ask("POST", "/api/interview/question/add", { session_id, question_data });
    const answer_data = { text, duration: 20.0, audio_quality: "good", confidence: 0.95 };
    await ask("POST", "/api/interview/answer/add", { session_id, question_id, answer_data });
  }
  const last = Math.ceil(recording.length / CHUNK_BYTES) - 1;
  for (let number = 0; number <= last; number++) {
    const place = new URLSearchParams({
      session_key: session_id,
      chunk_number: number,
      is_final: number === last,
    });
    const chunk = recording.subarray(number * CHUNK_BYTES, (number + 1) * CHUNK_BYTES);
    await ask("POST", `/recording/upload_chunk/?${place}`, null, chunk);
  }
  await ask("POST", "/api/interview/session/end", { session_id });
  return session_id;
}

async function results(session) {
  const { candidate_id } = (await ask("GET", `/api/interview/session/${session}`)).session_data;
  for (let attempt = 0; attempt < 100; attempt++) {
    const { analysis } = await ask("GET", `/api/interview/analysis/${candidate_id}`);
    const { recording_info } = await ask("GET", `/api/interview/recording/${candidate_id}`);
    if (["completed", "failed"].includes(analysis.analysis_status) && recording_info.recording_file)
      return { session_id: session, analysis, recording: recording_info };
    await pause(0.2);
  }
  throw new Error("the results did not come");
}

console.log(JSON.stringify(await results(await conduct(await readFile(file))), null, 2));
