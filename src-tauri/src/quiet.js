// Takes away what a web page offers and a desk does not: its menu, its history, reloading, printing, dropping files in.
(() => {
  const stop = (event) => event.preventDefault();
  const reload = (event) => event.key === "F5" || (event.ctrlKey && event.key.toLowerCase() === "r");
  const print = (event) => event.ctrlKey && event.key.toLowerCase() === "p";
  const history = (event) => event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight");
  const back = (event) => ["BrowserBack", "BrowserForward", "BrowserRefresh"].includes(event.key);
  addEventListener("contextmenu", stop);
  addEventListener("dragover", stop);
  addEventListener("drop", stop);
  addEventListener("keydown", (event) => {
    if (reload(event) || print(event) || history(event) || back(event)) stop(event);
  });
})();
