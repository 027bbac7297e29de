package examples;

import diabolo.grid.Passage;
import diabolo.grid.RhythmGrid;
import diabolo.inspection.FileInspection;
import diabolo.inspection.MusicFile;
import diabolo.note.NoteSequence;
import diabolo.note.Reading;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a file of MIDI, MusicXML or ABC, and says what is in it. Needs no flag. */
public final class InspectScore {

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments.length > 0 ? arguments[0] : "../docs/pictures/ode-to-joy.abc");

        System.out.println(FileInspection.inspect(file).inWords()); // never throws, whatever the file

        Reading reading = MusicFile.readLenient(file); // throws where nothing can be mended
        reading.findings().forEach(finding -> System.out.println(finding.sentence()));
        NoteSequence piece = reading.sequence();
        System.out.println(piece);
        piece.allNotes().limit(4).forEach(System.out::println);

        Passage onTheGrid = Passage.of(RhythmGrid.SIXTEENTHS.quantize(piece));
        System.out.println("The last bar is " + onTheGrid.lastBar() + ".");
    }
}
