/**
 * In place of `code/cell.js`: a classic script brings no interpreter. The scene says so, shows what its author
 * recorded,
 * and where the program runs.
 */
throw new Error("a classic script brings no interpreter");
