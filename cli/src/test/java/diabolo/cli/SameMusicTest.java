package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.cli.CommandRun.Run;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The models that ship make the music that they made when this was written, and JSON of that time gives its pieces again: a seed and a
 * recipe keep their meaning. In a command line {@code @} stands for the folder with a few new pieces of every model, {@code M} for
 * that of the models. The hashes are the first digits of SHA-256 over all MIDI files that a command wrote, by their names.
 *
 * <p>{@code bench/same-music} looks at more, on one machine.
 */
final class SameMusicTest {

    private static final Path MODELS = Path.of("..", "models");

    @TempDir
    static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void generate() {
        for (String model : List.of("ragtime-deephear", "melody-2bar", "melody-16bar", "drums-2bar")) {
            String prior = model.equals("drums-2bar") ? " --prior normal" : "";
            String commandLine = "generate --count 2 --seed 7 --model M/%s --out @/%s%s".formatted(model, model, prior);
            assertThat(run(commandLine).exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            d61a414ea085065c | ragtime-deephear
            62c6b422062c7463 | melody-2bar
            afc51d01555433e5 | melody-16bar
            74a10a4d245b53eb | drums-2bar
            """)
    void newPiecesAreAsBefore(String hash, String model) throws IOException {
        assertThat(hashOfMidi(shared.resolve(model))).isEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            d8c05f9d9c706d79 | generate --model M/ragtime-deephear --prior normal --temperature 0.8 --seed 3
            4df184b48ffb3931 | reconstruct @/ragtime-deephear/piece-0001.mid --model M/ragtime-deephear
            e29a03482b93fe24 | interpolate @/melody-2bar/piece-0001.mid @/melody-2bar/piece-0002.mid --model M/melody-2bar --count 3
            e18048a77d865b13 | vary @/melody-2bar/piece-0001.mid --model M/melody-2bar --distance 1 --temperature 0.7 --count 2 --seed 3
            2ab88a129e5e04eb | attribute apply note-density @/melody-2bar/piece-0002.mid --model M/melody-2bar --strength 3
            c0c10dc768f802ad | constrain --key A --density 0.3 --draws 32 --rounds 2 --model M/melody-2bar --seed 3
            419dff5997788ccf | path @/drums-2bar/piece-0001.mid @/drums-2bar/piece-0002.mid --model M/drums-2bar --count 2 --linear
            6d7fd07e64a81edb | continue @/drums-2bar/piece-0001.mid --bars 1 --tries 32 --model M/drums-2bar --seed 3
            """)
    void aVerbMakesTheSameMusic(String hash, String commandLine) throws IOException {
        Run run = run(commandLine + " --out " + folder);

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(hashOfMidi(folder)).isEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            160d1b85754e6b31 | generate | drums-2bar
            48bb7a18383b6409 | reconstruct | melody-2bar
            2c88f2f520ac29e0 | interpolate | melody-2bar
            0f602ca3106a792c | interpolate-data | melody-2bar
            4aea4f9f7d1ad514 | average | melody-2bar
            697bf8c36ab9450b | path | melody-2bar
            05bcc8f3638d6104 | vary | melody-16bar
            5fd1f46a4c5c54f8 | walk | melody-2bar
            87f63ddb2cb2fcac | translate | drums-2bar
            9ab2f8a10c634005 | attribute | melody-2bar
            b5314a17e9b6e7f1 | refine | melody-2bar
            e1bd42f1d81c235e | decode | melody-2bar
            546755373bca098a | continue | melody-16bar
            af88b992a3d2d123 | constrain | ragtime-deephear
            d25b8a8259f17eee | harmonize | ragtime-deephear
            """)
    void aRecipeGivesItsPieceAgain(String hash, String recipe, String model) throws IOException, URISyntaxException {
        Path json = Path.of(Objects.requireNonNull(getClass().getResource("recipes/" + recipe + ".json"))
                .toURI());

        Run run = CommandRun.of("replay", json, "--model", MODELS.resolve(model), "--out", folder);

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(hashOfMidi(folder)).isEqualTo(hash);
    }

    private static Run run(String commandLine) {
        return CommandRun.of((Object[]) commandLine
                .replace("M/", MODELS + "/")
                .replace("@", shared.toString())
                .split(" "));
    }

    private static String hashOfMidi(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path midi : files.filter(file -> file.toString().endsWith(".mid"))
                    .sorted()
                    .toList()) {
                digest.update(Files.readAllBytes(midi));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
