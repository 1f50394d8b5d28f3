const theme = "dark";
