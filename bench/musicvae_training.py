"""MusicVAE's small two-bar network in PyTorch, eager, as its users write it: the peer of diabolo.bench.MusicVaeTraining."""

import json
import sys
import time

import numpy
import torch
from torch import nn
from torch.nn import functional

STEPS, TOKENS, CODE, ENCODER, DECODER, BATCH = 32, 90, 256, 512, 256, 512
WARM_UP = 1


class MusicVae(nn.Module):
    def __init__(self, folder):
        super().__init__()
        self.encoder = nn.LSTM(TOKENS, ENCODER, bidirectional=True)
        self.mean = nn.Linear(2 * ENCODER, CODE)
        self.deviation = nn.Linear(2 * ENCODER, CODE)
        self.initial = nn.Linear(CODE, 4 * DECODER)
        self.decoder = nn.LSTM(TOKENS + CODE, DECODER, num_layers=2)
        self.output = nn.Linear(DECODER, TOKENS)

        def read(parameter, name):
            values = numpy.fromfile(f"{folder}/{name}.f32", dtype="<f4").reshape(parameter.shape)
            parameter.data.copy_(torch.from_numpy(values.copy()))

        for side, prefix, layer in (("", "encoder.0.forward", 0), ("_reverse", "encoder.0.backward", 0)):
            self.read_lstm(self.encoder, read, f"_l{layer}{side}", prefix)
        for layer in range(2):
            self.read_lstm(self.decoder, read, f"_l{layer}", f"decoder.0.{layer}.forward")
        for linear, name in ((self.mean, "mean"), (self.deviation, "deviation"),
                             (self.initial, "decoder.0.initial"), (self.output, "decoder.0.output")):
            read(linear.weight, f"{name}.weight")
            read(linear.bias, f"{name}.bias")

    @staticmethod
    def read_lstm(lstm, read, suffix, prefix):
        read(getattr(lstm, "weight_ih" + suffix), prefix + ".input")
        read(getattr(lstm, "weight_hh" + suffix), prefix + ".recurrent")
        read(getattr(lstm, "bias_ih" + suffix), prefix + ".bias")
        nn.init.zeros_(getattr(lstm, "bias_hh" + suffix))

    def forward(self, tokens):
        cells = functional.one_hot(tokens, TOKENS).float()
        _, (hidden, _) = self.encoder(cells)
        both = torch.cat([hidden[0], hidden[1]], 1)
        mean, deviation = self.mean(both), functional.softplus(self.deviation(both))
        code = mean + deviation * torch.randn_like(mean)
        batch = tokens.shape[1]
        state = torch.tanh(self.initial(code)).view(batch, 2, 2, DECODER).permute(2, 1, 0, 3).contiguous()
        previous = torch.cat([torch.zeros(1, batch, TOKENS), cells[:-1]])
        states, _ = self.decoder(torch.cat([previous, code.expand(STEPS, batch, CODE)], 2), (state[0], state[1]))
        logits = self.output(states)
        cross_entropy = functional.cross_entropy(logits.reshape(-1, TOKENS), tokens.reshape(-1), reduction="sum") / batch
        divergence = 0.5 * (mean**2 + deviation**2 - 2 * deviation.log() - 1).sum(1).mean()
        return cross_entropy + 0.2 * divergence


def main(folder, updates):
    torch.manual_seed(1)
    tokens = numpy.fromfile(f"{folder}/tokens.f32", dtype="<f4").reshape(BATCH, STEPS).T.copy()
    tokens = torch.from_numpy(tokens).long()
    network = MusicVae(folder)
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
        "size": BATCH,
        "millis": round(1000 * seconds / updates, 2),
        "processorMillis": round(1000 * processor_seconds / updates, 2),
        "check": losses,
    }))


main(sys.argv[1], int(sys.argv[2]))
