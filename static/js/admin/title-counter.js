/* Menghitung huruf judul sambil diketik; tanpa skrip ini formulir sendiri yang menolak judul terlalu panjang. */
document.querySelectorAll("input[data-count-max]").forEach((field) => {
  const max = Number(field.dataset.countMax);
  const warnFrom = Number(field.dataset.countWarn);
  const counter = document.createElement("output");
  counter.className = "letter-count";
  counter.id = `${field.id}-hitung`;
  counter.htmlFor = field.id;
  const show = () => {
    const count = [...field.value.trim()].length;
    counter.classList.toggle("warn", count >= warnFrom && count <= max);
    counter.classList.toggle("error", count > max);
    const advice = count > max ? ": terlalu panjang, singkatkan" : count >= warnFrom ? ": panjang, coba singkatkan" : "";
    counter.textContent = `${count} dari ${max} huruf${advice}`;
  };
  field.after(counter);
  field.addEventListener("input", show);
  show();
});
