document.title = "Legato";
