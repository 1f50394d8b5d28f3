"""An interpreter that has started already and runs each script in a child of its own.

A child is made before there is a script for it and waits: the way from a script to its first
line is a message. The interpreter says on its output when one is ready, and reads on its input
what it is to run, one JSON object a line:

    {"spare": 1, "pid": 4711, "pipes": "/tmp/x/1"}   a child waits; the pipes 1.out and 1.err are there
    {"go": 1, "arguments": [...], ...}               it runs, and the next one is made
    {"ended": 1, "code": 0}

A child sees what a fresh interpreter would show it: its own session, directory, environment,
arguments, search path and streams. The end of the input ends the interpreter and a child that
still waits.
"""

import gc
import json
import os
import select
import signal
import sys
from _io import _IOBase


class Children:
    """Those that wait and those that run, seen from the interpreter that makes them."""

    def __init__(self, folder, answers, inherited):
        self.prefix = os.path.join(folder, "%d-" % os.getpid())
        self.answers = answers
        self.inherited = inherited
        self.number = 0
        self.spares = {}
        self.numbers = {}

    def fork(self):
        """Makes a child that waits. Returns what to run, in the child; nothing in the parent."""
        self.number += 1
        pipes = self.prefix + str(self.number)
        names = [pipes + ".out", pipes + ".err"]
        for name in names:
            os.mkfifo(name, 0o600)
        # open for reading, too, so that neither side has to wait for the other
        held = [os.open(name, os.O_RDWR) for name in names]
        streams = [os.open(name, os.O_WRONLY) for name in names]
        request, give = os.pipe()
        pid = os.fork()
        if pid == 0:
            others = [end for spare in self.spares.values() for end in spare["held"] + [spare["give"]]]
            return self.wait(pipes, streams, request, held + [give] + others)
        for end in streams + [request]:
            os.close(end)
        self.spares[self.number] = {"held": held, "give": give, "names": names}
        self.numbers[pid] = self.number
        return None

    def wait(self, pipes, streams, request, others):
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        os.dup2(streams[0], 1)
        os.dup2(streams[1], 2)
        for end in streams + others:
            os.close(end)
        # only now: nobody can send a signal to a group that does not exist yet
        self.answer({"spare": self.number, "pid": os.getpid(), "pipes": pipes})
        for end in self.inherited:
            os.close(end)
        portions = []
        while True:
            portion = os.read(request, 65536)
            if not portion:
                break
            portions.append(portion)
        os.close(request)
        if not portions:
            os._exit(0)  # nobody is left who could ask
        return json.loads(b"".join(portions))

    def go(self, number, line):
        spare = self.spares.pop(number, None)
        if spare is None:
            return  # it has ended, which was said
        self.release(spare)
        try:
            while line:
                line = line[os.write(spare["give"], line):]
        except BrokenPipeError:
            pass  # its end is noticed
        os.close(spare["give"])

    @staticmethod
    def release(spare):
        for end in spare["held"]:
            os.close(end)
        for name in spare["names"]:
            os.unlink(name)

    def reap(self):
        """Tells which children have ended; true when one did that had never been used."""
        lost = False
        while self.numbers:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                break
            number = self.numbers.pop(pid, None)
            if number is not None:
                code = os.waitstatus_to_exitcode(status)
                self.answer({"ended": number, "code": code if code >= 0 else 128 - code})
                spare = self.spares.pop(number, None)
                if spare is not None:
                    lost = True
                    self.release(spare)
                    os.close(spare["give"])
        return lost

    def answer(self, message):
        data = json.dumps(message).encode() + b"\n"
        while data:
            data = data[os.write(self.answers, data):]

    def end(self):
        for spare in self.spares.values():
            self.release(spare)
        os._exit(0)


def listen(folder):
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
    gc.collect()
    gc.freeze()  # children share what is there now
    children = Children(folder, answers, [requests, answers, wake_up, wake])
    pending = b""
    script = children.fork()
    while script is None:
        ready, _, _ = select.select([requests, wake_up], [], [])
        if wake_up in ready:
            try:
                os.read(wake_up, 4096)
            except BlockingIOError:
                pass
        if children.reap():
            script = children.fork()
        if script is None and requests in ready:
            portion = os.read(requests, 65536)
            if not portion:
                children.end()
            *lines, pending = (pending + portion).split(b"\n")
            for line in lines:
                children.go(json.loads(line)["go"], line)
                script = children.fork()
                if script is not None:
                    break
    return script


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


# native code that has something to do when the process ends
_ENDS_ITSELF = {"_ctypes", "_curses", "_dbm", "_gdbm", "_sqlite3", "_tkinter", "readline"}


def may_have_an_end_of_its_own(name):
    """Whether a module has native code of others, of which nothing is known."""
    module = sys.modules.get(name)
    spec = getattr(module, "__spec__", None)
    if type(getattr(spec, "loader", None)).__name__ != "ExtensionFileLoader":
        return False
    return name in _ENDS_ITSELF or name not in getattr(sys, "stdlib_module_names", ())


def end_at_once(known):
    """Does what an interpreter does at its end, except for taking itself apart.

    That would touch, and so copy, all that the child shares with its parent: more work than most
    scripts. What is the script's own is taken apart: it may have files that are not closed.
    Returns when the ordinary end is needed, which may repeat what was done here.
    """
    further = [name for name in sys.modules if name not in known]
    if any(map(may_have_an_end_of_its_own, further)):
        return
    if "threading" in sys.modules:
        sys.modules["threading"]._shutdown()
    import atexit

    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    flush_files()  # first: of files within a circle, the inner one may be closed before the outer
    for name in further + ["__main__"]:
        sys.modules.pop(name, None)
    gc.collect()
    flush_files()
    os._exit(0)


def flush_files():
    for each in gc.get_objects():
        if issubclass(type(each), _IOBase):
            try:
                if not each.closed:
                    each.flush()
            except Exception:
                pass  # an interpreter would not say it either


sys.excepthook = hide_this_file
_known = set(sys.modules)
_code, _globals = become(listen(sys.argv[1]))
sys.excepthook = hide_this_file
try:
    exec(_code, _globals)
except SystemExit as _end:
    if _end.code not in (None, 0):
        raise
del _code, _globals
try:
    end_at_once(_known)
except BaseException:
    pass  # such as of a script that has closed its output: the ordinary end knows what to say
