"""An interpreter that has started already and runs each script in a child of its own.

It reads requests from its input, one JSON object a line, and answers on its output:

    {"run": 1, "fifo": "/tmp/x/1", ...}   ->  {"ready": 1}      the pipes 1.out and 1.err are there
    {"go": 1}                             ->  {"started": 1, "pid": 4711}
                                          ->  {"ended": 1, "code": 0}

A child sees what a fresh interpreter would show it: its own session, directory, environment,
arguments, search path and streams. The end of the input ends the interpreter.
"""

import gc
import json
import os
import select
import signal
import sys


def listen():
    """Answers requests for ever. Returns in a child, with what it is to run."""
    requests = os.dup(0)
    answers = os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    os.close(null)
    wake_up, wake = os.pipe()
    os.set_blocking(wake, False)
    os.set_blocking(wake_up, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    gc.freeze()  # children share what is there now
    prepared = {}
    running = {}
    pending = b""

    def answer(message):
        data = json.dumps(message).encode() + b"\n"
        while data:
            data = data[os.write(answers, data):]

    while True:
        ready, _, _ = select.select([requests, wake_up], [], [])
        if wake_up in ready:
            try:
                os.read(wake_up, 4096)
            except BlockingIOError:
                pass
        while running:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                break
            run = running.pop(pid, None)
            if run is not None:
                code = os.waitstatus_to_exitcode(status)
                answer({"ended": run, "code": code if code >= 0 else 128 - code})
        if requests not in ready:
            continue
        portion = os.read(requests, 65536)
        if not portion:
            os._exit(0)
        pending += portion
        *lines, pending = pending.split(b"\n")
        for line in lines:
            request = json.loads(line)
            if "run" in request:
                names = [request["fifo"] + ".out", request["fifo"] + ".err"]
                for name in names:
                    os.mkfifo(name, 0o600)
                # open for reading, too, so that neither side has to wait for the other
                request["held"] = [os.open(name, os.O_RDWR) for name in names]
                request["pipes"] = names
                prepared[request["run"]] = request
                answer({"ready": request["run"]})
                continue
            request = prepared.pop(request["go"])
            streams = [os.open(name, os.O_WRONLY) for name in request["pipes"]]
            for held in request["held"]:
                os.close(held)
            for name in request["pipes"]:
                os.unlink(name)
            pid = os.fork()
            if pid == 0:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                os.setsid()
                os.dup2(streams[0], 1)
                os.dup2(streams[1], 2)
                for descriptor in [requests, answers, wake_up, wake] + streams:
                    os.close(descriptor)
                for other in prepared.values():
                    for descriptor in other["held"]:
                        os.close(descriptor)
                return request
            for stream in streams:
                os.close(stream)
            running[pid] = request["run"]
            answer({"started": request["run"], "pid": pid})


def become(request):
    """Makes the process look like a fresh interpreter, and returns the script's code."""
    environment = request["environment"]
    for name in [name for name in os.environ if name not in environment]:
        del os.environ[name]
    os.environ.update(environment)
    os.chdir(request["directory"])
    script = request["arguments"][0]
    sys.argv[:] = request["arguments"]
    sys.orig_argv[:] = [sys.executable] + request["arguments"]
    sys.path[0] = os.path.dirname(os.path.realpath(script))
    further = [path for path in environment.get("PYTHONPATH", "").split(":") if path]
    sys.path[1:1] = [os.path.abspath(path) for path in further]
    file = os.path.abspath(script)
    main = type(sys)("__main__")
    main.__file__ = file
    main.__builtins__ = __builtins__
    sys.modules["__main__"] = main
    with open(file, "rb") as source:
        return compile(source.read(), file, "exec", dont_inherit=True), main.__dict__


def hide_this_file(kind, error, trace):
    """Shows an error as if this file did not exist."""
    while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
        trace = trace.tb_next
    sys.__excepthook__(kind, error.with_traceback(trace), trace)


sys.excepthook = hide_this_file
_code, _globals = become(listen())
sys.excepthook = hide_this_file
exec(_code, _globals)
