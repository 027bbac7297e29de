package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.cli.CommandRun.Run;
import diabolo.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** In a command line {@code @} stands for the folder of the test, {@code $} for what all tests share and none changes. */
class AttributeVerbTest {

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void layOut() throws IOException {
        TinyMelodyModel.save(shared.resolve("melody"));
        TinyModel.save(shared.resolve("dense"));
        for (int notes = 1; notes <= 4; notes++) {
            Path kind = shared.resolve(notes > 2 ? "music/many" : "music/few");
            Files.createDirectories(kind);
            MidiWriter.write(TinyModel.scale(notes), kind.resolve(notes + ".mid"));
        }
    }

    @BeforeEach
    void copyTheModel() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("melody"));
        try (Stream<Path> files = Files.list(shared.resolve("melody"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
    }

    private Run run(String commandLine) {
        return CommandRun.of((Object[]) commandLine
                .replace("@", folder.toString())
                .replace("$", shared.toString())
                .split(" "));
    }

    @Test
    void whatIsLearnedIsListedAndAppliedByItsNameAndReplays() throws IOException {
        Run learned = run("attribute learn note-density --corpus $/music --model @/melody");
        Run listed = run("attribute list --model @/melody");
        Run applied = run("attribute apply note-density $/music/few/2.mid --strength 1.5 --model @/melody --out @/out");
        Run again = run("replay @/out/2-note-density.json --model @/melody --out @/again");

        assertThat(learned.exitCode()).as(learned.messages()).isZero();
        assertThat(learned.messages()).contains("the quarters of 4 examples of 4 pieces", "1 with it, 1 without");
        assertThat(listed.results()).startsWith("note-density\tlearned from the quarters of 4 examples");
        assertThat(applied.exitCode()).as(applied.messages()).isZero();
        assertThat(applied.results().lines()).hasSize(10);
        assertThat(applied.results())
                .contains(
                        "before",
                        "after",
                        "c-diatonic",
                        "note-density",
                        "average-interval",
                        "eighth-syncopation",
                        "contour");
        assertThat(again.exitCode()).as(again.messages()).isZero();
        for (String ending : List.of(".mid", ".json")) {
            assertThat(folder.resolve("again/2-note-density" + ending))
                    .hasSameBinaryContentAs(folder.resolve("out/2-note-density" + ending));
        }
        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(folder.resolve("out/2-note-density.json")))
                        .path("recipe")
                        .path("details")
                        .path("strength")
                        .asString())
                .isEqualTo("1.5");
    }

    @Test
    void twoFoldersGiveAnAttributeOfOnesOwnInAFile() {
        Run learned = run(
                "attribute learn busy --with $/music/many --without $/music/few --out @/busy.json --model @/melody");
        Run applied = run("attribute apply @/busy.json $/music/few/1.mid --model @/melody --out @/out");

        assertThat(learned.exitCode()).as(learned.messages()).isZero();
        assertThat(learned.messages()).contains("2 with it, 2 without");
        assertThat(applied.exitCode()).as(applied.messages()).isZero();
        assertThat(folder.resolve("out/1-busy.mid")).exists();
        assertThat(folder.resolve("melody/attributes")).doesNotExist();
    }

    @Test
    void examplesThatAreRefusedAreCountedByTheirKind() throws IOException {
        Path few = Files.createDirectory(folder.resolve("few"));
        Files.copy(shared.resolve("music/few/1.mid"), few.resolve("1.mid"));
        Files.writeString(few.resolve("readme.txt"), "no music");
        MidiWriter.write(TinyModel.scale(0), few.resolve("silent.mid"));

        Run learned =
                run("attribute learn busy --with $/music/many --without @/few --out @/busy.json --model @/melody");

        assertThat(learned.exitCode()).as(learned.messages()).isZero();
        assertThat(learned.messages())
                .contains("few: files refused: 2, of which 1 not music, 1 without notes.", "2 with it, 1 without")
                .doesNotContain("many: files refused");
    }

    @Test
    void aBuiltCorpusIsTakenAsItIs() {
        run("corpus build $/music --representation melody --bars 1 --out @/tunes.corpus");

        Run learned = run("attribute learn note-density --corpus @/tunes.corpus --model @/melody");

        assertThat(learned.exitCode()).as(learned.messages()).isZero();
        assertThat(learned.messages()).contains("the quarters of 4 examples");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attribute learn loudness --corpus $/music --model @/melody | no descriptor loudness",
                "attribute learn Busy! --with $/music/many --without $/music/few --model @/melody | small letters",
                "attribute learn ../busy --with $/music/many --without $/music/few --model @/melody | small letters",
                "attribute learn busy --with $/music/many --model @/melody | both --with and --without",
                "attribute learn busy --model @/melody | either --corpus",
                "attribute learn note-density --isolated --model @/melody | either --corpus",
                "attribute learn busy --isolated --with $/music/many --without $/music/few --model @/melody | needs the music",
                "attribute learn busy --isolated --corpus $/music --model @/melody | no descriptor busy",
                "attribute learn note-density --isolated --corpus $/music --model @/melody | variational model",
                "attribute learn note-density --corpus @/none --model @/melody | no such file",
                "attribute learn note-density --corpus $/music/few/1.mid --model @/melody | there are no quartiles",
                "attribute learn sixteenth-syncopation --corpus $/music --model @/melody | there are no quartiles",
                "attribute learn note-density --corpus @/melody --model @/melody | No example found in",
                "attribute apply note-density $/music/few/1.mid --model @/melody --out @/out | has no attribute",
                "attribute apply @/melody/model.json $/music/few/1.mid --model @/melody --out @/out | holds no attribute"
            })
    void badInputGetsOneSentenceAndNothingIsWritten(String commandLine, String words) {
        Run run = run(commandLine);

        assertThat(run.messages()).contains(words);
        BadInputTest.assertOneSentence(run);
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(folder.resolve("melody/attributes")).doesNotExist();
    }

    @Test
    void anAttributeOfAnotherModelIsRefused() {
        run("attribute learn busy --with $/music/many --without $/music/few --out @/busy.json --model @/melody");

        Run applied = run("attribute apply @/busy.json $/music/few/1.mid --model $/dense --out @/out");

        BadInputTest.assertOneSentence(applied);
        assertThat(applied.messages()).contains("learned with a model tiny-melody");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void anAttributeIsNotOverwrittenUnasked() {
        run("attribute learn note-density --corpus $/music --model @/melody");

        Run again = run("attribute learn note-density --corpus $/music --model @/melody");
        Run asked = run("attribute learn note-density --corpus $/music --model @/melody --overwrite");

        BadInputTest.assertOneSentence(again);
        assertThat(again.messages()).contains("exists already");
        assertThat(asked.exitCode()).as(asked.messages()).isZero();
    }
}
