package diabolo.audio;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the instruments come from.
 *
 * <pre>{@code
 * SoundFont.of(Path.of("grand-piano.sf2"));
 * SoundFont.find(); // that of the system, else the emergency bank
 * }</pre>
 *
 * <p>Results can be repeated byte for byte only with the same SoundFont, so name it in what you record. Immutable.
 */
public sealed interface SoundFont {

    /** A SoundFont 2 file, chosen by the user or found. */
    record File(Path path) implements SoundFont {
        public File {
            requireNonNull(path, "path");
        }

        @Override
        public String name() {
            return String.valueOf(path.getFileName());
        }
    }

    /**
     * What the JDK's synthesizer makes up where there is no SoundFont: plain, computed timbres for every instrument. It is
     * computed once, from random phases, and then kept in the user's cache folder, so that it starts quickly and sounds the
     * same every time on a machine.
     */
    record Emergency() implements SoundFont {
        @Override
        public String name() {
            return "emergency bank";
        }
    }

    /** As shown to people. */
    String name();

    static SoundFont of(Path path) {
        return new File(path);
    }

    /**
     * The SoundFont of this system: the file that the environment variable {@code DIABOLO_SOUNDFONT} names, else the first
     * {@code .sf2} file of the folders where systems keep them ({@code default.sf2} first, then by name), else the emergency
     * bank.
     */
    static SoundFont find() {
        Optional<Path> named = Optional.ofNullable(System.getenv("DIABOLO_SOUNDFONT"))
                .filter(name -> !name.isBlank())
                .map(Path::of);
        return named.or(() -> findIn(usualFolders())).<SoundFont>map(File::new).orElseGet(Emergency::new);
    }

    /** The first {@code .sf2} file of the first folder that has one; folders that are absent or locked are passed over. */
    static Optional<Path> findIn(List<Path> folders) {
        return folders.stream().flatMap(folder -> firstOf(folder).stream()).findFirst();
    }

    private static Optional<Path> firstOf(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Comparator<Path> defaultFirst = Comparator.comparing(
                path -> !path.getFileName().toString().toLowerCase(Locale.ROOT).startsWith("default"));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().toLowerCase(Locale.ROOT).endsWith(".sf2"))
                    .filter(Files::isReadable)
                    .min(defaultFirst.thenComparing(Comparator.naturalOrder()));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static List<Path> usualFolders() {
        Path home = Path.of(System.getProperty("user.home", ""));
        return List.of(
                home.resolve(".local/share/soundfonts"),
                home.resolve(".local/share/sounds/sf2"),
                Path.of("/usr/local/share/soundfonts"),
                Path.of("/usr/local/share/sounds/sf2"),
                Path.of("/usr/share/soundfonts"),
                Path.of("/usr/share/sounds/sf2"),
                home.resolve("Library/Audio/Sounds/Banks"),
                Path.of("/Library/Audio/Sounds/Banks"),
                Path.of("/opt/homebrew/share/soundfonts"),
                Path.of("C:/soundfonts"));
    }
}
