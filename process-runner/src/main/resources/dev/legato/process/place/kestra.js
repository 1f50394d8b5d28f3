// Lets a script talk to the server that runs it:
//
//   const Kestra = require("./kestra");          // or require("@kestra-io/libs")
//   Kestra.outputs({ rows: 3 });
//   Kestra.counter("rows", 3, { source: "orders" });
//   Kestra.timer("load", (done) => load().then(done));
//   Kestra.gauge("queue", 17);
//   Kestra.logger().warn("few rows");
"use strict";

const fs = require("fs");

// characters that some readers take for the end of a line
function escaped(text) {
  return text.replace(/[\u0085\u2028\u2029]/g, (c) =>
    "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
}

function send(message, descriptor = 1) {
  let line = Buffer.from("::" + escaped(JSON.stringify(message)) + "::\n");
  while (line.length > 0) {
    try {
      line = line.subarray(fs.writeSync(descriptor, line));
    } catch (e) {
      if (e.code !== "EAGAIN") {
        throw e;
      }
    }
  }
}

function metric(type, name, value, tags) {
  send({ metrics: [{ name, type, value, tags: tags || {} }] });
}

class Logger {
  trace(...parts) { this.log("TRACE", parts); }
  debug(...parts) { this.log("DEBUG", parts); }
  info(...parts) { this.log("INFO", parts); }
  warn(...parts) { this.log("WARN", parts); }
  error(...parts) { this.log("ERROR", parts); }

  log(level, parts) {
    const text = require("util").format(...parts);
    const message = new Date().toISOString() + " - " + text;
    send({ logs: [{ level, message }] }, level === "WARN" || level === "ERROR" ? 2 : 1);
  }
}

class Kestra {
  static outputs(values) {
    send({ outputs: values });
  }

  static counter(name, value, tags) {
    metric("counter", name, value, tags);
  }

  // a number of seconds, or a function that is given what to call when it is done
  static timer(name, duration, tags) {
    if (typeof duration === "function") {
      const start = process.hrtime.bigint();
      duration(() => metric("timer", name, Number(process.hrtime.bigint() - start) / 1e9, tags));
    } else {
      metric("timer", name, duration, tags);
    }
  }

  static gauge(name, value, tags) {
    metric("gauge", name, value, tags);
  }

  static assets(values) {
    send({ assets: values });
  }

  static logger() {
    return new Logger();
  }
}

module.exports = Kestra;
module.exports.default = Kestra;
module.exports.Kestra = Kestra;
