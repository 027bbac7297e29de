package diabolo.cli;

import diabolo.latent.Heading;
import diabolo.latent.LatentSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** The codes of pieces. */
@Command(
        name = "encode",
        description = "Shows the codes of pieces, one for each window of the model.",
        footer = {"%nExample:", "  diabolo encode rag.mid --json > codes.json"})
final class Encode extends Verb {

    private static final int SHOWN = 8;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Pieces as MIDI, MusicXML or ABC.")
    private List<Path> files = List.of();

    @Option(names = "--model", paramLabel = "M", description = "A model's name or folder (${DEFAULT-VALUE}).")
    private String model = ModelFolders.DEFAULT;

    @Mixin
    private BarsOption bars = new BarsOption();

    @Option(names = "--json", description = "As JSON, which `diabolo decode --latent` reads.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        try (LatentSpace space = LatentSpace.load(ModelFolders.find(model))) {
            List<CodeFile.Entry> entries = new ArrayList<>();
            for (Path file : files) {
                GivenPiece piece = bars.read(space, file, messages());
                piece.pickup(space).ifPresent(messages()::println);
                Heading heading = space.heading(piece.passage());
                float[][] codes = space.encode(piece.passage());
                piece.bent().ifPresent(messages()::println);
                piece.loss(space).ifPresent(messages()::println);
                for (int window = 0; window < codes.length; window++) {
                    entries.add(CodeFile.Entry.of(
                            space, file.toString(), window + 1, piece.firstBar(space, window), heading, codes[window]));
                }
            }
            if (json) {
                results()
                        .println(JsonMapper.shared()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(entries));
            } else {
                entries.forEach(entry -> results().println(line(entry)));
            }
        }
        return DONE;
    }

    private static String line(CodeFile.Entry entry) {
        StringBuilder line = new StringBuilder(
                "%s, window %d, from bar %d:".formatted(entry.file(), entry.window(), entry.firstBar()));
        for (int unit = 0; unit < Math.min(SHOWN, entry.code().length); unit++) {
            line.append(String.format(Locale.ROOT, " %.3f", entry.code()[unit]));
        }
        int hidden = entry.code().length - SHOWN;
        return hidden > 0 ? line + " ... and %d more".formatted(hidden) : line.toString();
    }
}
