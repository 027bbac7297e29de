package diabolo.experiment;

import diabolo.midi.MidiWriter;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Six tunes of random notes in a random rhythm of sixteenths, on which a network of melodies learns in seconds. */
final class TinyTunes {

    private static final int TUNES = 6;
    private static final int SIXTEENTHS = 96;

    private TinyTunes() {}

    /** Writes them into a folder. */
    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int tune = 0; tune < TUNES; tune++) {
            write(folder.resolve("tune-" + tune + ".mid"), notes(tune));
        }
        return folder;
    }

    static List<Note> notes(int tune) {
        RandomGenerator random = RandomSource.of(tune).generator();
        List<Note> notes = new ArrayList<>();
        int length;
        for (int step = 0; step < SIXTEENTHS; step += length) {
            length = Math.min(SIXTEENTHS - step, random.nextInt(1, 7));
            notes.add(
                    new Note(Pitch.of(60 + random.nextInt(12)), Velocity.of(90), Beat.of(step, 4), Beat.of(length, 4)));
        }
        return notes;
    }

    static void write(Path file, List<Note> notes) throws IOException {
        Part part = new Part("melody", Instrument.PIANO, notes);
        MidiWriter.write(NoteSequence.of("tune", new Tempo(120), Meter.FOUR_FOUR, List.of(part)), file);
    }
}
