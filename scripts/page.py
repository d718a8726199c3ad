#!/usr/bin/python3
"""Writes the page from what emcc linked: index.html with its files beside it, and leadpact.html
with everything inside, which also opens from a disk (file://).

In shell.html the build fills in:
  {{{ SCRIPT }}}               (emcc) the program
  'leadpact-script-hashes'     in the content policy: hashes of all scripts inside the page
  'leadpact-connect'           in the content policy: 'self' for index.html, which has to fetch
                               its program, 'none' for leadpact.html
Where there is a worker (web/bridge/worker), both pages get, before the program,
  <script type="text/plain" id="leadpact-worker-js">    the worker's JavaScript, and
  <script type="text/plain" id="leadpact-worker-wasm">  its module in base64 (leadpact.html), or
                                                        its address in data-src (index.html).
Files of web/static/ are copied beside index.html; in text files among them @LEADPACT_BUILD@
becomes a hash of the program, for names of caches.
"""
import argparse
import base64
import hashlib
import pathlib
import re

TEXT = {".js", ".json", ".webmanifest", ".html", ".css", ".txt", ".svg"}

UNPACK = """\
(function () {
  var box = document.getElementById("leadpact-wasm"), text = atob(box.textContent);
  var bytes = new Uint8Array(text.length);
  for (var i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  box.remove();
  window.Module = window.Module || {};
  window.Module.wasmBinary = bytes;
})();"""


def hash_of(*contents):
    digest = hashlib.sha256()
    for content in contents:
        digest.update(content)
    return digest.hexdigest()[:12]


def safe_inside_script(text):
    """The same program, without the two words that would end or confuse its element."""
    return re.sub(r"<(/script|!--)", r"<\\\1", text, flags=re.IGNORECASE)


def script_hashes(html):
    hashes = []
    for attributes, body in re.findall(r"<script\b([^>]*)>(.*?)</script>", html,
                                       flags=re.DOTALL | re.IGNORECASE):
        kind = re.search(r"""type\s*=\s*["']?([^"'\s>]+)""", attributes)
        if re.search(r"\bsrc\s*=", attributes) or (
                kind and kind[1] not in ("text/javascript", "module", "application/javascript")):
            continue
        digest = hashlib.sha256(body.encode()).digest()
        hashes.append("'sha256-" + base64.b64encode(digest).decode() + "'")
    return " ".join(dict.fromkeys(hashes))


def with_policy(html, connect):
    # The hashes are of the scripts as they stand, and the policy is not inside a script.
    html = html.replace("'leadpact-connect'", connect)
    return html.replace("'leadpact-script-hashes'", script_hashes(html))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--linked", type=pathlib.Path, required=True, help="emcc's .html")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--static", type=pathlib.Path, help="files to copy beside index.html")
    parser.add_argument("--worker-js", type=pathlib.Path)
    args = parser.parse_args()

    shell = args.linked.read_text(encoding="utf-8")
    name = args.linked.stem
    glue = args.linked.with_suffix(".js").read_text(encoding="utf-8")
    wasm = args.linked.with_suffix(".wasm").read_bytes()
    worker_glue, worker_wasm = "", b""
    if args.worker_js:
        worker_glue = args.worker_js.read_text(encoding="utf-8")
        worker_wasm = args.worker_js.with_suffix(".wasm").read_bytes()
    build = hash_of(shell.encode(), glue.encode(), wasm, worker_glue.encode(), worker_wasm)

    tag = re.compile(rf"""<script\b[^>]*\bsrc=["']?{re.escape(name)}\.js["']?[^>]*>\s*</script>""")
    if len(tag.findall(shell)) != 1:
        raise SystemExit("shell.html must have {{{ SCRIPT }}} once.")

    def page(program, worker_module):
        parts = []
        if args.worker_js:
            parts.append('<script type="text/plain" id="leadpact-worker-js">' +
                         safe_inside_script(worker_glue) + "</script>")
            parts.append(worker_module)
        return tag.sub(lambda _: "\n".join(parts + program), shell)

    # Addresses carry the build's hash: a host's cache then never pairs old glue with a new module.
    wasm_address = f"{name}.wasm?v={build}"
    index = page([f'<script async src="{name}.js?v={build}"></script>'],
                 '<script type="text/plain" id="leadpact-worker-wasm" '
                 f'data-src="worker.wasm?v={build}"></script>')
    single = page(['<script type="text/plain" id="leadpact-wasm">' +
                   base64.b64encode(wasm).decode() + "</script>",
                   f"<script>{UNPACK}</script>",
                   "<script>" + safe_inside_script(glue) + "</script>"],
                  '<script type="text/plain" id="leadpact-worker-wasm">' +
                  base64.b64encode(worker_wasm).decode() + "</script>")

    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / f"{name}.js").write_text(
        re.sub(rf"""(["']){re.escape(name)}\.wasm\1""", rf"\g<1>{wasm_address}\g<1>", glue),
        encoding="utf-8")
    (args.out / f"{name}.wasm").write_bytes(wasm)
    if args.worker_js:
        (args.out / "worker.wasm").write_bytes(worker_wasm)
    (args.out / "index.html").write_text(with_policy(index, "'self'"), encoding="utf-8")
    (args.out / "leadpact.html").write_text(with_policy(single, "'none'"), encoding="utf-8")

    if args.static and args.static.is_dir():
        for file in sorted(path for path in args.static.rglob("*") if path.is_file()):
            target = args.out / file.relative_to(args.static)
            target.parent.mkdir(parents=True, exist_ok=True)
            content = file.read_bytes()
            if file.suffix in TEXT:
                content = content.replace(b"@LEADPACT_BUILD@", build.encode())
            target.write_bytes(content)


if __name__ == "__main__":
    main()
