package diabolo.cli;

import diabolo.data.ByteCount;
import diabolo.data.DataSet;
import diabolo.data.FolderCheck;
import diabolo.experiment.DataFolder;
import diabolo.experiment.ExperimentCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A data set as {@code data list} shows it.
 *
 * @param state whether it is here
 * @param folder where, if anything of it is
 * @param trainings that use it, those in the sizes of MusicVAE's authors last
 */
record DataSetListing(DataSet set, State state, Optional<Path> folder, List<String> trainings) {

    /** Whether a set is here; of files, sizes are looked at. */
    enum State {
        HERE,
        INCOMPLETE,
        CHANGED,
        ABSENT
    }

    static DataSetListing of(DataSet set, DataFolder data) throws IOException {
        Optional<Path> folder = data.locate(set.name());
        State state =
                folder.isPresent() ? state(FolderCheck.of(set, folder.get(), FolderCheck.Depth.SIZES)) : State.ABSENT;
        List<String> trainings = new ArrayList<>();
        for (String name : Stream.concat(ExperimentCatalog.names().stream(), ExperimentCatalog.references().stream())
                .toList()) {
            if (ExperimentCatalog.find(name).corpora().contains(set.name())) {
                trainings.add(name);
            }
        }
        return new DataSetListing(set, state, folder, trainings);
    }

    private static State state(FolderCheck check) {
        if (check.isEmpty()) {
            return State.ABSENT;
        }
        return !check.isComplete() ? State.INCOMPLETE : check.changed().isEmpty() ? State.HERE : State.CHANGED;
    }

    String inWords() {
        List<String> own =
                trainings.stream().filter(ExperimentCatalog.names()::contains).toList();
        return "%-23s %-10s %8s  %s%n    %s%s%s"
                .formatted(
                        set.name(),
                        stateInWords(),
                        ByteCount.inWords(set.bytes()),
                        set.licence(),
                        set.what(),
                        line("experiments", set.experiments()),
                        line("trainings", own));
    }

    private static String line(String kind, List<String> names) {
        return names.isEmpty() ? "" : "%n    %s: %s".formatted(kind, String.join(", ", names));
    }

    private String stateInWords() {
        return switch (state) {
            case HERE -> "here";
            case INCOMPLETE -> "incomplete";
            case CHANGED -> "changed";
            case ABSENT -> "not here";
        };
    }

    Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", set.name());
        json.put("what", set.what());
        json.put("licence", set.licence());
        json.put("citation", set.citation());
        json.put("files", set.files().size());
        json.put("bytes", set.bytes());
        json.put("state", state.name().toLowerCase(Locale.ROOT));
        folder.ifPresent(path -> json.put("folder", path.toString()));
        json.put("experiments", set.experiments());
        json.put("trainings", trainings);
        json.put(
                "sources",
                set.sources().stream()
                        .map(source -> source.address().toString())
                        .toList());
        return json;
    }
}
