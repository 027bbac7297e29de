package diabolo.cli;

import diabolo.note.Quoted;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;

/**
 * Makes one sentence of a failure. The exceptions of the library carry theirs; those of the JDK hardly do, and a mistake of
 * ours is called one.
 *
 * <pre>{@code
 * diabolo: rags/maple.mid does not exist: check the name.
 * }</pre>
 *
 * @param verbose whether the stack trace follows; asked when something failed, as the options are not read before
 * @param mayBeQuick whether the command can do less, with {@code --quick}; asked then too
 */
record FailureSentences(BooleanSupplier verbose, BooleanSupplier mayBeQuick) {

    private static final int MEGABYTE = 1 << 20;

    /** Prints the sentence, and the stack trace if asked for; the value is the exit code. */
    int report(Throwable failure, PrintWriter messages) {
        String wayOut = mayBeQuick.getAsBoolean() ? ", or begin with --quick" : "";
        messages.println("diabolo: " + sentence(failure, wayOut));
        if (verbose.getAsBoolean()) {
            failure.printStackTrace(messages);
        }
        return Verb.REFUSED;
    }

    static String sentence(Throwable failure) {
        return sentence(failure, "");
    }

    /** @param wayOut what needs less memory, besides giving more; may be empty */
    private static String sentence(Throwable failure, String wayOut) {
        return switch (failure) {
            case UncheckedIOException wrapper when wrapper.getCause() != null -> sentence(wrapper.getCause(), wayOut);
            case CompletionException wrapper when wrapper.getCause() != null -> sentence(wrapper.getCause(), wayOut);
            case ExecutionException wrapper when wrapper.getCause() != null -> sentence(wrapper.getCause(), wayOut);
            case ExceptionInInitializerError wrapper
            when wrapper.getCause() != null -> sentence(wrapper.getCause(), wayOut);
            case FileSystemException disk -> sentenceOfDisk(disk);
            case IOException named when named.getMessage() != null -> named.getMessage();
            case InvalidPathException name -> sentenceOfName(name);
            case IllegalArgumentException named when named.getMessage() != null -> named.getMessage();
            case OutOfMemoryError memory ->
                "the %d MB that Java may use are too few (%s): start it with more, as by JAVA_TOOL_OPTIONS=-Xmx4g%s."
                        .formatted(Runtime.getRuntime().maxMemory() / MEGABYTE, memory.getMessage(), wayOut);
            case LinkageError missing ->
                "a library could not be loaded (%s): remove the folder target and start again.".formatted(missing);
            default ->
                "this is a mistake in Diabolo itself (%s): run it again with --verbose and report what it prints."
                        .formatted(failure);
        };
    }

    private static String sentenceOfName(InvalidPathException failure) {
        String name = Quoted.of(failure.getInput());
        return System.getProperty("sun.jnu.encoding", "").startsWith("UTF")
                ? name + " cannot be the name of a file: choose another."
                : "the file name %s has characters that the locale lacks: start with LC_ALL=C.UTF-8, or rename the file."
                        .formatted(name);
    }

    private static String sentenceOfDisk(FileSystemException failure) {
        String file = failure.getFile();
        return switch (failure) {
            case NoSuchFileException missing -> file + " does not exist: check the name.";
            case AccessDeniedException denied -> file + " may not be read or written: check its permissions.";
            case FileAlreadyExistsException there -> file + " exists already: remove it or choose another name.";
            case NotDirectoryException plain -> file + " is not a folder: name the folder that holds it.";
            default ->
                failure.getReason() == null
                        ? file + " cannot be used: check its name and the disk."
                        : "%s: %s; check its name and the disk.".formatted(file, failure.getReason());
        };
    }
}
