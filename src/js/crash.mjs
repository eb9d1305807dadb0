// The page shown when the program has stopped. Nothing of the program's memory can be trusted then, so this is plain
// JavaScript: it says what happened in both languages and hands out the last saved plan straight from IndexedDB.
import { stored } from './stored.mjs';

const DATABASE = 'ntm-planner';
const STORE = 'plans';

const TEXTS = {
  vi: {
    title: 'Chương trình đã dừng vì lỗi',
    kept: 'Các kế hoạch đã lưu trong trình duyệt vẫn còn nguyên. Thay đổi của vài giây cuối có thể chưa kịp lưu.',
    reload: 'Tải lại trang',
    save: 'Tải về kế hoạch đã lưu gần nhất',
    none: 'Chưa có kế hoạch nào được lưu trong trình duyệt này.',
    unreadable: 'Không đọc được kho lưu của trình duyệt.',
    detail: 'Chi tiết kỹ thuật',
  },
  en: {
    title: 'The program has stopped because of an error',
    kept: 'The plans saved in this browser are still there. Changes of the last few seconds may not have been saved.',
    reload: 'Reload the page',
    save: 'Download the last saved plan',
    none: 'No plan has been saved in this browser yet.',
    unreadable: "The browser's storage could not be read.",
    detail: 'Technical detail',
  },
};

/** Catches whatever ends the program and offers `window.ntmCrash(message)` to its panic hook. */
export function installCrashPanel() {
  globalThis.ntmCrash = (message) => show(String(message));
  addEventListener('error', (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) show(String(event.error));
  });
  addEventListener('unhandledrejection', (event) => {
    const reason = event.reason;
    // Before the start, any failure means that there is no program.
    if (reason instanceof WebAssembly.RuntimeError || document.getElementById('boot')) show(String(reason));
  });
}

/** Shows the panel once; later errors are mostly echoes of the first. */
function show(message) {
  if (document.getElementById('crash')) return;
  const first = document.documentElement.lang === 'en' ? 'en' : 'vi';
  const panel = element('div', { id: 'crash', role: 'alertdialog', 'aria-modal': 'true', 'data-test': 'crash' });
  for (const lang of first === 'en' ? ['en', 'vi'] : ['vi', 'en']) panel.append(section(lang, lang === first));
  const detail = element('details', {});
  detail.append(element('summary', {}, TEXTS[first].detail), element('pre', {}, message));
  panel.append(detail);
  const put = () => {
    document.body.append(panel);
    panel.querySelector('button')?.focus();
  };
  if (document.body) put();
  else addEventListener('DOMContentLoaded', put);
}

function section(lang, withButtons) {
  const texts = TEXTS[lang];
  const part = element('section', { lang });
  part.append(element('h1', {}, texts.title), element('p', {}, texts.kept));
  if (withButtons) {
    const status = element('p', { role: 'status' });
    const reload = element('button', { type: 'button', 'data-test': 'crash-reload' }, texts.reload);
    reload.addEventListener('click', () => location.reload());
    const save = element('button', { type: 'button', 'data-test': 'crash-download' }, texts.save);
    save.addEventListener('click', () => {
      lastSavedPlan().then(
        (plan) => (plan ? download(plan) : (status.textContent = texts.none)),
        () => (status.textContent = texts.unreadable),
      );
    });
    part.append(reload, ' ', save, status);
  }
  return part;
}

function element(name, attributes, text) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  return node;
}

/** The record last written, `{id, json, updated}`; undefined if there is none. */
function lastSavedPlan() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE);
    // No database yet: do not leave an empty one behind, the program would take it for its own.
    opening.onupgradeneeded = () => {
      opening.transaction.abort();
      resolve(undefined);
    };
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction(STORE, 'readonly').objectStore(STORE).getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        database.close();
        const open = stored('last-plan');
        const newestFirst = reading.result.sort((a, b) => (b.updated ?? 0) - (a.updated ?? 0));
        resolve(newestFirst.find((record) => record.id === open) ?? newestFirst[0]);
      };
    };
  });
}

function download(record) {
  const url = URL.createObjectURL(new Blob([record.json ?? JSON.stringify(record)], { type: 'application/json' }));
  const link = element('a', { href: url, download: `ntm-planner-${record.id}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
