package diabolo.notation;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.ChordSymbol;
import diabolo.note.Instrument;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A piece as it is written, before repeats are unfolded and ties are merged: parts, each with the same bars.
 *
 * <p>Positions in a bar are quarter notes since its beginning; pitches already sound as concert pitch.
 *
 * @param order the names of the parts that bars begin, in the order of playing, such as A, A, B; empty where they are played as
 *     they are written
 */
public record Notation(String title, List<NotatedPart> parts, List<String> order) {

    public Notation(String title, List<NotatedPart> parts) {
        this(title, parts, List.of());
    }

    /** A part of the page, with as many bars as were read for it. */
    public record NotatedPart(String id, String name, List<NotatedBar> bars) {}

    /**
     * What one part has in one bar.
     *
     * @param number as printed; not always a number
     * @param length how far its notes and rests reach; zero where it has none
     */
    public record NotatedBar(
            String number,
            BarCounting counting,
            Beat length,
            List<NotatedNote> notes,
            Optional<Meter> meter,
            List<At<Key>> keys,
            List<At<ChordSymbol>> chords,
            List<At<Tempo>> tempos,
            List<At<Velocity>> dynamics,
            RoadMarks marks) {

        public static final NotatedBar SILENT = new NotatedBar(
                "?",
                BarCounting.COUNTED,
                Beat.ZERO,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                RoadMarks.NONE);

        /** The bar with other notes, and all else as it is. */
        public NotatedBar withNotes(List<NotatedNote> otherNotes) {
            return new NotatedBar(number, counting, length, otherNotes, meter, keys, chords, tempos, dynamics, marks);
        }

        /** A bar of the same number and length with other notes and chord symbols, and nothing else. */
        public NotatedBar holding(List<NotatedNote> otherNotes, List<At<ChordSymbol>> otherChords) {
            return new NotatedBar(
                    number,
                    counting,
                    length,
                    otherNotes,
                    Optional.empty(),
                    List.of(),
                    otherChords,
                    List.of(),
                    List.of(),
                    RoadMarks.NONE);
        }
    }

    /** Whether a bar counts: a pickup, or the half of a bar split by a repeat, does not. */
    public enum BarCounting {
        COUNTED,
        IMPLICIT
    }

    /**
     * A note head. Where it is tied, several of them sound as one note.
     *
     * @param passes the times through its bar, counted from 1, at which it sounds; empty for every time
     */
    public record NotatedNote(
            Beat start,
            Beat duration,
            Pitch pitch,
            Optional<Velocity> velocity,
            Instrument instrument,
            int staff,
            String voice,
            Ties ties,
            Set<Integer> passes) {

        public NotatedNote {
            passes = Set.copyOf(passes);
        }

        /** The same head at another place of its bar. */
        public NotatedNote struck(Beat otherStart, Beat otherDuration, Ties otherTies) {
            return new NotatedNote(
                    otherStart, otherDuration, pitch, velocity, instrument, staff, voice, otherTies, passes);
        }

        boolean soundsAt(int pass) {
            return passes.isEmpty() || passes.contains(pass);
        }
    }

    /** The ends of ties at a note head. */
    public enum Ties {
        NONE,
        BEGINS,
        ENDS,
        ENDS_AND_BEGINS;

        public static Ties of(boolean ends, boolean begins) {
            if (ends) {
                return begins ? ENDS_AND_BEGINS : ENDS;
            }
            return begins ? BEGINS : NONE;
        }

        public boolean begins() {
            return this == BEGINS || this == ENDS_AND_BEGINS;
        }

        public boolean ends() {
            return this == ENDS || this == ENDS_AND_BEGINS;
        }
    }
}
