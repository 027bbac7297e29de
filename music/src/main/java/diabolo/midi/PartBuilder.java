package diabolo.midi;

import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Note;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Velocity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A part while its notes come in.
 *
 * <p>Not thread-safe.
 */
final class PartBuilder {

    /** A large file has millions of notes, but 128 pitches and 127 velocities. */
    private static final List<Pitch> PITCHES =
            IntStream.rangeClosed(0, 127).mapToObj(Pitch::of).toList();

    private static final List<Velocity> VELOCITIES =
            IntStream.rangeClosed(1, 127).mapToObj(Velocity::of).toList();

    private final String name;
    private final Instrument instrument;
    private final List<SoundingNote> notes = new ArrayList<>();

    PartBuilder(String name, Instrument instrument) {
        this.name = name;
        this.instrument = instrument;
    }

    Instrument instrument() {
        return instrument;
    }

    /** Takes a note in when it begins, so that the notes are nearly in order; one that never ends is left out. */
    void add(SoundingNote note) {
        notes.add(note);
    }

    Part build(Division division) {
        LatestBeat starts = new LatestBeat(division);
        LatestBeat durations = new LatestBeat(division);
        List<Note> built = new ArrayList<>(notes.size());
        for (SoundingNote note : notes) {
            if (note.hasEnded()) {
                Beat start = starts.at(note.start());
                Beat duration = durations.at(note.ticks());
                built.add(new Note(
                        PITCHES.get(note.event().pitch()),
                        VELOCITIES.get(note.event().velocity() - 1),
                        start,
                        duration));
            }
        }
        return new Part(name, instrument, built);
    }

    /** Keeps the latest beat: the notes of a chord begin together, and neighbours often last as long. */
    private static final class LatestBeat {
        private final Division division;
        private long tick;
        private Beat beat = Beat.ZERO;

        LatestBeat(Division division) {
            this.division = division;
        }

        Beat at(long newTick) {
            if (newTick != tick) {
                tick = newTick;
                beat = division.toBeat(newTick);
            }
            return beat;
        }
    }
}
