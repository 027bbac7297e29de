package diabolo.data;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a set that are still to be found, and the folder to lay them in. Files are known by their checksums. */
final class Wanted {

    private final DataSet set;
    private final Path folder;
    private final Map<String, List<DataFile>> files = new LinkedHashMap<>();

    Wanted(DataSet set, List<DataFile> missing, Path folder) {
        this.set = set;
        this.folder = folder;
        missing.forEach(file ->
                files.computeIfAbsent(file.sha256(), _ -> new ArrayList<>()).add(file));
    }

    List<DataFile> all() {
        return files.values().stream().flatMap(List::stream).toList();
    }

    /** What an experiment needs of them. */
    List<DataFile> needed() {
        return all().stream().filter(file -> !set.isOptional(file)).toList();
    }

    /** Whether it is still to be found; it may have come with another that is the same. */
    boolean has(DataFile file) {
        return files.getOrDefault(file.sha256(), List.of()).contains(file);
    }

    boolean hasSize(long bytes) {
        return files.values().stream().anyMatch(same -> same.getFirst().bytes() == bytes);
    }

    /** Lays content where it belongs; false if it is nothing that is wanted. */
    boolean accept(byte[] content) throws IOException {
        List<DataFile> same = files.getOrDefault(Sha256.of(content), List.of());
        for (DataFile file : same) {
            Files.write(place(file), content);
        }
        return !same.isEmpty() && files.remove(same.getFirst().sha256()) != null;
    }

    /** The same for a file, which is moved; it must be right. */
    boolean accept(Path found) throws IOException {
        List<DataFile> same = files.getOrDefault(Sha256.of(found), List.of());
        for (DataFile file : same) {
            Files.copy(found, place(file));
        }
        return !same.isEmpty() && files.remove(same.getFirst().sha256()) != null;
    }

    /** Lays a file of another checksum in the place of one. */
    void acceptOther(DataFile file, Path found) throws IOException {
        Files.copy(found, place(file));
        List<DataFile> others = files.getOrDefault(file.sha256(), List.of()).stream()
                .filter(other -> !other.equals(file))
                .toList();
        if (others.isEmpty()) {
            files.remove(file.sha256());
        } else {
            files.put(file.sha256(), others);
        }
    }

    private Path place(DataFile file) throws IOException {
        Path place = file.in(folder);
        try {
            Files.createDirectories(place.getParent());
            Files.deleteIfExists(place);
        } catch (FileAlreadyExistsException plain) {
            throw new IOException(
                    "%s is a file where a folder is to be; move it away.".formatted(plain.getFile()), plain);
        }
        return place;
    }
}
