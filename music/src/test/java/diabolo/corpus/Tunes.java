package diabolo.corpus;

import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Reading;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small pieces for tests, and files that a fake reader turns into them. */
final class Tunes {

    /** A file that says {@code 12 7} is a tune of 12 bars made from seed 7; any other file is refused. */
    static final MusicReader READER = file -> {
        String[] words = Files.readString(file).split(" ", -1);
        if (words.length != 2) {
            throw new IOException("byte 0: a tune is expected; write one");
        }
        return new Reading(random(Integer.parseInt(words[0]), Long.parseLong(words[1])), List.of());
    };

    private Tunes() {}

    /** A note on every beat of every bar of 4/4. */
    static NoteSequence random(int bars, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Note> notes = new ArrayList<>();
        for (int beat = 0; beat < 4 * bars; beat++) {
            notes.add(note(random.nextInt(48, 84), Beat.of(beat), Beat.of(1)));
        }
        return of(notes);
    }

    /** Five bars up and down a major scale, its tonic and fifth the longest. */
    static NoteSequence scale(int tonic) {
        int[] semitones = {0, 2, 4, 5, 7, 9, 11, 12, 11, 9, 7, 5, 4, 2, 0, 7, 4, 7, 0, 0};
        List<Note> notes = new ArrayList<>();
        for (int beat = 0; beat < semitones.length; beat++) {
            notes.add(note(tonic + semitones[beat], Beat.of(beat), Beat.of(1)));
        }
        return of(notes);
    }

    static NoteSequence of(List<Note> notes) {
        return NoteSequence.of("", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of(new Part("", Instrument.PIANO, notes)));
    }

    static Note note(int pitch, Beat start, Beat duration) {
        return new Note(Pitch.of(pitch), Velocity.DEFAULT, start, duration);
    }

    /** A folder with the tunes {@code a} of 12 bars, {@code b} of 8, {@code a-again} that is {@code a}, and {@code c} of 10. */
    static Corpus corpus(Path folder) throws IOException {
        Files.writeString(folder.resolve("a"), "12 1");
        Files.writeString(folder.resolve("a-again"), "12 1");
        Files.writeString(folder.resolve("b"), "8 2");
        Files.writeString(folder.resolve("c"), "10 3");
        Files.writeString(folder.resolve("notes.txt"), "what a day");
        return new CorpusBuilder(CorpusSpec.DEEPHEAR, READER).build(List.of(folder));
    }
}
