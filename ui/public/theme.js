// Runs before the first paint, so that a dark page does not begin with a white flash.
(function () {
  var theme = 'system';
  try {
    theme = JSON.parse(localStorage.getItem('legato.settings') || '{}').theme || theme;
  } catch {
    // a browser without storage shows the system's theme
  }
  var dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  document.documentElement.style.background = dark ? '#14161c' : '#f7f8fa';
})();
