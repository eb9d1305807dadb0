// The notices of the software the page is made of, shown by any element with the attribute `data-licences`.
import { unpacked } from './unpack.mjs';

/** Text of the notices: inside the single file, or beside the hosted page. */
async function notices() {
  const block = document.getElementById('licences');
  if (block) return new TextDecoder().decode(unpacked(block));
  const answer = await fetch('./THIRD-PARTY-LICENSES.txt');
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.text();
}

async function show() {
  const english = document.documentElement.lang === 'en';
  const dialog = document.createElement('dialog');
  dialog.className = 'notices';
  dialog.dataset.test = 'licences-dialog';
  dialog.setAttribute('aria-label', english ? 'Licences of third-party software' : 'Giấy phép của phần mềm bên thứ ba');
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = english ? 'Close' : 'Đóng';
  close.addEventListener('click', () => dialog.close());
  const text = document.createElement('pre');
  text.lang = 'en';
  text.tabIndex = 0;
  text.textContent = await notices().catch(() =>
    english ? 'The notices are in the file THIRD-PARTY-LICENSES.txt beside this page.' : 'Xem tệp THIRD-PARTY-LICENSES.txt bên cạnh trang này.',
  );
  dialog.append(close, text);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

export function installLicences() {
  addEventListener('click', (event) => {
    if (!event.target.closest?.('[data-licences]')) return;
    event.preventDefault();
    show();
  });
}
