package diabolo.cli;

import static diabolo.note.Checks.requireBetween;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusBuilder;
import diabolo.corpus.CorpusFile;
import diabolo.corpus.CorpusSpec;
import diabolo.corpus.IfExists;
import diabolo.corpus.MissingBass;
import diabolo.corpus.Transposition;
import diabolo.note.Meter;
import diabolo.note.OutOfRangeException;
import diabolo.representation.Drums;
import diabolo.representation.Melody;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Trio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds a corpus from files and folders of music. */
@Command(
        name = "build",
        description = "Cuts files and folders of music into windows, and counts every refusal with its reason.",
        footer = {
            "%nExamples:",
            "  diabolo corpus build my-rags --out rags.corpus --to-common-key",
            "  diabolo corpus build my-songs --representation melody --bars 2 --out songs.corpus"
        })
final class CorpusBuild extends Verb {

    private static final int MOST_ROLL_BARS = 256;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Files of music, or folders with such files.")
    private List<Path> music = List.of();

    @Option(
            names = "--representation",
            paramLabel = "KIND",
            description = "How a window is written as numbers: piano-roll, melody, drums or trio (${DEFAULT-VALUE}).")
    private String representation = "piano-roll";

    @Option(
            names = "--bars",
            paramLabel = "N",
            description =
                    "Length of a window: 4 bars of a piano roll, 2 of melody and drums, 16 of a trio, unless said.")
    private Optional<Integer> bars = Optional.empty();

    @Option(
            names = "--meter",
            paramLabel = "METER",
            description = "Of melody, drums and trio: bars of other metres are refused (4/4).")
    private Optional<String> meter = Optional.empty();

    @Option(
            names = "--bass-from-chords",
            description =
                    "Of a trio: tunes with chords count too; their bass is what lies lowest in the chords, their drums rest.")
    private boolean bassFromChords;

    @Option(names = "--out", required = true, paramLabel = "C", description = "The corpus file to write.")
    private Path out = Path.of("");

    @Option(
            names = "--stride",
            paramLabel = "STEPS",
            description = "Sixteenths from one window to the next: a bar, unless said.")
    private Optional<Integer> stride = Optional.empty();

    @Option(names = "--to-common-key", description = "Transpose every piece to C major or A minor.")
    private boolean toCommonKey;

    @Option(names = "--overwrite", description = "Replace the corpus file if it exists.")
    private boolean overwrite;

    @Override
    public Integer call() throws IOException {
        CorpusSpec spec = spec();
        if (Files.exists(out) && !overwrite) { // said before a large folder is read
            throw new IOException("%s exists already; choose another name with --out, or replace it with --overwrite."
                    .formatted(out));
        }
        Corpus corpus = new CorpusBuilder(spec).build(music);
        CorpusFile.save(corpus, out, overwrite ? IfExists.REPLACE : IfExists.REFUSE);
        CorpusShow.show(corpus, results());
        return DONE;
    }

    private CorpusSpec spec() {
        CorpusSpec spec =
                switch (representation()) {
                    case PianoRoll roll -> CorpusSpec.DEEPHEAR.withRepresentation(roll);
                    case TokenRepresentation tokens -> CorpusSpec.of(tokens);
                };
        int steps = stride.orElse(spec.strideSteps());
        requireBetween("--stride", steps, 1, 4096);
        if (bassFromChords && !representation.equals("trio")) {
            throw wrongUsage("--bass-from-chords is for trios; %s has no bass".formatted(representation));
        }
        return spec.withStrideSteps(steps)
                .withMissingBass(bassFromChords ? MissingBass.FROM_CHORDS : MissingBass.REFUSED)
                .withTransposition(toCommonKey ? Transposition.TO_COMMON_KEY : Transposition.AS_WRITTEN);
    }

    private Representation representation() {
        try {
            return switch (representation) {
                case "piano-roll" -> pianoRoll();
                case "melody" -> Melody.of(bars.orElse(2), tokenMeter());
                case "drums" -> Drums.of(bars.orElse(2), tokenMeter());
                case "trio" -> Trio.of(bars.orElse(16), tokenMeter());
                default ->
                    throw wrongUsage("There is no representation %s; there are piano-roll, melody, drums and trio"
                            .formatted(representation));
            };
        } catch (OutOfRangeException range) {
            throw range; // of an option, which is told by its name
        } catch (IllegalArgumentException outOfBounds) {
            throw wrongUsage("The windows cannot be as asked for: " + outOfBounds.getMessage());
        }
    }

    private PianoRoll pianoRoll() {
        if (meter.isPresent()) {
            throw wrongUsage("--meter is for melody, drums and trio; a piano roll is cut every four beats");
        }
        PianoRoll four = PianoRoll.DEEPHEAR;
        int length = bars.orElse(4);
        if (length < 1 || length > MOST_ROLL_BARS) {
            throw wrongUsage(
                    "--bars must be between 1 and %d for a piano roll, was %d".formatted(MOST_ROLL_BARS, length));
        }
        return new PianoRoll(four.grid(), 16 * length, four.lowestPitch(), four.pitches());
    }

    private Meter tokenMeter() {
        return meter.map(Meter::parse).orElse(Meter.FOUR_FOUR);
    }
}
