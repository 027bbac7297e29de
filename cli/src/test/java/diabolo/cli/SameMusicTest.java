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
 * that of the models. The hashes are SHA-256 over all MIDI files that a command wrote, by their names.
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
            String commandLine = "generate --count 2 --seed 7 --model M/%s --out @/%s".formatted(model, model);
            assertThat(run(commandLine).exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ragtime-deephear, x",
        "melody-2bar, x",
        "melody-16bar, x",
        "drums-2bar, x"
    })
    void newPiecesAreAsBefore(String model, String hash) throws IOException {
        assertThat(hashOfMidi(shared.resolve(model))).isEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "generate --model M/ragtime-deephear --prior normal --temperature 0.8 --seed 3 | x",
        "reconstruct @/ragtime-deephear/piece-0001.mid --model M/ragtime-deephear | x",
        "walk @/ragtime-deephear/piece-0001.mid --model M/ragtime-deephear --count 2 --seed 3 | x",
        "average @/melody-16bar/piece-0001.mid @/melody-16bar/piece-0002.mid --model M/melody-16bar | x",
        "interpolate @/melody-2bar/piece-0001.mid @/melody-2bar/piece-0002.mid --model M/melody-2bar --count 3 | x",
        "vary @/melody-2bar/piece-0001.mid --model M/melody-2bar --temperature 0.7 --count 2 --seed 3 | x",
        "attribute apply note-density @/melody-2bar/piece-0002.mid --model M/melody-2bar --strength 3 | x",
        "constrain --key A --density 0.3 --draws 32 --rounds 2 --model M/melody-2bar --seed 3 | x",
        "path @/drums-2bar/piece-0001.mid @/drums-2bar/piece-0002.mid --model M/drums-2bar --count 2 --linear | x",
        "continue @/drums-2bar/piece-0001.mid --bars 1 --tries 32 --model M/drums-2bar --seed 3 | x",
    })
    void aVerbMakesTheSameMusic(String commandLine, String hash) throws IOException {
        Run run = run(commandLine + " --out " + folder);

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(hashOfMidi(folder)).isEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource({
    })
    void aRecipeGivesItsPieceAgain(String recipe, String model, String hash) throws IOException, URISyntaxException {
        Path json = Path.of(Objects.requireNonNull(getClass().getResource("recipes/" + recipe + ".json")).toURI());

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
            for (Path midi : files.filter(file -> file.toString().endsWith(".mid")).sorted().toList()) {
                digest.update(Files.readAllBytes(midi));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
