package diabolo.bench;

import diabolo.midi.MidiReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads the MIDI files of a folder into notes, with Diabolo and with the JDK in turn, warm and from memory, and says how much
 * processor time of the reading thread a file takes.
 *
 * <p>Arguments: {@code FOLDER ROUNDS}. Prints a line of JSON a side, then how many times as fast as the JDK we are.
 */
public final class MidiReading {

    private static final int WARM_UP_ROUNDS = 5;
    private static final long ROUND_NANOS = 500_000_000;

    /** A side: how it reads a file, as the number of its notes. */
    private interface NoteReader {
        int countNotes(byte[] file) throws IOException;
    }

    private static final NoteReader DIABOLO = file -> MidiReader.readLenient(file).sequence().parts().stream()
            .mapToInt(part -> part.notes().size())
            .sum();
    private static final NoteReader JDK = file -> JdkMidi.read(file).size();

    private MidiReading() {}

    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[1]);
        List<byte[]> found = midiFiles(Path.of(arguments[0]));
        List<byte[]> files = found.stream()
                .filter(file -> reads(DIABOLO, file) && reads(JDK, file))
                .toList();
        if (files.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s has no MIDI file that both sides read; name a folder of .mid files".formatted(arguments[0]));
        }
        double[] ours = new double[rounds];
        double[] theirs = new double[rounds];
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            double our = microsPerFile(DIABOLO, files);
            double their = microsPerFile(JDK, files);
            if (round >= 0) {
                ours[round] = our;
                theirs[round] = their;
            }
        }
        int leftOut = found.size() - files.size();
        print("Diabolo", ours, files, countNotes(DIABOLO, files), leftOut);
        print("JDK", theirs, files, countNotes(JDK, files), leftOut);
        double[] ratios = new double[rounds];
        Arrays.setAll(ratios, round -> theirs[round] / ours[round]);
        System.out.printf(Locale.ROOT, "{\"timesAsFast\": %.2f}%n", median(ratios));
    }

    private static List<byte[]> midiFiles(Path folder) throws IOException {
        List<byte[]> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                if (path.toString().toLowerCase(Locale.ROOT).matches(".*\\.midi?")) {
                    files.add(Files.readAllBytes(path));
                }
            }
        }
        return files;
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

    /** Reads all files, again and again until a round is full. */
    private static double microsPerFile(NoteReader side, List<byte[]> files) throws IOException {
        long begun = threadNanos();
        long read = 0;
        while (threadNanos() - begun < ROUND_NANOS) {
            countNotes(side, files);
            read += files.size();
        }
        return (threadNanos() - begun) / 1e3 / read;
    }

    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(String side, double[] micros, List<byte[]> files, long notes, int leftOut) {
        System.out.printf(
                Locale.ROOT,
                "{\"side\": \"%s\", \"microsPerFile\": %.1f, \"files\": %d, \"leftOut\": %d, \"notes\": %d}%n",
                side,
                median(micros),
                files.size(),
                leftOut,
                notes);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
