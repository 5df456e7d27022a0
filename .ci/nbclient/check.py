"""Asks an independent client, that of nbconvert and nbgrader, what it sees of the kernel.

Executes two notebooks and some awkward cells, and says what came back otherwise than it should.

Usage: python check.py FOLDER, where FOLDER/share/jupyter/kernels holds what ./tinybabel install --prefix FOLDER wrote.
"""

import json
import os
import sys
import tempfile
import time
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KERNEL = "tinybabel"
SECONDS = 60

# Nothing of this machine's user: neither other kernelspecs nor the history.
os.environ["JUPYTER_PATH"] = str(Path(sys.argv[1]).resolve() / "share" / "jupyter")
os.environ["JUPYTER_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="nbclient-check-")
os.environ["TINYBABEL_HISTORY"] = ""

import jsonschema  # noqa: E402
import nbformat  # noqa: E402
from jupyter_client.kernelspec import KernelSpecManager  # noqa: E402
from jupyter_client.manager import start_new_kernel  # noqa: E402
from nbclient import NotebookClient  # noqa: E402
from nbclient.exceptions import CellExecutionError, CellTimeoutError  # noqa: E402
from nbformat.v4 import new_code_cell, new_notebook  # noqa: E402


class Cell:
    """A cell that has run, with what a notebook would store."""

    def __init__(self, cell):
        self.cell = cell

    def of(self, output_type):
        return [output for output in self.cell.outputs if output.output_type == output_type]

    def printed(self, stream="stdout"):
        return "".join(output.text for output in self.of("stream") if output.name == stream)

    def text(self):
        results = self.of("execute_result")
        return results[0].data["text/plain"] if results else None

    def error(self):
        errors = self.of("error")
        return errors[0].ename if errors else None

    def traceback(self):
        return "\n".join(self.of("error")[0].traceback)


def equal(seen, wanted):
    assert seen == wanted, f"{shortened(seen)} instead of {shortened(wanted)}"


def holds(text, part):
    assert part in text, f"{shortened(part)} is not in {shortened(text)}"


def shortened(value):
    text = repr(value)
    return text if len(text) < 400 else text[:200] + " ... " + text[-200:]


# One kernel for all of these, in this order.

def result(run):
    equal(run("1 + 1").text(), "2")
    equal(run("int onlyDeclared = 3;").cell.outputs, [])
    equal(run("").cell.outputs, [])
    equal(run("// nothing but a comment").cell.outputs, [])


def unicode(run):
    cell = run('System.out.println("Grüße 🎈 日本");\n"naïve 🎈"')
    equal(cell.printed(), "Grüße 🎈 日本\n")
    equal(cell.text(), "naïve 🎈")


def order_of_outputs(run):
    cell = run('System.out.print("a"); System.err.print("b"); display("c"); System.out.print("d");\n"e"')
    seen = [output.get("text") or output.data["text/plain"] for output in cell.cell.outputs]
    equal(seen, ["a", "b", "c", "d", "e"])


def error_at_run_time(run):
    cell = run("int zero = 0;\n\nint wrong = 5 / zero;")
    equal(cell.error(), "java.lang.ArithmeticException")
    equal(cell.of("error")[0].evalue, "/ by zero")
    holds(cell.traceback(), "line 3")
    holds(cell.traceback(), "int wrong = 5 / zero;")


def error_of_the_compiler(run):
    cell = run('int fine = 1;\nint wrong = "text";')
    equal(cell.error(), "CompilationException")
    holds(cell.traceback(), "line 2")
    holds(cell.traceback(), "^^^^")


def many_lines(run):
    cell = run('for (int i = 0; i < 50_000; i++) System.out.println("line " + i);')
    equal(cell.printed(), "".join(f"line {i}\n" for i in range(50_000)))


def ten_megabytes(run):
    equal(len(run('System.out.print("0123456789".repeat(1_000_000));').printed()), 10_000_000)


def rich_result(run):
    data = run('Table.create("t", IntColumn.create("n", new int[] {1, 2}))').of("execute_result")[0].data
    holds(data["text/html"], "<table")
    holds(data["text/plain"], "n")


def update_of_a_display(run):
    first = run('var shown = display("before");\nupdateDisplay(shown, "between");')
    equal(first.of("display_data")[0].data["text/plain"], "between")
    run('updateDisplay(shown, "after");')
    equal(first.of("display_data")[0].data["text/plain"], "after")


def clear_at_once(run):
    equal(run('System.out.print("gone"); clearOutput(); System.out.print("stays");').printed(), "stays")


def clear_with_the_next_output(run):
    equal(run('System.out.print("gone"); clearOutput(true); System.out.print("stays");').printed(), "stays")
    equal(run('System.out.print("stays"); clearOutput(true);').printed(), "stays")


def input_that_nobody_can_give(run):
    cell = run('input("name?")')
    holds(cell.traceback(), "takes no input")
    cell = run("new Scanner(System.in).nextLine()")
    holds(cell.printed("stderr"), "takes no input")


def output_of_a_thread_after_its_cell(run):
    run('new Thread(() -> { try { Thread.sleep(200); } catch (InterruptedException e) {}\n'
        'System.out.println("late"); }).start();')
    equal(run('Thread.sleep(600);\nSystem.out.println("mine");').printed(), "mine\n")


def value_that_cannot_be_shown(run):
    run('class Bad { public String toString() { throw new AssertionError("no text"); } }\n'
        "class Endless { public String toString() { return toString() + 1; } }")
    holds(run("new Bad()").text(), "no text")
    holds(run("new Endless()").text(), "StackOverflowError")
    equal(run("1 + 1").text(), "2")


def recursion_without_end(run):
    cell = run("int down(int n) { return down(n + 1) + 1; }\ndown(0)")
    equal(cell.error(), "java.lang.StackOverflowError")
    assert len(cell.traceback()) < 10_000, "the traceback is too long"


def more_memory_than_there_is(run):
    cell = run("var hoard = new ArrayList<long[]>();\nwhile (true) hoard.add(new long[100_000_000]);")
    equal(cell.error(), "java.lang.OutOfMemoryError")
    run("hoard = null;")
    equal(run("1 + 1").text(), "2")


def exit_in_a_cell(run):
    run("int kept = 7;")
    holds(run("System.exit(0);").traceback(), "would end the kernel")
    equal(run("kept").text(), "7")


def class_declared_again(run):
    run("class Greeter { String hello() { return \"one\"; } }\nString greet() { return new Greeter().hello(); }")
    run("class Greeter { String hello() { return \"two\"; } }")
    equal(run("greet()").text(), "two")


def huge_source(run):
    equal(run("// " + "x" * 8_000_000 + "\n1 + 1").text(), "2")


def magic(run):
    holds(run("%%time\nThread.sleep(5);").printed(), "Wall time")
    assert run("%%nosuchmagic").error(), "an unknown magic is no error"


def counting(run):
    first = run("1").cell.execution_count
    equal(run("2").cell.execution_count, first + 1)


CELLS = [
    result, unicode, order_of_outputs, error_at_run_time, error_of_the_compiler, many_lines, ten_megabytes,
    rich_result, update_of_a_display, clear_at_once, clear_with_the_next_output, input_that_nobody_can_give,
    output_of_a_thread_after_its_cell, value_that_cannot_be_shown, recursion_without_end, more_memory_than_there_is,
    exit_in_a_cell, class_declared_again, huge_source, magic, counting,
]


# Each of these has its own kernel.

def client_of(notebook, **options):
    return NotebookClient(notebook, kernel_name=KERNEL, resources={"metadata": {"path": str(ROOT)}}, **options)


def notebook(name):
    def execute():
        content = nbformat.read(ROOT / "notebooks" / name, as_version=4)
        client_of(content, timeout=600).execute()
        for cell in content.cells:
            if cell.cell_type == "code":
                assert cell.execution_count, f"not executed: {shortened(cell.source)}"
        nbformat.validate(content)

    execute.__name__ = "notebook " + name
    return execute


def stop_at_the_first_error():
    content = new_notebook(cells=[new_code_cell(s) for s in ("1", 'throw new Exception("here");', "2")])
    try:
        client_of(content, timeout=SECONDS).execute()
    except CellExecutionError as error:
        equal(error.ename, "java.lang.Exception")
        equal(error.evalue, "here")
    else:
        raise AssertionError("the error went unnoticed")
    equal([cell.execution_count for cell in content.cells], [1, 2, None])


def timeout_of_the_client():
    content = new_notebook(cells=[new_code_cell("while (true) {}")])
    try:
        client_of(content, timeout=3).execute()
    except CellTimeoutError:
        return
    raise AssertionError("no timeout")


def interrupt_at_the_timeout():
    content = new_notebook(cells=[new_code_cell(s) for s in ("int kept = 5;", "while (true) {}", "kept")])
    client_of(content, timeout=5, interrupt_on_timeout=True, allow_errors=True).execute()
    equal(Cell(content.cells[1]).error(), "CellInterrupted")
    equal(Cell(content.cells[2]).text(), "5")


def talk_with_the_user():
    manager, client = start_new_kernel(kernel_name=KERNEL, startup_timeout=SECONDS)
    try:
        answers = iter(["Ada", "Grace"])
        seen = []
        for code in ('System.out.println("Hello " + input("name?"));',
                     'System.out.println("Hello " + new Scanner(System.in).nextLine());'):
            reply = client.execute_interactive(
                code, timeout=SECONDS, allow_stdin=True, output_hook=seen.append,
                stdin_hook=lambda question: client.input(next(answers)))
            equal(reply["content"]["status"], "ok")
        printed = "".join(message["content"]["text"] for message in seen if message["msg_type"] == "stream")
        equal(printed, "Hello Ada\nHello Grace\n")
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def interrupt_restart_and_end():
    manager, client = start_new_kernel(kernel_name=KERNEL, startup_timeout=SECONDS)
    try:
        endless = client.execute("while (true) {}")
        waiting = client.execute('"waits"')
        awaited(client, "execute_input")
        manager.interrupt_kernel()
        equal(reply_to(client, endless)["ename"], "CellInterrupted")
        equal(reply_to(client, waiting)["status"], "aborted")

        client.execute("int kept = 1;", reply=True, timeout=SECONDS)
        manager.restart_kernel()
        client.wait_for_ready(timeout=SECONDS)
        equal(client.execute("kept", reply=True, timeout=SECONDS)["content"]["status"], "error")
    finally:
        client.stop_channels()
        began = time.monotonic()
        manager.shutdown_kernel()
        assert time.monotonic() - began < 4.5, "the kernel did not end by itself"


def reply_to(client, request):
    """What a kernel answers to one request; a slow one may still answer whether it is ready."""
    while True:
        reply = client.get_shell_msg(timeout=SECONDS)
        if reply["parent_header"]["msg_id"] == request:
            return reply["content"]


def awaited(client, message_type):
    while client.get_iopub_msg(timeout=SECONDS)["msg_type"] != message_type:
        pass


# What https://schema.jupyter.org/kernelspec-v1.0.schema.json (JEP 105) asks for, said again.
KERNELSPEC = {
    "type": "object",
    "required": ["argv", "display_name", "language"],
    "properties": {
        "argv": {"type": "array", "items": {"type": "string"}, "minItems": 1},
        "display_name": {"type": "string"},
        "language": {"type": "string"},
        "kernel_protocol_version": {"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
        "interrupt_mode": {"enum": ["signal", "message"]},
        "env": {"type": "object", "additionalProperties": {"type": "string"}},
        "metadata": {"type": "object", "additionalProperties": {"type": "object"}},
    },
    "additionalProperties": False,
}


def kernelspec():
    file = Path(os.environ["JUPYTER_PATH"]) / "kernels" / KERNEL / "kernel.json"
    jsonschema.validate(json.loads(file.read_text(encoding="utf-8")), KERNELSPEC)
    spec = KernelSpecManager().get_kernel_spec(KERNEL)
    equal((spec.language, spec.interrupt_mode), ("java", "message"))
    holds(spec.argv, "{connection_file}")


OWN_KERNEL = [
    kernelspec, notebook("00-start-here.ipynb"), notebook("09-duo-llm.ipynb"), stop_at_the_first_error,
    timeout_of_the_client, interrupt_at_the_timeout, talk_with_the_user, interrupt_restart_and_end,
]


def attempt(check, *arguments):
    """Runs a check; says whether it succeeded."""
    began = time.monotonic()
    try:
        check(*arguments)
        verdict = "ok  "
    except Exception:
        traceback.print_exc()
        verdict = "FAIL"
    print(f"{verdict} {check.__name__.replace('_', ' ')} ({time.monotonic() - began:.1f} s)", flush=True)
    return verdict == "ok  "


def awkward_cells():
    content = new_notebook()
    client = client_of(content, timeout=SECONDS, allow_errors=True)
    with client.setup_kernel():

        def run(source):
            content.cells.append(new_code_cell(source))
            client.execute_cell(content.cells[-1], len(content.cells) - 1)
            return Cell(content.cells[-1])

        outcomes = [attempt(check, run) for check in CELLS]
    nbformat.validate(content)
    return outcomes


def main():
    outcomes = awkward_cells() + [attempt(check) for check in OWN_KERNEL]
    print(f"{sum(outcomes)} of {len(outcomes)} checks succeeded.")
    return 0 if all(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
