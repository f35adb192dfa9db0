// Passkeys: signing in with one, and adding one. Shows the form that needs this script, where the browser can, and fills
// in what the device answers. Without it the form stays hidden, and a link in a mail signs in.
'use strict';

(() => {
  const form = document.querySelector('form[data-passkey]');
  const can = 'credentials' in navigator && 'getAuthenticatorData' in (globalThis.AuthenticatorAttestationResponse?.prototype ?? {});
  // A passkey of another address than the one that the server knows of would never open the door.
  if (!form || !can || location.hostname !== form.dataset.site) return;
  const { passkey, challenge, person, email, known } = form.dataset;
  const status = form.querySelector('[role="status"]');
  const coded = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const decoded = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  const bytes = (text) => new TextEncoder().encode(text);
  const timeout = 300_000;

  /** What the device is asked for. */
  const wishes = {
    get: (code) => ({ challenge: bytes(code), timeout, userVerification: 'required' }),
    create: (code) => ({
      challenge: bytes(code),
      timeout,
      rp: { name: 'Heard' },
      user: { id: bytes(person), name: email, displayName: email },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }, { type: 'public-key', alg: -257 }],
      excludeCredentials: known.split(' ').filter(Boolean).map((id) => ({ type: 'public-key', id: decoded(id) })),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
    }),
  };

  /** Puts what came into the fields that the form has for it. */
  const fill = ({ id, response }) => {
    const fields = form.elements;
    fields.client_data.value = coded(response.clientDataJSON);
    fields.authenticator_data.value = coded(response.authenticatorData ?? response.getAuthenticatorData());
    if (passkey === 'create') return;
    fields.passkey.value = id;
    fields.person.value = coded(response.userHandle);
    fields.signature.value = coded(response.signature);
  };

  let asking = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (asking) return;
    asking = true;
    status.textContent = '';
    try {
      const answer = await fetch(challenge, { method: 'POST', body: new URLSearchParams() });
      if (!answer.ok) throw new Error(answer.statusText);
      fill(await navigator.credentials[passkey]({ publicKey: wishes[passkey](await answer.text()) }));
      form.submit();
    } catch (error) {
      const { here, failed } = status.dataset;
      status.textContent = error.name === 'InvalidStateError' && here ? here : failed;
    }
    asking = false;
  });

  form.hidden = false;
  for (const without of document.querySelectorAll('[data-without]')) without.hidden = true;
})();
