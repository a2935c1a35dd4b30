// Starts real web servers with the files of integrations/hosting/, inside a configuration like a site owner's. Each listens on
// 127.0.0.1 only, keeps its files in a temporary folder, and ends with the test.
import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const configuration = (name) => resolve("integrations/hosting", name);

/** The servers. Each writes its files into a folder and returns the program with its arguments. */
export const servers = {
  nginx: (options) => nginx(options, configuration("nginx.conf"), brotli()),

  /** nginx.conf without its line for brotli, as its comment says for an nginx without that module. */
  "nginx without brotli"({ folder, ...options }) {
    const [text, line] = [readFileSync(configuration("nginx.conf"), "utf8"), /^ *brotli_static on;\n/m];
    if (!line.test(text)) throw new Error("nginx.conf has no line for brotli");
    const file = join(folder, "which-cause.conf");
    writeFileSync(file, text.replace(line, ""));
    return nginx({ folder, ...options }, file, "");
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
  import ${configuration("Caddyfile")}
}
`,
    );
    return ["caddy", "run", "--adapter", "caddyfile", "--config", file];
  },

  /** With the settings of Debian's Apache that could interfere: types and languages by extension, and compression. */
  apache({ folder, site, port }) {
    const file = join(folder, "apache.conf");
    const modules = ["mpm_event", "authz_core", "mime", "filter", "deflate", "headers", "rewrite", "dir"];
    const moduleFolder = apacheModules();
    copyFileSync(configuration(".htaccess"), join(site, "which-cause/.htaccess"));
    writeFileSync(
      join(folder, "mime.types"),
      "application/gzip gz\ntext/javascript js\nimage/jpeg jpg jpeg\nimage/png png\n",
    );
    // Apache that root starts runs as another user, who needs access to the files.
    chmodSync(folder, 0o755);
    writeFileSync(
      file,
      `ServerRoot ${folder}
${modules.map((name) => `LoadModule ${name}_module ${join(moduleFolder, `mod_${name}.so`)}`).join("\n")}
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
  ${temporary.map((name) => `${name}_temp_path ${join(folder, name)};`).join("\n  ")}
  server {
    listen 127.0.0.1:${port};
    root ${site};
    # Many sites have such a rule.
    location ~* \\.(js|css|html|json|wasm|quiz|webp)$ {
      expires max;
    }
    include ${include};
  }
}
`,
  );
  return ["nginx", "-p", folder, "-e", "stderr", "-c", file];
}

/** The line that loads the brotli module, if it is not compiled into nginx. */
function brotli() {
  const build = spawnSync("nginx", ["-V"], { encoding: "utf8" }).stderr ?? "";
  const [, folder] = build.match(/--modules-path=(\S+)/) ?? [];
  const module = folder && join(folder, "ngx_http_brotli_static_module.so");
  return module && existsSync(module) ? `load_module ${module};` : "";
}

function apacheModules() {
  const folders = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/lib/httpd/modules"];
  const found = folders.find((folder) => existsSync(folder));
  if (!found) throw new Error(`Apache's modules are in none of ${folders.join(", ")}`);
  return found;
}

// A test that is killed ends its servers too.
for (const signal of ["SIGHUP", "SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

const isInstalled = (program) => !spawnSync(program, ["-v"]).error;

function program(...names) {
  const found = names.find(isInstalled);
  if (!found) throw new Error(`${names.join(" or ")} is missing: run \`tools/setup.sh hosting\``);
  return found;
}

/** A free port. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Starts a server whose site has a copy of the build in the folder which-cause/. */
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
  const port = await freePort();
  const [command, ...options] = servers[name]({ folder, site, port });
  const log = openSync(join(folder, "log"), "a");
  child = spawn(program(command), options, {
    stdio: ["ignore", log, log],
    // Caddy writes into its home folder.
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  const ended = new Promise((done) => child.once("exit", done));
  const server = {
    port,
    /** The widget's folder on disk. */
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
      const log = readFileSync(join(folder, "log"), "utf8");
      await server.stop();
      throw new Error(`${name} did not start: ${log}`);
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
