//! Noticing that a file changed, by looking.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// When each file below some paths was last written.
#[derive(PartialEq)]
pub(crate) struct Snapshot(Vec<(PathBuf, Option<SystemTime>)>);

impl Snapshot {
    /// Looks at files and, recursively, at folders.
    pub(crate) fn of(paths: &[PathBuf]) -> Self {
        let mut files = Vec::new();
        for path in paths {
            collect(path, &mut files);
        }
        files.sort();
        Self(files)
    }
}

fn collect(path: &Path, files: &mut Vec<(PathBuf, Option<SystemTime>)>) {
    if let Ok(folder) = fs::read_dir(path) {
        for entry in folder.flatten() {
            collect(&entry.path(), files);
        }
    } else {
        // A file that has just gone has no time, which differs from the one it had.
        let written = fs::metadata(path).and_then(|data| data.modified()).ok();
        files.push((path.to_path_buf(), written));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_is_noticed_and_nothing_is_noticed_twice() {
        let folder = std::env::temp_dir().join(format!("glassnet-watch-{}", std::process::id()));
        fs::create_dir_all(folder.join("deep")).unwrap();
        let paths = [folder.clone()];
        let before = Snapshot::of(&paths);
        fs::write(folder.join("deep/new.rs"), "").unwrap();
        let after = Snapshot::of(&paths);
        assert!(before != after);
        assert!(after == Snapshot::of(&paths));
        fs::remove_dir_all(folder).unwrap();
    }
}
