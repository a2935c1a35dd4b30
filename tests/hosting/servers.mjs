// Real web servers, each with its file of integrations/hosting/ in what a site's owner would have around it. Each listens on
// this machine alone, keeps what it has to keep in a folder for temporary files, and goes with the test.
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, closeSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const ours = (name) => resolve("integrations/hosting", name);

/** What there is to test: each says how it is laid out in a folder, and gives the program with its arguments. */
export const servers = {
  nginx: (place) => nginx(place, ours("nginx.conf"), brotli()),

  /** As the file says to have it on an nginx that has no module for brotli. */
  "nginx without brotli"(place) {
    const [whole, line] = [readFileSync(ours("nginx.conf"), "utf8"), /^ *brotli_static on;\n/m];
    if (!line.test(whole)) throw new Error("nginx.conf has no line to leave out");
    const file = join(place.folder, "which-cause.conf");
    writeFileSync(file, whole.replace(line, ""));
    return nginx(place, file, "");
  },

  caddy({ folder, site, port }) {
    const file = join(folder, "Caddyfile");
    writeFileSync(
      file,
      `{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
  bind 127.0.0.1
  root * ${site}
  import ${ours("Caddyfile")}
}
`,
    );
    return ["caddy", "run", "--adapter", "caddyfile", "--config", file];
  },

  /** With what Debian's has by itself and could come in the way: types and languages by endings, and compressing. */
  apache({ folder, site, port }) {
    const file = join(folder, "apache.conf");
    const modules = ["mpm_event", "authz_core", "mime", "filter", "deflate", "headers", "rewrite", "dir"];
    const at = modulesOfApache();
    copyFileSync(ours(".htaccess"), join(site, "which-cause/.htaccess"));
    writeFileSync(join(folder, "mime.types"), "application/gzip gz\ntext/javascript js\n");
    // Started by root, it becomes somebody else, who has to get at the files.
    chmodSync(folder, 0o755);
    writeFileSync(
      file,
      `ServerRoot ${folder}
${modules.map((it) => `LoadModule ${it}_module ${join(at, `mod_${it}.so`)}`).join("\n")}
Listen 127.0.0.1:${port}
ServerName localhost
${process.getuid() === 0 ? "User nobody" : ""}
PidFile ${join(folder, "pid")}
DefaultRuntimeDir ${folder}
ErrorLog ${join(folder, "log")}
TypesConfig ${join(folder, "mime.types")}
AddType application/x-gzip .gz .tgz
AddLanguage es .es
AddLanguage de .de
AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json
DocumentRoot ${site}
<Directory ${site}>
  Require all granted
  Options FollowSymLinks
  AllowOverride FileInfo
</Directory>
`,
    );
    return [program("apache2", "httpd"), "-X", "-f", file];
  },
};

function nginx({ folder, site, port }, include, module) {
  const file = join(folder, "nginx.conf");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  writeFileSync(
    file,
    `daemon off;
master_process off;
pid ${join(folder, "pid")};
error_log stderr;
${module}
events {}
http {
  access_log off;
  ${temporary.map((it) => `${it}_temp_path ${join(folder, it)};`).join("\n  ")}
  server {
    listen 127.0.0.1:${port};
    root ${site};
    include ${include};
  }
}
`,
  );
  return ["nginx", "-p", folder, "-e", "stderr", "-c", file];
}

/** What has nginx load its module for brotli, where that is not in it. */
function brotli() {
  const said = spawnSync("nginx", ["-V"], { encoding: "utf8" }).stderr ?? "";
  const [, folder] = said.match(/--modules-path=(\S+)/) ?? [];
  const module = folder && join(folder, "ngx_http_brotli_static_module.so");
  return module && existsSync(module) ? `load_module ${module};` : "";
}

function modulesOfApache() {
  const folders = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/lib/httpd/modules"];
  const found = folders.find((folder) => existsSync(folder));
  if (!found) throw new Error("Apache's modules are in none of the folders that this test knows");
  return found;
}

// A test that is ended from outside takes its servers along.
for (const signal of ["SIGHUP", "SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

const is = (program) => !spawnSync(program, ["-v"]).error;

function program(...names) {
  const found = names.find(is);
  if (!found) throw new Error(`${names.join(" or ")} is missing: run \`tools/setup.sh hosting\``);
  return found;
}

/** A port that nobody listens on. */
async function free() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Starts a server, with a copy of a build as the folder which-cause/ of its site. */
export async function start(name, build) {
  const folder = mkdtempSync(join(tmpdir(), "which-cause-hosting-"));
  let child;
  const end = () => {
    child?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", end);
  const site = join(folder, "site");
  mkdirSync(site);
  cpSync(build, join(site, "which-cause"), { recursive: true });
  const port = await free();
  const [command, ...options] = servers[name]({ folder, site, port });
  const log = openSync(join(folder, "log"), "a");
  child = spawn(program(command), options, {
    stdio: ["ignore", log, log],
    // Caddy keeps things at home.
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  const ended = new Promise((done) => child.once("exit", done));
  const server = {
    port,
    /** The widget's folder on its disk. */
    folder: join(site, "which-cause"),
    async stop() {
      process.off("exit", end);
      child.kill("SIGTERM");
      await ended;
      closeSync(log);
      rmSync(folder, { recursive: true });
    },
  };
  for (let tries = 0; !(await answers(port)); tries++) {
    if (child.exitCode !== null || tries > 200) {
      const said = readFileSync(join(folder, "log"), "utf8");
      await server.stop();
      throw new Error(`${name} does not serve: ${said}`);
    }
    await wait(50);
  }
  return server;
}

const answers = (port) =>
  new Promise((done) => {
    const socket = connect(port, "127.0.0.1", () => (socket.destroy(), done(true)));
    socket.once("error", () => done(false));
  });
