"""MusicVAE in PyTorch, eager, as its users write it: the peer of diabolo.bench.MusicVaeTraining, whose cases these are."""

import json
import sys
import time
from dataclasses import dataclass, field

import numpy
import torch
from torch import nn
from torch.nn import functional

TOKENS, WARM_UP, BETA = 90, 1, 0.2


@dataclass
class Case:
    batch: int
    steps: int
    code: int
    encoder: int  # units
    decoder: int
    decoder_layers: int
    conductor: int = 0  # units; 0: a flat decoder
    encoder_segments: list = field(default_factory=list)  # how many steps are read together, level by level
    segment_steps: int = 0

    @property
    def segments(self):
        return self.steps // self.segment_steps if self.conductor else 1


CASES = {
    "two-bars": Case(512, 32, 256, 512, 256, 2),
    "sixteen-bars": Case(16, 256, 128, 192, 192, 1, conductor=192, encoder_segments=[16], segment_steps=16),
}


def apart(frames, segments):
    """[steps, batch, size] to [steps of a segment, segments * batch, size]."""
    steps, batch, size = frames.shape
    return frames.view(segments, steps // segments, batch, size).transpose(0, 1).reshape(-1, segments * batch, size)


class MusicVae(nn.Module):
    def __init__(self, case, folder):
        super().__init__()
        self.case = case
        self.folder = folder
        levels = range(len(case.encoder_segments) + 1)
        self.encoders = nn.ModuleList(
            nn.LSTM(TOKENS if level == 0 else 2 * case.encoder, case.encoder, bidirectional=True) for level in levels)
        for level, encoder in enumerate(self.encoders):
            name = "encoder" if level == levels[-1] else f"encoder.segments.{level}"
            self.read_lstm(encoder, "_l0", f"{name}.0.forward")
            self.read_lstm(encoder, "_l0_reverse", f"{name}.0.backward")
        self.mean = self.linear("mean", 2 * case.encoder, case.code)
        self.deviation = self.linear("deviation", 2 * case.encoder, case.code)
        condition = case.conductor or case.code
        if case.conductor:
            self.conductor_initial = self.linear("conductor.initial", case.code, 2 * case.conductor)
            self.conductor = nn.LSTM(1, case.conductor)
            self.read_lstm(self.conductor, "_l0", "conductor.0.forward")
        self.initial = self.linear("decoder.0.initial", condition, 2 * case.decoder_layers * case.decoder)
        self.decoder = nn.LSTM(TOKENS + condition, case.decoder, num_layers=case.decoder_layers)
        for layer in range(case.decoder_layers):
            self.read_lstm(self.decoder, f"_l{layer}", f"decoder.0.{layer}.forward")
        self.output = self.linear("decoder.0.output", case.decoder, TOKENS)

    def read(self, parameter, name):
        values = numpy.fromfile(f"{self.folder}/{name}.f32", dtype="<f4").reshape(parameter.shape)
        parameter.data.copy_(torch.from_numpy(values.copy()))

    def read_lstm(self, lstm, suffix, prefix):
        self.read(getattr(lstm, "weight_ih" + suffix), prefix + ".input")
        self.read(getattr(lstm, "weight_hh" + suffix), prefix + ".recurrent")
        self.read(getattr(lstm, "bias_ih" + suffix), prefix + ".bias")
        nn.init.zeros_(getattr(lstm, "bias_hh" + suffix))

    def linear(self, name, into, out):
        linear = nn.Linear(into, out)
        self.read(linear.weight, f"{name}.weight")
        self.read(linear.bias, f"{name}.bias")
        return linear

    def encode(self, cells):
        frames, batch = cells, cells.shape[1]
        for level, encoder in enumerate(self.encoders):
            joined = self.case.encoder_segments[level] if level < len(self.case.encoder_segments) else frames.shape[0]
            segments = frames.shape[0] // joined
            _, (hidden, _) = encoder(apart(frames, segments))
            frames = torch.cat([hidden[0], hidden[1]], 1).view(segments, batch, -1)
        return frames[0]

    @staticmethod
    def state(initial, condition, layers, units):
        state = torch.tanh(initial(condition)).view(condition.shape[0], layers, 2, units).permute(2, 1, 0, 3).contiguous()
        return state[0], state[1]

    def conditions(self, code):
        """[segments, batch, condition]."""
        if not self.case.conductor:
            return code.unsqueeze(0)
        state = self.state(self.conductor_initial, code, 1, self.case.conductor)
        return self.conductor(torch.zeros(self.case.segments, code.shape[0], 1), state)[0]

    def forward(self, tokens):
        case, batch = self.case, tokens.shape[1]
        cells = functional.one_hot(tokens, TOKENS).float()
        both = self.encode(cells)
        mean, deviation = self.mean(both), functional.softplus(self.deviation(both))
        code = mean + deviation * torch.randn_like(mean)
        condition = self.conditions(code).reshape(case.segments * batch, -1)
        previous = apart(torch.cat([torch.zeros(1, batch, TOKENS), cells[:-1]]), case.segments)
        inputs = torch.cat([previous, condition.expand(previous.shape[0], *condition.shape)], 2)
        states, _ = self.decoder(inputs, self.state(self.initial, condition, case.decoder_layers, case.decoder))
        logits = self.output(states)  # [steps of a segment, segments * batch, tokens]
        targets = tokens.view(case.segments, -1, batch).transpose(0, 1).reshape(-1)
        cross_entropy = functional.cross_entropy(logits.reshape(-1, TOKENS), targets, reduction="sum") / batch
        divergence = 0.5 * (mean**2 + deviation**2 - 2 * deviation.log() - 1).sum(1).mean()
        return cross_entropy + BETA * divergence


def main(folder, updates, name):
    torch.manual_seed(1)
    case = CASES[name]
    tokens = numpy.fromfile(f"{folder}/tokens.f32", dtype="<f4").reshape(case.batch, case.steps).T.copy()
    tokens = torch.from_numpy(tokens).long()
    network = MusicVae(case, folder)
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
    losses = []
    for update in range(WARM_UP + updates):
        if update == WARM_UP:
            started, started_processor = time.perf_counter(), time.process_time()
        optimizer.zero_grad()
        loss = network(tokens)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1)
        optimizer.step()
        losses.append(loss.item())
    seconds, processor_seconds = time.perf_counter() - started, time.process_time() - started_processor
    print(json.dumps({
        "size": case.batch,
        "millis": round(1000 * seconds / updates, 2),
        "processorMillis": round(1000 * processor_seconds / updates, 2),
        "check": losses,
    }))


main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
