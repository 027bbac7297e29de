package diabolo.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Words for a build that found nothing. */
final class NoExample {

    private NoExample() {}

    static String sentence(List<Path> filesAndFolders, List<Refusal> refusals) {
        String places = filesAndFolders.stream().map(Path::toString).collect(Collectors.joining(", "));
        if (refusals.isEmpty()) {
            return "No example found: there is no file in %s; give a folder with music files.".formatted(places);
        }
        Refusal first = refusals.getFirst();
        return "No example found in %s: %s, %s (%s); give music files that are long enough, or see each file with inspect."
                .formatted(
                        places,
                        refusals.size() == 1
                                ? "the only file was refused"
                                : "all %d files were refused (%s)"
                                        .formatted(
                                                refusals.size(),
                                                RefusedFiles.of(refusals).tally()),
                        refusals.size() == 1 ? first.file() : "the first being " + first.file(),
                        first.reason());
    }
}
