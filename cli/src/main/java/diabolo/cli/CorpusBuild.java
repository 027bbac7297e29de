package diabolo.cli;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusBuilder;
import diabolo.corpus.CorpusFile;
import diabolo.corpus.CorpusSpec;
import diabolo.corpus.IfExists;
import diabolo.corpus.Transposition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds a corpus from files and folders of music. */
@Command(
        name = "build",
        description = "Cuts files and folders of music into windows, and counts every refusal with its reason.",
        footer = {"%nExample:", "  diabolo corpus build my-rags --out rags.corpus --to-common-key"})
final class CorpusBuild extends Verb {

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Files of music, or folders with such files.")
    private List<Path> music = List.of();

    @Option(
            names = "--representation",
            paramLabel = "KIND",
            description = "How a window is written as numbers: ${DEFAULT-VALUE}.")
    private String representation = "piano-roll";

    @Option(names = "--out", required = true, paramLabel = "C", description = "The corpus file to write.")
    private Path out = Path.of("");

    @Option(
            names = "--stride",
            paramLabel = "STEPS",
            description = "Sixteenths from one window to the next (${DEFAULT-VALUE}).")
    private int stride = 16;

    @Option(names = "--to-common-key", description = "Transpose every piece to C major or A minor.")
    private boolean toCommonKey;

    @Option(names = "--overwrite", description = "Replace the corpus file if it exists.")
    private boolean overwrite;

    @Override
    public Integer call() throws IOException {
        if (!representation.equals("piano-roll")) {
            throw wrongUsage("There is no representation " + representation + "; there is piano-roll");
        }
        if (stride < 1 || stride > 4096) {
            throw wrongUsage("--stride must be between 1 and 4096, was " + stride);
        }
        if (Files.exists(out) && !overwrite) { // said before a large folder is read
            throw new IOException("%s exists already; choose another name with --out, or replace it with --overwrite."
                    .formatted(out));
        }
        CorpusSpec spec = CorpusSpec.DEEPHEAR
                .withStrideSteps(stride)
                .withTransposition(toCommonKey ? Transposition.TO_COMMON_KEY : Transposition.AS_WRITTEN);
        Corpus corpus = new CorpusBuilder(spec).build(music);
        CorpusFile.save(corpus, out, overwrite ? IfExists.REPLACE : IfExists.REFUSE);
        CorpusShow.show(corpus, results());
        return DONE;
    }
}
