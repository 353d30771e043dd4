/* Tombol salin untuk teks di admin; tanpa skrip ini teks tetap dapat dipilih dan disalin. */
document.querySelectorAll("[data-copy-from]").forEach((button) => {
  if (!navigator.clipboard) return;
  const status = document.querySelector("[data-copy-status]");
  button.hidden = false;
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    const text = document.getElementById(button.dataset.copyFrom).value;
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = "Teks tersalin.";
      if (button.dataset.copyThen === "submit") button.form.submit();
    } catch {
      status.textContent = "Gagal menyalin. Pilih teksnya lalu salin sendiri.";
    }
  });
});
