package diabolo.cli;

import static diabolo.note.Checks.requireBetween;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusBuilder;
import diabolo.corpus.CorpusFile;
import diabolo.corpus.CorpusSpec;
import diabolo.corpus.CorpusSummary;
import diabolo.corpus.IfExists;
import diabolo.corpus.MissingBass;
import diabolo.corpus.OtherMeters;
import diabolo.corpus.Piece;
import diabolo.corpus.Refusal;
import diabolo.corpus.Transposition;
import diabolo.note.OutOfRangeException;
import diabolo.note.Plural;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.RepresentationByName;
import diabolo.representation.TokenRepresentation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Corpora: music cut into the windows that models are trained on. */
@Command(
        name = "corpus",
        description = "Cuts music into the windows that models are trained on.",
        subcommands = {CorpusVerb.Build.class, CorpusVerb.Show.class})
final class CorpusVerb extends Verb {

    /** Builds a corpus from files and folders of music. */
    @Command(
            name = "build",
            description = "Cuts files and folders of music into windows, and counts every refusal with its reason.",
            footer = {
                "%nExamples:",
                "  diabolo corpus build my-rags --out rags.corpus --to-common-key",
                "  diabolo corpus build my-songs --representation melody --out songs"
            })
    static final class Build extends Verb {

        @Parameters(paramLabel = "DIR", arity = "1..*", description = "Files of music, or folders with such files.")
        private List<Path> music = List.of();

        @Option(
                names = "--representation",
                paramLabel = "KIND",
                description = RepresentationByName.NAMES + " (${DEFAULT-VALUE}).")
        private String representation = "piano-roll";

        @Option(names = "--bars", paramLabel = "N", description = "Bars of a window (4; melody, drums 2; trio 16).")
        private Optional<Integer> bars = Optional.empty();

        @Option(
                names = "--meter",
                paramLabel = "METER",
                description = "Of the windows (4/4); bars that do not fill its bars, as two of 2/4 do, are refused.")
        private Optional<String> meter = Optional.empty();

        @Option(names = "--bass-from-chords", description = "Of a trio: take the bass of tunes from their chords.")
        private boolean bassFromChords;

        @Option(names = "--out", required = true, paramLabel = "C", description = "The corpus file to write.")
        private Path out = Path.of("");

        @Option(names = "--stride", paramLabel = "STEPS", description = "Sixteenths from window to window (a bar).")
        private Optional<Integer> stride = Optional.empty();

        @Option(names = "--to-common-key", description = "Transpose every piece to C major or A minor.")
        private boolean toCommonKey;

        @Option(names = "--overwrite", description = "Replace the corpus file if it exists.")
        private boolean overwrite;

        @Override
        public Integer call() throws IOException {
            CorpusSpec spec = spec();
            requireFree(out, overwrite);
            Corpus corpus = new CorpusBuilder(spec).build(music);
            CorpusFile.save(corpus, out, overwrite ? IfExists.REPLACE : IfExists.REFUSE);
            Show.show(corpus, results());
            return DONE;
        }

        private CorpusSpec spec() {
            CorpusSpec spec =
                    switch (representation()) {
                        case PianoRoll roll -> CorpusSpec.DEEPHEAR.withRepresentation(roll);
                        case TokenRepresentation tokens -> CorpusSpec.of(tokens).withOtherMeters(OtherMeters.GROUPED);
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
                return RepresentationByName.of(representation, bars, meter);
            } catch (OutOfRangeException range) {
                throw range; // UsageSentences names the option
            } catch (IllegalArgumentException refused) {
                throw wrongUsage(String.valueOf(refused.getMessage()));
            }
        }
    }

    /** Shows a corpus. */
    @Command(name = "show", description = "Shows the windows of a corpus, and what was refused and why.")
    static final class Show extends Verb {

        @Parameters(paramLabel = "C", description = "A corpus file that `diabolo corpus build` made.")
        private Path file = Path.of("");

        @Option(names = "--json", description = "As JSON, for programs.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            Corpus corpus = CorpusFile.load(file);
            if (json) {
                Map<String, Object> all = new LinkedHashMap<>();
                all.put("summary", corpus.summary());
                all.put("pieces", corpus.pieces());
                all.put("refusals", corpus.refusals());
                printJson(all);
            } else {
                show(corpus, results());
            }
            return DONE;
        }

        static void show(Corpus corpus, PrintWriter out) {
            CorpusSummary summary = corpus.summary();
            out.printf(
                    "%s, %s as %s, %d of them distinct (%d repeated)%n",
                    Plural.of(summary.pieces(), "piece"),
                    Plural.of(summary.windows(), "window"),
                    RepresentationByName.inWords(corpus.spec().representation()),
                    summary.distinctWindows(),
                    summary.windows() - summary.distinctWindows());
            out.printf("windows refused: %s%n", summary.refusedWindows().inWords());
            out.printf("files refused: %s%n", summary.refusedFiles().inWords());
            out.printf(
                    "notes off the grid, dropped: %d; notes in no window: %d%n",
                    summary.offGridNotes(), summary.unplacedNotes());
            for (Piece piece : corpus.pieces()) {
                out.printf("  %13s  %s%n", Plural.of(piece.windows(), "window"), piece.name());
            }
            for (Refusal refusal : corpus.refusals()) {
                out.printf("  refused: %s: %s%n", refusal.file(), refusal.reason());
            }
        }
    }
}
