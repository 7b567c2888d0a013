/** Asks the local Discord; rejects with its sentence when it refuses. */
export async function ask(path, query = {}) {
  return read(await fetch(`/sandbox/${path}?${new URLSearchParams(query)}`));
}

/** Does something as the person `as`; gives `{ interactionId, acknowledgement }` for interactions, `{}` otherwise. */
export async function act(action) {
  const response = await fetch('/sandbox/do', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(action),
  });
  return read(response);
}

async function read(response) {
  const body = await response.json();
  if (!response.ok) throw new Error(body.error ?? `The local Discord answered ${response.status}.`);
  return body;
}

/** A chosen file as the local Discord takes it. */
export async function toUpload(file) {
  const url = await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  return {
    name: file.name,
    contentType: file.type || 'application/octet-stream',
    content: url.slice(url.indexOf(',') + 1),
  };
}
