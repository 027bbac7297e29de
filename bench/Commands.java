import static java.nio.charset.StandardCharsets.UTF_8;

import diabolo.cli.Diabolo;

/**
 * Runs command lines of Diabolo one after the other, all in this JVM, since many short ones would spend most of their time on starts. A
 * line of standard input holds the files for results and messages and then the arguments, with tabs between; the answer to it is the
 * exit code.
 */
void main() throws IOException {
    for (String line = IO.readln(); line != null; line = IO.readln()) {
        String[] fields = line.split("\t");
        try (PrintWriter results = new PrintWriter(fields[0], UTF_8);
                PrintWriter messages = new PrintWriter(fields[1], UTF_8)) {
            IO.println(Diabolo.run(results, messages, Arrays.copyOfRange(fields, 2, fields.length)));
        }
    }
}
