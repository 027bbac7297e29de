package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.cli.CommandRun.Run;
import diabolo.midi.MidiReader;
import diabolo.midi.MidiWriter;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tempo, meter and key of what verbs make. */
class PieceHeadersTest extends OnTinyModels {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reconstruct @/d.abc | d-reconstruct | 0: D major, 2: G major",
                "vary @/d.abc --count 1 | d-vary-0001 | 0: D major, 2: G major",
                "refine @/d.abc --iterations 1 | d-refine | 0: D major, 2: G major",
                "constrain --notes @/d.abc --draws 8 --rounds 0 --updates 5 | d-constrain-0001 | 0: D major, 2: G major",
                "constrain --notes @/d.abc --key Bm --draws 8 --rounds 0 --updates 5 | d-constrain-0001 | 0: B minor",
                "constrain --without @/d.abc --draws 8 --rounds 0 --updates 5 | d-constrain-0001 | ''",
                "walk @/d.abc --count 2 | d-walk-whole | 0: D major, 2: G major, 8: D major, 10: G major",
                "interpolate @/d.abc @/d.abc --count 2 | d-interpolate-0002 | 0: D major, 2: G major",
                "interpolate @/d.abc @/g.abc --count 2 | d-interpolate-0002 | ''",
                "interpolate @/d.abc @/g.abc --data --count 2 | d-interpolate-whole | ''",
                "average @/d.abc @/g.abc | d-average | ''",
                "translate @/d.abc --from @/g.abc --to @/g.abc | d-translate | 0: D major, 2: G major",
                "translate @/d.abc --from @/d.abc --to @/g.abc | d-translate | ''"
            })
    void whatIsMadeOfAPieceIsAtItsTempoInItsMeterAndWhereThisHoldsInItsKey(String commandLine, String name, String keys)
            throws IOException {
        writeKeyed("d.abc", "D");
        writeKeyed("g.abc", "G");
        Path out = folder.resolve("out");

        Run made = run(
                commandLine.replace("@", folder.toString()) + " --model " + shared.resolve("dense") + " --out " + out);

        assertThat(made.exitCode()).as(made.messages()).isZero();
        NoteSequence music = MidiReader.read(out.resolve(name + ".mid"));
        assertThat(music.tempoAt(Beat.ZERO)).isEqualTo(new Tempo(75));
        assertThat(music.meters()).containsExactly(new At<>(Beat.ZERO, new Meter(2, 4)));
        assertThat(music.keys().stream()
                        .map(key -> key.start() + ": " + key.value().name())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(keys);
        run("replay " + out.resolve(name + ".json") + " --model @/dense --out " + out.resolve("again"));
        assertThat(out.resolve("again").resolve(name + ".mid")).hasSameBinaryContentAs(out.resolve(name + ".mid"));
    }

    @Test
    void drumsAreInNoKey() throws IOException {
        Note snare = new Note(Pitch.of(38), Velocity.of(90), Beat.ZERO, Beat.of(1));
        NoteSequence beat = new NoteSequence(
                "",
                List.of(new Part("", new Instrument.Drums(), List.of(snare))),
                List.of(),
                List.of(new At<>(Beat.ZERO, new Meter(2, 2))),
                List.of(new At<>(Beat.ZERO, Key.parse("D"))));
        MidiWriter.write(beat, folder.resolve("beat.mid"));

        Run made = run("vary --count 1 --model @/drums", folder.resolve("beat.mid"), "--out", folder);

        assertThat(made.exitCode()).as(made.messages()).isZero();
        NoteSequence varied = MidiReader.read(folder.resolve("beat-vary-0001.mid"));
        assertThat(varied.keys()).isEmpty();
        assertThat(varied.meters()).containsExactly(new At<>(Beat.ZERO, new Meter(2, 2)));
    }

    private void writeKeyed(String name, String key) throws IOException {
        Files.writeString(
                folder.resolve(name), "X:1\nT:Keyed\nM:2/4\nL:1/4\nQ:1/4=75\nK:%s\nDE|[K:G]FG|AF|ED|\n".formatted(key));
    }

    @Test
    void aDecodedPieceIsAtTheTempoInTheMeterAndKeyThatWereEncoded() throws IOException {
        writeKeyed("d.abc", "D");
        Run encoded = run("encode --json --model @/dense", folder.resolve("d.abc"), shared.resolve("long.mid"));
        Path codes = Files.writeString(folder.resolve("codes.json"), encoded.results());

        Run decoded = run("decode --model @/dense", "--latent", codes, "--out", folder);
        run("reconstruct --model @/dense", folder.resolve("d.abc"), "--out", folder);

        assertThat(decoded.exitCode()).as(decoded.messages()).isZero();
        assertThat(MidiReader.read(folder.resolve("codes-decode-0001.mid")).withTitle(""))
                .isEqualTo(MidiReader.read(folder.resolve("d-reconstruct.mid")).withTitle(""));
        NoteSequence second = MidiReader.read(folder.resolve("codes-decode-0002.mid"));
        assertThat(second.tempoAt(Beat.ZERO)).isEqualTo(new Tempo(120));
        assertThat(second.keys()).isEmpty();
    }

    @Test
    void codesOfLaterWindowsBeginUnderWhatHoldsThere() throws IOException {
        Path codes = Files.writeString(folder.resolve("z.json"), """
                [{"window": 3, "meters": {"0": "3/4"}, "keys": {"0": "D major", "20": "A major"}, "beatsPerMinute": 50.5,
                  "code": [0, 0, 0, 0, 0, 0]}]""");

        Run run = run("vary --count 1 --model @/dense", codes, "--out", folder);

        assertThat(run.exitCode()).as(run.messages()).isZero();
        JsonNode recipe = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("z-vary-0001.json")))
                .path("recipe");
        assertThat(recipe.path("beatsPerMinute").asDouble()).isEqualTo(50.5);
        assertThat(recipe.path("signatures")).hasToString("""
                {"meters":{"0":"3/4","4":"3/4"},"keys":{"0":"A major"}}""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"beatsPerMinute\": \"fast\" | z.json: beatsPerMinute must be a number, was \"fast\".",
                "\"beatsPerMinute\": null | beatsPerMinute must be a number, was null",
                "\"beatsPerMinute\": 0 | beatsPerMinute must be between 1 and 60000000, was 0",
                "\"beatsPerMinute\": NaN | beatsPerMinute must be between",
                "\"beatsPerMinute\": 1e999 | beatsPerMinute must be between",
                "\"meters\": \"3/4\" | meters must be text by steps, as {\"0\": \"3/4\"}, was \"3/4\"",
                "\"meters\": {\"0\": 3} | had 0: 3",
                "\"meters\": {\"x\": \"4/4\"} | had x: \"4/4\"",
                "\"meters\": {\"0\": \"4/0\"} | lower number",
                "\"meters\": {\"0\": \"3/4\"} | the time signature 3/4 is given, but the model was trained on 4/4",
                "\"meters\": {\"200001\": \"4/4\"} | the step of a signature must be between 0 and 200000",
                "\"keys\": {\"0\": \"H\"} | is no key that has a key signature"
            })
    void codesUnderAHeadingThatIsNoneGetOneSentence(String field, String words) throws IOException {
        Path codes = Files.writeString(folder.resolve("z.json"), "[{%s, \"code\": [0, 0, 0, 0]}]".formatted(field));

        Run run = run("decode --model @/melody", "--latent", codes, "--out", folder.resolve("out"));

        BadInputTest.assertOneSentence(run);
        assertThat(run.messages()).contains(words);
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
