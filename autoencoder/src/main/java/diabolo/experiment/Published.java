package diabolo.experiment;

import diabolo.representation.Drums;
import diabolo.representation.Melody;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Trio;
import java.util.List;

/** What Roberts et al. (2018, table 1) report, as rows of the table beside ours: shares of tokens on held-out data. */
final class Published {

    private static final int LONG_BARS = 16;

    private Published() {}

    static List<List<String>> rows(TokenRepresentation representation) {
        boolean isLong = representation.bars() >= LONG_BARS;
        return switch (representation) {
            case Melody _
            when isLong ->
                List.of(row("melody, hierarchical", "91.9 %", "81.2 %"), row("melody, flat", "88.3 %", "62.0 %"));
            case Melody _ -> List.of(row("melody", "98.6 %", "95.1 %"));
            case Drums _
            when isLong ->
                List.of(row("drums, hierarchical", "92.8 %", "87.9 %"), row("drums, flat", "88.4 %", "54.9 %"));
            case Drums _ -> List.of(row("drums", "97.9 %", "91.7 %"));
            case Trio _ ->
                List.of(
                        row("trio's melody, hierarchical", "84.8 %", "75.3 %"),
                        row("trio's melody, flat", "79.6 %", "57.9 %"),
                        row("trio's bass, hierarchical", "88.0 %", "77.3 %"),
                        row("trio's bass, flat", "82.9 %", "56.5 %"),
                        row("trio's drums, hierarchical", "91.2 %", "86.3 %"),
                        row("trio's drums, flat", "90.3 %", "64.1 %"));
        };
    }

    private static List<String> row(String network, String teacherForced, String sampled) {
        return List.of("as reported: " + network, teacherForced, "", sampled, "", "", "", "");
    }
}
