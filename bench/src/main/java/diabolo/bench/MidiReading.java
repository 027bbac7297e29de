package diabolo.bench;

import diabolo.midi.MidiReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Reads MIDI files into notes, warm and from memory, and says how long that takes.
 *
 * <p>Arguments: {@code list FOLDER} prints the files that Diabolo and the JDK both read; {@code run LISTING diabolo|jdk SIZE...} reads so
 * many of them and prints a line of JSON each.
 */
public final class MidiReading {

    /** A side: how it reads a file, as the number of its notes. */
    private interface NoteReader {
        int countNotes(byte[] file) throws IOException;
    }

    private static final NoteReader DIABOLO = file -> MidiReader.readLenient(file).sequence().parts().stream()
            .mapToInt(part -> part.notes().size())
            .sum();
    private static final NoteReader JDK = file -> JdkMidi.read(file).size();

    private MidiReading() {}

    public static void main(String[] arguments) throws Exception {
        Path path = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "list" -> list(path);
            case "run" -> {
                List<byte[]> files = new ArrayList<>();
                for (String line : Files.readAllLines(path)) {
                    files.add(Files.readAllBytes(Path.of(line)));
                }
                NoteReader side = arguments[2].equals("jdk") ? JDK : DIABOLO;
                Measurement.warmUp(() -> countNotes(side, files));
                for (String size : Arrays.asList(arguments).subList(3, arguments.length)) {
                    List<byte[]> some = files.subList(0, Math.min(files.size(), Integer.parseInt(size)));
                    List<Double> notes = List.of((double) countNotes(side, some));
                    System.out.println(Measurement.of(some.size(), notes, () -> countNotes(side, some))
                            .line());
                }
            }
            default -> throw new IllegalArgumentException("list or run, was " + arguments[0]);
        }
    }

    private static void list(Path folder) throws IOException {
        List<Path> read = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                if (path.toString().toLowerCase(Locale.ROOT).matches(".*\\.midi?")) {
                    byte[] file = Files.readAllBytes(path);
                    if (reads(DIABOLO, file) && reads(JDK, file)) {
                        read.add(path.toAbsolutePath());
                    }
                }
            }
        }
        Collections.shuffle(read, new Random(1)); // so that the first files are like all
        read.forEach(System.out::println);
    }

    private static boolean reads(NoteReader side, byte[] file) {
        try {
            return side.countNotes(file) > 0;
        } catch (IOException refused) {
            return false;
        }
    }

    private static long countNotes(NoteReader side, List<byte[]> files) throws IOException {
        long notes = 0;
        for (byte[] file : files) {
            notes += side.countNotes(file);
        }
        return notes;
    }
}
