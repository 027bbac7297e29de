package diabolo.midi;

import diabolo.note.At;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Tempo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds a piece from the tracks of a file: the notes of each track, and the tempos, meters and keys of all.
 *
 * <p>Not thread-safe: one serves one file.
 */
final class NoteAssembler {

    private final MidiFile file;
    private final Diagnosis diagnosis;
    private final Map<Long, Tempo> tempos = new TreeMap<>();
    private final Map<Long, Meter> meters = new TreeMap<>();
    private final Map<Long, Key> keys = new TreeMap<>();
    private final ChannelPrograms programs = new ChannelPrograms();

    NoteAssembler(MidiFile file, Diagnosis diagnosis) {
        this.file = file;
        this.diagnosis = diagnosis;
    }

    NoteSequence assemble() {
        List<PartBuilder> builders = new ArrayList<>();
        long start = 0;
        if (file.format() != 2) {
            file.tracks().forEach(programs::collect);
        }
        for (MidiTrack track : file.tracks()) {
            TrackNotes notes = new TrackNotes(track, start, new TrackParts(partName(track), programs));
            notes.readInto(builders);
            notes.tell(diagnosis);
            readChanges(track, start);
            start += file.format() == 2 ? track.endTick() : 0;
        }
        tellTime();
        List<Part> parts =
                builders.stream().map(builder -> builder.build(file.division())).toList();
        return new NoteSequence(title(), parts, inBeats(tempos), inBeats(meters), inBeats(keys));
    }

    /**
     * Within a track the last word at a tick counts, between tracks the first track: often each repeats what the first says,
     * transposing instruments with another key.
     */
    private void readChanges(MidiTrack track, long start) {
        Map<Long, Tempo> trackTempos = new TreeMap<>();
        Map<Long, Meter> trackMeters = new TreeMap<>();
        Map<Long, Key> trackKeys = new TreeMap<>();
        for (MidiEvent.Meta event : track.metaEvents()) {
            long tick = start + event.tick();
            switch (event) {
                case MidiEvent.TempoChange change -> trackTempos.put(tick, MidiTempo.of(change.microsecondsPerBeat()));
                case MidiEvent.MeterChange change -> trackMeters.put(tick, change.meter());
                case MidiEvent.KeyChange change -> trackKeys.put(tick, change.key());
                case MidiEvent.TrackName _, MidiEvent.InstrumentName _, MidiEvent.Continuation _ -> {}
            }
        }
        trackTempos.forEach(tempos::putIfAbsent);
        trackMeters.forEach(meters::putIfAbsent);
        trackKeys.forEach(keys::putIfAbsent);
    }

    private void tellTime() {
        if (file.division() instanceof Division.Timecode) {
            tempos.clear();
            tempos.put(0L, Tempo.DEFAULT);
        }
        if (file.format() == 2 && file.tracks().size() > 1) {
            diagnosis.noted(
                    "whole file",
                    "format 2: the %d tracks are pieces of their own"
                            .formatted(file.tracks().size()),
                    "they follow one another");
        }
    }

    /** The name of an only track is the title of the piece, and not that of its parts. */
    private String partName(MidiTrack track) {
        return file.format() == 0 && file.tracks().size() == 1 ? "" : track.name();
    }

    private String title() {
        return file.tracks().stream()
                .limit(1)
                .flatMap(track -> track.metaEvents().stream())
                .filter(MidiEvent.TrackName.class::isInstance)
                .map(event -> ((MidiEvent.TrackName) event).name())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private <T> List<At<T>> inBeats(Map<Long, T> changes) {
        return changes.entrySet().stream()
                .map(change -> new At<>(file.division().toBeat(change.getKey()), change.getValue()))
                .toList();
    }
}
