package diabolo.data;

import static diabolo.note.Checks.require;

import diabolo.note.Quoted;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A data set: what it is, where it comes from, and what each of its files must be. Immutable.
 *
 * @param licence of the files, in words
 * @param citation whom to name
 * @param experiments that use it, by their names
 * @param note what to know before it is fetched; empty where there is nothing
 * @param sources asked in order, each for what is still missing
 * @param table a file that is an excerpt of the source's
 * @param optional paths of texts that no experiment reads
 */
public record DataSet(
        String name,
        String what,
        String licence,
        String citation,
        List<String> experiments,
        String note,
        List<Source> sources,
        Optional<TableExcerpt> table,
        Set<String> optional,
        List<DataFile> files) {

    public DataSet {
        require(
                name.matches("[a-z0-9-]+"),
                "'%s' is no name of a data set; write such as digits-mnist".formatted(Quoted.of(name)));
        experiments = List.copyOf(experiments);
        sources = List.copyOf(sources);
        optional = Set.copyOf(optional);
        files = List.copyOf(files);
        Set<String> paths = new HashSet<>(files.stream().map(DataFile::path).toList());
        require(paths.size() == files.size(), name + " names a file twice; name each once");
        require(paths.containsAll(optional), name + " has optional files that it does not list; list them");
    }

    /** Of all files together. */
    public long bytes() {
        return files.stream().mapToLong(DataFile::bytes).sum();
    }

    boolean isOptional(DataFile file) {
        return optional.contains(file.path());
    }
}
