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
        RefusedFiles refused = RefusedFiles.of(refusals);
        Refusal first = refusals.stream()
                .filter(refusal -> refusal.kind() == refused.mostFrequent())
                .findFirst()
                .orElseThrow();
        return "No example found in %s: %s, %s (%s); %s, or see each file with inspect."
                .formatted(
                        places,
                        refusals.size() == 1
                                ? "the only file was refused"
                                : "all %d files were refused (%s)".formatted(refusals.size(), refused.count()),
                        refusals.size() == 1 ? first.file() : "for instance " + first.file(),
                        first.reason(),
                        wayOut(refused.mostFrequent()));
    }

    private static String wayOut(FileRefusal refusal) {
        return switch (refusal) {
            case OTHER_METER ->
                "take music in the meter of the windows, or cut windows of another with corpus build --meter";
            case TOO_SHORT -> "give music files that are long enough";
            case NO_PART -> "take music with such a part, or windows of another";
            case NO_MUSIC, DAMAGED, UNREADABLE, NO_NOTES, OFF_GRID, BEYOND_GRID, BEYOND_PITCHES, NO_WINDOW ->
                "give other music files";
        };
    }
}
