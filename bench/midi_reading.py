"""Reads MIDI files into notes with mido, a message at a time: a peer of diabolo.bench.MidiReading."""

import io
import json
import sys
import time

import mido


def count_notes(content):
    file = mido.MidiFile(file=io.BytesIO(content))
    notes = 0
    for track in file.tracks:
        tick, sounding = 0, {}
        for message in track:
            tick += message.time
            if message.type == "note_on" and message.velocity > 0:
                sounding.setdefault((message.channel, message.note), []).append((tick, message.velocity))
            elif message.type in ("note_on", "note_off"):
                begun = sounding.get((message.channel, message.note))
                if begun:
                    begun.pop(0)
                    notes += 1
        notes += sum(map(len, sounding.values()))
    return notes


def main(listing, sizes):
    files = [open(line.rstrip("\n"), "rb").read() for line in open(listing)]
    for size in sizes:
        started, started_processor = time.perf_counter(), time.process_time()
        notes = sum(map(count_notes, files[:size]))
        print(json.dumps({
            "size": size,
            "millis": round(1000 * (time.perf_counter() - started), 3),
            "processorMillis": round(1000 * (time.process_time() - started_processor), 3),
            "check": [notes],
        }))


main(sys.argv[1], [int(size) for size in sys.argv[2:]])
