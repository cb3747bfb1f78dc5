//! What lies beside the usual way: a list taken over, the papers to come, every key, a file's own grounds.

use fantoccini::key::Key;

use super::Album;

/// With a fault, a likeness and a formula in it.
const LIST: &str = "Surname;First name;D.O.B.;Postcode;Street;Town;CRO;Notes\n\
    Fairweather;Ash;3/7/85;b37 4zy;14 Quill Road;Birmingham;;Met at the drop-in\n\
    Holloway;Bex;31/13/1990;B37;1 Low Street;Solihull;;\n\
    Okafor;Chidi;12/01/1979;;;;;=1+1\n\
    fairweather;ASH;03.07.1985;;;;;\n";

impl Album<'_> {
    pub(super) async fn beside(&self) {
        self.a_list().await;
        self.papers().await;
        self.w.key(Key::F1).await;
        self.w.says("All shortcuts").await;
        self.page_and_large("shortcuts").await;
        self.w.key(Key::Escape).await;
    }

    async fn a_list(&self) {
        let w = self.w;
        let list = self.chosen.join("cases.csv");
        std::fs::write(list, LIST).expect("a list");
        self.place('3', "Cases").await;
        w.alt('i').await;
        w.says("Choose the list").await;
        self.page("import").await;
        w.ctrl('o').await;
        w.says("Bex Holloway").await;
        self.page_and_large("import-preview").await;
        w.go_on().await;
        w.says("Confirm that the file was checked").await;
        self.page("import-unfinished").await;
        w.run("document.querySelector('#virus_checked').click(); document.querySelector('[name=told][value=told]').click(); return true")
            .await;
        w.go_on().await;
        w.says("2 cases were taken over").await;
        self.page_and_large("import-done").await;
        w.ctrl('z').await;
        w.says("Taken back: 2 cases").await;
        self.page("import-taken-back").await;
        w.press("Put this message away").await;
    }

    async fn papers(&self) {
        let w = self.w;
        self.place('6', "Documents").await;
        w.press("ODOC, ").await;
        w.says("Choose a paper to read it here").await;
        self.page("papers").await;
        w.press("Read: Agenda").await;
        w.element("canvas").await;
        self.page("papers-agenda").await;
    }
}
