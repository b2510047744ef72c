package io.shouxin.document;

/** A file that is not taken. It says why as a code, never anything of the file. */
public final class FileRefused extends RuntimeException {

    private final FileProblem problem;

    public FileRefused(FileProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    public FileProblem problem() {
        return problem;
    }
}
