// A static file server for the page, on this machine only.
//   node scripts/serve.mjs FOLDER [PORT]     PORT: tried first; a free one if it is taken
import { createServer } from "node:http";
import { createReadStream, statSync } from "node:fs";
import { extname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const KINDS = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

function answer(folder, request, response) {
  let path;
  try {
    path = normalize(decodeURIComponent(new URL(request.url, "http://host").pathname));
  } catch {
    response.writeHead(400).end("Bad address");
    return;
  }
  let file = join(folder, path);
  let stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    file = join(file, "index.html");
    stat = statSync(file, { throwIfNoEntry: false });
  }
  if (!file.startsWith(folder) || !stat?.isFile()) {
    response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found");
    return;
  }
  response.writeHead(200, {
    "Content-Type": KINDS[extname(file)] ?? "application/octet-stream",
    "Content-Length": stat.size,
    "Cache-Control": "no-cache",
  });
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}

// Resolves to {url, port, close()}.
export function serve(folder, port = 0) {
  const root = resolve(folder);
  return new Promise((done, fail) => {
    const server = createServer((request, response) => answer(root, request, response));
    server.on("error", (error) => {
      if (error.code === "EADDRINUSE" && port !== 0) {
        port = 0;
        server.listen(0, "127.0.0.1");
      } else {
        fail(error);
      }
    });
    server.on("listening", () => {
      const actual = server.address().port;
      done({
        url: `http://127.0.0.1:${actual}/`,
        port: actual,
        close: () =>
          new Promise((closed) => {
            server.close(closed);
            server.closeAllConnections?.();
          }),
      });
    });
    server.listen(port, "127.0.0.1");
  });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [folder = ".", port = "8321"] = process.argv.slice(2);
  const { url } = await serve(folder, Number(port));
  console.log(`The page is at ${url} (stop with Ctrl+C).`);
}
