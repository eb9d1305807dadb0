// Runs before the first paint: theme and language as last chosen, the panel for the case that the
// program stops, and the licence notices.
import { installCrashPanel } from './crash.mjs';
import { installLicences } from './licences.mjs';
import { solver } from './solver.mjs';
import { stored } from './stored.mjs';
import { unpacked } from './unpack.mjs';

const root = document.documentElement;
const theme = stored('theme');
if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
root.lang = stored('lang') === 'en' ? 'en' : 'vi';

// The frame that is drawn before the program has started gives way to the real one.
addEventListener('TrunkApplicationStarted', () => document.getElementById('boot')?.remove());
installCrashPanel();
installLicences();
// The start of the single file unpacks its program with it.
globalThis.ntmUnpacked = unpacked;
// The exact solver, when it is first used.
globalThis.ntmSolver = solver;
