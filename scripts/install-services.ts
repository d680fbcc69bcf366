/**
 * Installs the programs that the tests start: MariaDB, Redis and Chromium, from the system's own packages, where they are missing.
 * Nothing is started or enabled: only the programs are wanted, and the tests run private instances of them.
 *
 *     node scripts/install-services.ts
 *
 * Debian and Ubuntu are served through apt-get. Elsewhere it says what to install by hand.
 * @module
 */
import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, chmodSync, constants, existsSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Servers live in `sbin`, which an ordinary user's PATH does not name; the last two are Homebrew's and a hand-made install's. */
const FURTHER_FOLDERS = ["/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin"];

/** apt-get waits this long for another apt that holds the lock, such as the one a fresh machine runs by itself. */
const APT_LOCK_TIMEOUT_SECONDS = 120;

/** Installing takes half a minute on a slow line; far above that it hangs, and a test run must not hang with it. */
const APT_TIMEOUT_MS = 10 * 60_000;

/** Asked by the packages' scripts before they start a service (Debian's invoke-rc.d); 101 forbids it. */
const POLICY_FILE = "/usr/sbin/policy-rc.d";
const POLICY_FORBIDS = "#!/bin/sh\nexit 101\n";

interface Service {
  readonly program: string;
  /** Any of these brings the program; the first that the system knows is taken. MariaDB's core packages have neither service nor system data. */
  readonly packages: readonly string[];
}

const SERVICES: readonly Service[] = [
  { program: "mariadbd", packages: ["mariadb-server-core", "mariadb-server"] },
  { program: "mariadb-install-db", packages: ["mariadb-server-core", "mariadb-server"] },
  { program: "my_print_defaults", packages: ["mariadb-client-core", "mariadb-server"] }, // The script above needs it.
  { program: "redis-server", packages: ["redis-server"] },
];

/** Under one of these names it is called by some system or other. */
export const BROWSERS = ["chromium", "chromium-browser", "google-chrome"] as const;
const BROWSER: Service = { program: BROWSERS[0], packages: ["chromium"] };

/** The units of those packages that bring one; each is named after its package. */
const PACKAGES_WITH_UNIT = ["mariadb-server", "redis-server"];

/** Where a program is, or undefined. */
export function findProgram(name: string, path = process.env.PATH ?? ""): string | undefined {
  const folders = [...path.split(delimiter).filter((folder) => folder !== ""), ...FURTHER_FOLDERS];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/**
 * Makes sure that the database servers are there; does nothing when they are.
 * @throws Error that says what to do when they cannot be installed
 */
export function installServices(report: (line: string) => void): void {
  install(SERVICES, report);
}

/** The same for a browser. @throws Error that says what to do when it cannot be installed */
export function installBrowser(report: (line: string) => void): void {
  if (BROWSERS.every((name) => findProgram(name) === undefined)) install([BROWSER], report);
}

function install(services: readonly Service[], report: (line: string) => void): void {
  const missing = services.filter((service) => findProgram(service.program) === undefined);
  if (missing.length === 0) return;
  report(`missing: ${missing.map((service) => service.program).join(", ")}`);
  if (findProgram("apt-get") === undefined) throw new Error(byHand("this system has no apt-get"));
  const asRoot = rootPrefix();
  if (asRoot === undefined) throw new Error(byHand("this needs root, and sudo does not work here without a password"));

  apt(asRoot, ["update"], report);
  const packages = [...new Set(missing.map(packageOf))];
  withoutAutostart(asRoot, () => {
    apt(asRoot, ["install", "-y", "--no-install-recommends", ...packages], report);
  });
  disableUnits(asRoot, packages);

  const absent = services.filter((service) => findProgram(service.program) === undefined);
  if (absent.length > 0) throw new Error(byHand(`apt-get ended well, yet ${absent[0]?.program} is not there`));
  report("installed");
}

function packageOf(service: Service): string {
  const name = service.packages.find(isKnownToApt);
  if (name === undefined) throw new Error(byHand(`apt knows none of the packages ${service.packages.join(", ")}`));
  return name;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Absent, or not ours to run: either way not usable.
  }
}

/** What to put before a command to run it as root: nothing, or sudo that asks no question. Undefined where neither works. */
function rootPrefix(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return [];
  const sudo = findProgram("sudo");
  if (sudo === undefined) return undefined;
  const allowed = spawnSync(sudo, ["-n", "true"], { stdio: "ignore" }).status === 0;
  return allowed ? [sudo, "-n"] : undefined;
}

/** Runs apt-get with its output shown as it comes, and never a question. */
function apt(asRoot: readonly string[], args: readonly string[], report: (line: string) => void): void {
  const quiet = ["-q", "-o", "Dpkg::Use-Pty=0", "-o", `DPkg::Lock::Timeout=${APT_LOCK_TIMEOUT_SECONDS}`];
  const keepConfiguration = ["-o", "Dpkg::Options::=--force-confdef", "-o", "Dpkg::Options::=--force-confold"];
  // The variable goes through `env`, because sudo drops the environment.
  const command = [
    ...asRoot,
    "env",
    "DEBIAN_FRONTEND=noninteractive",
    "apt-get",
    ...quiet,
    ...keepConfiguration,
    ...args,
  ];
  report(`apt-get ${args.join(" ")}`);
  const [program = "apt-get", ...rest] = command;
  const { status, signal, error } = spawnSync(program, rest, {
    stdio: ["ignore", "inherit", "inherit"],
    timeout: APT_TIMEOUT_MS,
  });
  if (status === 0) return;
  throw new Error(byHand(`apt-get ${args[0]} failed (${error?.message ?? signal ?? `exit ${status}`})`));
}

function isKnownToApt(name: string): boolean {
  const { status, stdout } = spawnSync("apt-cache", ["show", "--no-all-versions", name], { encoding: "utf8" });
  return status === 0 && stdout !== "";
}

/** Forbids packages to start their services while `work` runs, then puts back whatever policy the machine had. */
function withoutAutostart(asRoot: readonly string[], work: () => void): void {
  const kept = `${POLICY_FILE}.fairway-kept`;
  const mine = join(process.env.TMPDIR ?? "/tmp", `policy-rc.d.${process.pid}`);
  writeFileSync(mine, POLICY_FORBIDS);
  chmodSync(mine, 0o755);
  const had = existsSync(POLICY_FILE);
  if (had) asRootRun(asRoot, ["cp", "-p", POLICY_FILE, kept]);
  try {
    asRootRun(asRoot, ["install", "-m", "0755", mine, POLICY_FILE]);
    work();
  } finally {
    asRootRun(asRoot, had ? ["mv", "-f", kept, POLICY_FILE] : ["rm", "-f", POLICY_FILE]);
    rmSync(mine, { force: true });
  }
}

/** The policy holds for the moment of installing only; this keeps the fresh units from starting with the machine's next boot. */
function disableUnits(asRoot: readonly string[], packages: readonly string[]): void {
  const systemctl = findProgram("systemctl");
  const units = packages.filter((name) => PACKAGES_WITH_UNIT.includes(name));
  if (systemctl === undefined || units.length === 0) return;
  asRootRun(asRoot, [systemctl, "disable", "--quiet", ...units]);
}

function asRootRun(asRoot: readonly string[], command: readonly string[]): void {
  const [program = "", ...args] = [...asRoot, ...command];
  execFileSync(program, args, { stdio: ["ignore", "inherit", "inherit"] });
}

function byHand(reason: string): string {
  return [
    `The tests need the programs ${[...SERVICES, BROWSER].map((service) => service.program).join(", ")}, and they could not be installed: ${reason}.`,
    "Install them by hand and run this again:",
    "  Debian, Ubuntu:  apt-get install -y --no-install-recommends mariadb-server-core mariadb-client-core redis-server chromium",
    "  Fedora:          dnf install mariadb-server redis chromium",
    "  macOS:           brew install mariadb redis && brew install --cask chromium",
    "They need not run: the tests start private instances.",
  ].join("\n");
}

if (import.meta.main) {
  try {
    installServices((line) => console.log(`services: ${line}`));
    installBrowser((line) => console.log(`services: ${line}`));
    console.log("services: all there");
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
