#!/usr/bin/env python3
"""How fast the kit trains its reference GPT, as a multiple of PyTorch in eager mode.

    python compare_with_pytorch.py CLASSPATH [TURNS]

Both sides start from the same weights, see the same batches and use one thread. They take turns of five steps on the same
machine, and the processor time of the training thread counts, so that a busy machine disturbs both alike. The losses are
printed side by side: they agree to about six digits, or the comparison means nothing. Needs torch and numpy.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

import numpy
import torch
from torch import nn
from torch.nn import functional as F

# What the kernelspec and the launcher set for the kit: see CONTRIBUTING.md, "Speed".
ALLOCATOR = {"MALLOC_TOP_PAD_": "67108864", "MALLOC_TRIM_THRESHOLD_": "1000000000", "MALLOC_MMAP_THRESHOLD_": "33554432"}
V, D, HEADS, LAYERS, T, BATCH, TURN = 256, 64, 4, 2, 64, 32, 5


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.ln1, self.qkv, self.out = nn.LayerNorm(D), nn.Linear(D, 3 * D), nn.Linear(D, D)
        self.ln2, self.fc1, self.fc2 = nn.LayerNorm(D), nn.Linear(D, 4 * D), nn.Linear(4 * D, D)

    def forward(self, x, mask):
        b, t, d = x.shape
        q, k, v = (a.view(b, t, HEADS, d // HEADS).transpose(1, 2) for a in self.qkv(self.ln1(x)).split(D, dim=2))
        scores = q @ k.transpose(-2, -1) * (d // HEADS) ** -0.5 + mask
        z = (scores.softmax(-1) @ v).transpose(1, 2).reshape(b, t, d)
        x = x + self.out(z)
        return x + self.fc2(F.gelu(self.fc1(self.ln2(x))))


class Gpt(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed, self.pos = nn.Embedding(V, D), nn.Parameter(torch.zeros(T, D))
        self.blocks = nn.ModuleList(Block() for _ in range(LAYERS))
        self.ln, self.unembed = nn.LayerNorm(D), nn.Linear(D, V)
        self.register_buffer("mask", torch.full((T, T), -1e9).triu(1))

    def forward(self, tokens):
        x = self.embed(tokens) + self.pos
        for block in self.blocks:
            x = block(x, self.mask)
        return self.unembed(self.ln(x))

    def load(self, flat):
        """Copies the kit's flat parameter vector, in its order."""
        parts = [self.embed.weight, self.pos]
        for b in self.blocks:
            for layer in (b.ln1, b.qkv, b.out, b.ln2, b.fc1, b.fc2):
                parts += [layer.weight, layer.bias]
        parts += [self.ln.weight, self.ln.bias, self.unembed.weight, self.unembed.bias]
        at = 0
        with torch.no_grad():
            for part in parts:
                part.copy_(torch.from_numpy(flat[at : at + part.numel()].reshape(part.shape)))
                at += part.numel()
        assert at == len(flat), (at, len(flat))


def main():
    class_path, turns = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 24
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as folder:
        command = ["java", "-cp", class_path, "org.tinybabel.lab.bench.TrainTurns", folder, str(turns)]
        kit = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
                               env={**os.environ, **ALLOCATOR})
        assert kit.stdout.readline().strip() == "ready"
        model = Gpt()
        model.load(numpy.fromfile(os.path.join(folder, "weights.f32"), "<f4"))
        batches = torch.from_numpy(numpy.fromfile(os.path.join(folder, "batches.i32"), "<i4").astype("int64"))
        batches = batches.view(-1, BATCH, T + 1)
        optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
        pytorch_ms, kit_ms = [], []
        for turn in range(turns):
            kit.stdin.write("go\n")
            kit.stdin.flush()
            ms, kit_loss = map(float, kit.stdout.readline().split())
            kit_ms.append(ms / TURN)
            start = time.thread_time()
            for batch in batches[turn * TURN : (turn + 1) * TURN]:
                loss = F.cross_entropy(model(batch[:, :-1]).reshape(-1, V), batch[:, 1:].reshape(-1))
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
            value = loss.item()
            pytorch_ms.append((time.thread_time() - start) * 1000 / TURN)
            print(f"turn {turn:3}  kit {kit_ms[-1]:6.2f} ms/step, loss {kit_loss:.6f}"
                  f"   pytorch {pytorch_ms[-1]:6.2f} ms/step, loss {value:.6f}")
        kit.stdin.close()
        kit.wait()
    skip = min(6, turns // 2)  # warm-up
    kit_median, pytorch_median = statistics.median(kit_ms[skip:]), statistics.median(pytorch_ms[skip:])
    print(f"median of turns {skip}..{turns - 1}: kit {kit_median:.2f} ms/step, pytorch {pytorch_median:.2f} ms/step,"
          f" pytorch {torch.__version__}; kit is {pytorch_median / kit_median:.3f} x as fast")


if __name__ == "__main__":
    main()
