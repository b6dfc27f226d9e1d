/** Scenes with their engine, for a classic script: the build imports here those that the script brings. */
