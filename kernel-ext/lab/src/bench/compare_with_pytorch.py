#!/usr/bin/env python3
"""How fast the kit trains, as a multiple of PyTorch in eager mode.

    python compare_with_pytorch.py CLASSPATH [--turns N] [WORKLOAD ...]

Workloads: reference (the reference GPT), one (a small GPT), axis_8 and axis_32 (8 and 32 of them on a model axis, in PyTorch
stacked in the same way), mask (the mask of notebook 01); without any, all of them. Both sides start from the same weights, see
the same batches and use one thread. They take turns of five steps on the same machine, and the processor time of the training
thread counts, so that a busy machine disturbs both alike. The losses are printed side by side: they agree to about six
digits, or the comparison means nothing. Needs torch and numpy.
"""

import argparse
import os
import statistics
import subprocess
import tempfile
import time

import numpy
import torch
from torch.nn import functional as F

# What the kernelspec and the launcher set for the kit: see CONTRIBUTING.md, "Speed".
ALLOCATOR = {"MALLOC_TOP_PAD_": "67108864", "MALLOC_TRIM_THRESHOLD_": "1000000000", "MALLOC_MMAP_THRESHOLD_": "33554432"}
TURN = 5
# workload: models, vocabulary, context, width, heads, layers, MLP width, batch, learning rate
SHAPES = {
    "reference": (1, 256, 64, 64, 4, 2, 256, 32, 1e-3),
    "one": (1, 64, 16, 32, 2, 2, 128, 24, 1e-3),
    "axis_8": (8, 64, 16, 32, 2, 2, 128, 24, 1e-3),
    "axis_32": (32, 64, 16, 32, 2, 2, 128, 24, 1e-3),
    "mask": (1, 48, 16, 32, 4, 3, 128, 32, 0.02),
}


class Workload:
    """One kind of training: weights by name, a loss per step."""

    def __init__(self, name, folder, steps):
        self.name, self.steps = name, steps
        self.r, self.v, self.t, self.d, self.heads, self.layers, self.mlp, self.b, self.rate = SHAPES[name]
        self.stacked = name.startswith("axis")
        flat = torch.from_numpy(numpy.fromfile(os.path.join(folder, "weights.f32"), "<f4"))
        batches = torch.from_numpy(numpy.fromfile(os.path.join(folder, "batches.i32"), "<i4").astype("int64"))
        shape = (steps, self.r, self.b, self.t + 1) if self.stacked else (steps, self.b, self.t + 1)
        self.batches = batches.view(shape)
        self.p, at = {}, 0
        for key, one in self.shapes().items():
            size = ((self.r,) if self.stacked else ()) + one
            n = int(numpy.prod(size))
            self.p[key] = flat[at : at + n].view(size).clone()
            at += n
        assert at == len(flat), (at, len(flat))
        self.future = torch.full((self.t, self.t), -1e9).triu(1)
        self.first = (torch.arange(self.r) * self.v).view(self.r, 1, 1)
        if name == "mask":
            self.masked = [k for k in self.p if k.startswith("blocks") and ".W_" in k]
            self.logits = {k: torch.zeros_like(self.p[k], requires_grad=True) for k in self.masked}
            a = torch.arange(self.v)
            self.target = 2.0 * ((a[:, None] + a[None, :]) % self.v) / self.v / (self.v - 1)
            self.trained = list(self.logits.values())
        else:
            self.trained = [w.requires_grad_() for w in self.p.values()]
        self.optimizer = torch.optim.Adam(self.trained, lr=self.rate)

    def shapes(self):
        d, m = self.d, self.mlp
        shapes = {"W_E": (self.v, d), "W_pos": (self.t, d)}
        for layer in range(self.layers):
            b = f"blocks.{layer}."
            shapes |= {b + "ln1.w": (d,), b + "ln1.b": (d,), b + "W_QKV": (3 * d, d), b + "b_QKV": (3 * d,)}
            shapes |= {b + "W_O": (d, d), b + "b_O": (d,), b + "ln2.w": (d,), b + "ln2.b": (d,)}
            shapes |= {b + "W_in": (m, d), b + "b_in": (m,), b + "W_out": (d, m), b + "b_out": (d,)}
        return shapes | {"ln.w": (d,), "ln.b": (d,), "W_U": (self.v, d), "b_U": (self.v,)}

    def linear(self, x, w, name, bias):
        if self.stacked:
            return torch.baddbmm(w[bias].unsqueeze(1), x, w[name].transpose(1, 2))
        return F.linear(x, w[name], w[bias])

    def norm(self, x, w, name):
        if self.stacked:
            return F.layer_norm(x, (self.d,)) * w[name + ".w"].unsqueeze(1) + w[name + ".b"].unsqueeze(1)
        return F.layer_norm(x, (self.d,), w[name + ".w"], w[name + ".b"])

    def forward(self, tokens, w):
        n, t, d, h = self.r * self.b, self.t, self.d, self.heads
        if self.stacked:
            x = F.embedding(tokens + self.first, w["W_E"].view(self.r * self.v, d)) + w["W_pos"].unsqueeze(1)
            x = x.view(self.r, self.b * t, d)
        else:
            x = F.embedding(tokens, w["W_E"]) + w["W_pos"]
        for layer in range(self.layers):
            b = f"blocks.{layer}."
            qkv = self.linear(self.norm(x, w, b + "ln1"), w, b + "W_QKV", b + "b_QKV").view(n, t, 3 * d)
            q, k, v = (a.view(n, t, h, d // h).transpose(1, 2) for a in qkv.split(d, dim=2))
            scores = q @ k.transpose(-2, -1) * (d // h) ** -0.5 + self.future
            z = (scores.softmax(-1) @ v).transpose(1, 2).reshape(x.shape)
            x = x + self.linear(z, w, b + "W_O", b + "b_O")
            hidden = F.gelu(self.linear(self.norm(x, w, b + "ln2"), w, b + "W_in", b + "b_in"))
            x = x + self.linear(hidden, w, b + "W_out", b + "b_out")
        return self.linear(self.norm(x, w, "ln"), w, "W_U", "b_U")

    def loss(self, step):
        batch = self.batches[step]
        tokens, targets = batch[..., :-1], batch[..., 1:]
        if self.name == "mask":
            beta = 150 ** (step / (self.steps - 1))
            masks = {k: torch.sigmoid((s * beta).clamp(-20, 20)) for k, s in self.logits.items()}
            logits = self.forward(tokens, self.p | {k: self.p[k] * m for k, m in masks.items()})
            cross_entropy = -(self.target[tokens] * logits.log_softmax(-1)).sum(-1).mean()
            kept = sum(m.sum() for m in masks.values()) / sum(m.numel() for m in masks.values())
            return cross_entropy + kept
        logits = self.forward(tokens, self.p)
        return self.r * F.cross_entropy(logits.reshape(-1, self.v), targets.reshape(-1))

    def step(self, step):
        loss = self.loss(step)
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        return loss


def compare(name, class_path, turns):
    """The median milliseconds of a step: the kit's, PyTorch's."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["java", "-cp", class_path, "org.tinybabel.lab.bench.TrainTurns", name, folder, str(turns)]
        kit = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
                               env={**os.environ, **ALLOCATOR})
        assert kit.stdout.readline().strip() == "ready"
        workload = Workload(name, folder, turns * TURN)
        kit_ms, pytorch_ms = [], []
        for turn in range(turns):
            kit.stdin.write("go\n")
            kit.stdin.flush()
            ms, kit_loss = map(float, kit.stdout.readline().split())
            kit_ms.append(ms / TURN)
            start = time.thread_time()
            for step in range(turn * TURN, (turn + 1) * TURN):
                loss = workload.step(step)
            value = loss.item()
            pytorch_ms.append((time.thread_time() - start) * 1000 / TURN)
            print(f"{name:9} turn {turn:3}  kit {kit_ms[-1]:7.2f} ms/step, loss {kit_loss:.6f}"
                  f"   pytorch {pytorch_ms[-1]:7.2f} ms/step, loss {value:.6f}", flush=True)
        kit.stdin.close()
        kit.wait()
    skip = turns // 3  # Java's compiler is at work; a notebook's training has hundreds of steps
    return statistics.median(kit_ms[skip:]), statistics.median(pytorch_ms[skip:])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("class_path")
    parser.add_argument("workloads", nargs="*", metavar="WORKLOAD", default=[])
    parser.add_argument("--turns", type=int, default=90)
    arguments = parser.parse_intermixed_args()
    torch.set_num_threads(1)
    results = {w: compare(w, arguments.class_path, arguments.turns) for w in arguments.workloads or SHAPES}
    print(f"median processor time of a step, one thread, PyTorch {torch.__version__} eager = 1.00")
    for name, (kit, pytorch) in results.items():
        print(f"{name:9}  kit {kit:7.2f} ms  pytorch {pytorch:7.2f} ms  kit is {pytorch / kit:.3f} x as fast")
    for models in (8, 32):
        if {"one", f"axis_{models}"} <= results.keys():
            gains = [models * a / b for a, b in zip(results["one"], results[f"axis_{models}"])]
            print(f"{models} models on the axis instead of one by one: kit {gains[0]:.2f} x, pytorch {gains[1]:.2f} x")


if __name__ == "__main__":
    main()
