"""Lets a script talk to the server that runs it.

    from kestra import Kestra

    Kestra.outputs({"rows": 3})
    Kestra.counter("rows", 3, {"source": "orders"})
    Kestra.timer("load", 1.5)
    Kestra.gauge("queue", 17)
    Kestra.logger().warning("few rows")
    rows = Kestra.read("rows.ion")
"""

import sys
import time

try:
    from _json import encode_basestring_ascii as _quoted
except ImportError:  # another Python than the usual one
    _quoted = None

__all__ = ["Kestra"]


def _plain(value):
    """What JSON has no word for: numbers of NumPy and pandas, dates, sets and so on."""
    for convert in ("item", "tolist", "isoformat"):
        method = getattr(value, convert, None)
        if callable(method):
            return method()
    if isinstance(value, (set, frozenset, tuple)):
        return list(value)
    return str(value)


def _json(value):
    """The value as json.dumps writes it. Loading json takes longer than many a script runs."""
    if _quoted is not None and "json" not in sys.modules:
        try:
            return _simple(value)
        except (TypeError, RecursionError):
            pass
    import json

    return json.dumps(value, default=_plain)


def _simple(value):
    kind = type(value)
    if kind is str:
        return _quoted(value)
    if kind is dict:
        return "{" + ", ".join([_key(key) + ": " + _simple(item) for key, item in value.items()]) + "}"
    if kind is list or kind is tuple:
        return "[" + ", ".join([_simple(item) for item in value]) + "]"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if value is None:
        return "null"
    if kind is int or kind is float and value - value == 0:
        return repr(value)
    raise TypeError


def _key(key):
    if type(key) is not str:
        raise TypeError
    return _quoted(key)


def _send(message, stream=None):
    # one line that is written at once, so that lines of other threads do not come between
    line = "::" + _json(message) + "::\n"
    stream = stream or sys.stdout
    stream.write(line)
    stream.flush()


def _new_logger():
    # few scripts ask for it, and these modules take longer to load than many a script runs
    import logging
    from datetime import datetime, timezone

    levels = {
        logging.DEBUG: "DEBUG",
        logging.INFO: "INFO",
        logging.WARNING: "WARN",
        logging.ERROR: "ERROR",
        logging.CRITICAL: "ERROR",
    }

    class Handler(logging.Handler):
        def emit(self, record):
            try:
                now = datetime.fromtimestamp(record.created, timezone.utc).isoformat()
                entry = {
                    "level": levels.get(record.levelno, "TRACE"),
                    "message": "%s - %s" % (now, self.format(record)),
                }
                stream = sys.stderr if record.levelno >= logging.WARNING else sys.stdout
                _send({"logs": [entry]}, stream)
            except Exception:
                self.handleError(record)

    logger = logging.getLogger("Kestra")
    logger.setLevel(logging.DEBUG)
    logger.propagate = False
    logger.addHandler(Handler())
    return logger


class Kestra:
    """Everything that a script can tell the server."""

    _logger = None

    @staticmethod
    def outputs(values):
        """Adds outputs: later tasks read them as outputs.<task>.vars.<name>."""
        _send({"outputs": values})

    @staticmethod
    def counter(name, value, tags=None):
        """Adds to a count."""
        Kestra._metric("counter", name, value, tags)

    @staticmethod
    def timer(name, duration, tags=None):
        """Records a duration: seconds, or a function that is called and timed."""
        if callable(duration):
            start = time.perf_counter()
            duration()
            duration = time.perf_counter() - start
        Kestra._metric("timer", name, duration, tags)

    @staticmethod
    def gauge(name, value, tags=None):
        """Records a value that rises and falls."""
        Kestra._metric("gauge", name, value, tags)

    @staticmethod
    def assets(values):
        """Names what the script has made or used."""
        _send({"assets": values})

    @staticmethod
    def logger():
        """A logger whose lines keep their level."""
        if Kestra._logger is None:
            Kestra._logger = _new_logger()
        return Kestra._logger

    @staticmethod
    def read(path):
        """The rows of an Ion file, as a list. Needs the package amazon.ion for what is not JSON."""
        import json

        with open(path, "rb") as file:
            content = file.read()
        try:
            return [json.loads(line) for line in content.splitlines() if line.strip()]
        except ValueError:
            pass
        try:
            from amazon.ion import simpleion
        except ImportError as e:
            raise ImportError(
                "Reading '%s' needs the package amazon.ion: add it to the requirements." % path
            ) from e
        return list(simpleion.loads(content, single_value=False))

    @staticmethod
    def _metric(kind, name, value, tags):
        _send({"metrics": [{"name": name, "type": kind, "value": value, "tags": tags or {}}]})
