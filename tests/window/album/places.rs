//! The places outside a meeting.

use fantoccini::key::Key;
use protocol::pack::{DEFAULT, EXAMPLE};

use super::Album;

impl Album<'_> {
    pub(super) async fn places(&self) {
        self.page_and_large("this-month").await;
        self.w.press("Prepare the ODOC").await;
        self.w.says("The order").await;
        self.page_and_large("plan").await;
        self.place('2', "Meetings").await;
        self.page("meetings").await;
        self.cases().await;
        self.place('4', "Actions").await;
        self.page("actions").await;
        self.registers().await;
        self.documents().await;
        self.partnership().await;
        self.place('8', "Safekeeping").await;
        self.page("safekeeping").await;
        for (words, says, name) in [
            (
                "Add somebody…",
                "They choose a passphrase",
                "safekeeping-add",
            ),
            (
                "Make a new paper key…",
                "The old paper opens nothing",
                "safekeeping-paper-key",
            ),
        ] {
            self.w.press(words).await;
            self.w.says(says).await;
            self.page(name).await;
            self.w.press("Leave it as it is").await;
        }
        self.finding().await;
    }

    /// Goes to a place by its own key.
    pub(super) async fn place(&self, figure: char, heading: &str) {
        self.w.goes_to_place(figure, heading).await;
    }

    async fn heading(&self, words: &str) {
        self.w.is_headed(words).await;
    }

    async fn cases(&self) {
        self.place('3', "Cases").await;
        self.w.element("th button.link").await;
        self.page_and_large("cases").await;
        self.first("th button.link").await;
        self.w.says("Open actions").await;
        self.page("case-page").await;
        self.w.chord(&[Key::Alt], 'e').await;
        self.w.says("How the case is held").await;
        self.page("case-edit").await;
        for (label, wrong) in [
            ("Postcode", "B9I 3Q"),
            ("Date of birth", "31/02/1991"),
            ("CRO number", "1/91"),
        ] {
            let field = self.w.field(label).await;
            field.clear().await.expect("a field");
            field.send_keys(wrong).await.expect("a field");
        }
        self.w.go_on().await;
        self.w.says("There is a problem").await;
        self.page_and_large("case-edit-faults").await;
    }

    /// Presses the first of its kind.
    pub(super) async fn first(&self, selector: &str) {
        let found = self.w.element(selector).await;
        found.click().await.expect("something to press");
    }

    async fn registers(&self) {
        self.place('5', "Registers").await;
        self.page("registers").await;
        self.w.press("Add a person").await;
        self.heading("New person").await;
        self.page("register-form").await;
        self.place('1', "").await;
        self.somebody_stands_there_twice().await;
        self.tab("Designated Officers").await;
        self.page("registers-officers").await;
    }

    /// Opens a tab of a place.
    async fn tab(&self, words: &str) {
        let tab = self.w.named("a", words).await;
        tab.click().await.expect("a tab");
        self.w
            .until(&format!("the tab {words:?}"), async |w| {
                let current = "return document.querySelector('nav.moj-sub-navigation [aria-current]')?.innerText ?? ''";
                let found = w.run(current).await;
                found.as_str().is_some_and(|found| found.starts_with(words))
            })
            .await;
    }

    async fn documents(&self) {
        self.place('6', "Documents").await;
        self.w.says("Of this meeting").await;
        self.page("documents").await;
        self.first("[aria-pressed]").await;
        self.w.element(".reader canvas").await;
        self.page("reading").await;
    }

    async fn partnership(&self) {
        self.place('7', "Partnership").await;
        self.page("partnership").await;
        for (tab, name) in [
            ("Who holds what", "partnership-matrix"),
            ("Texts and rules", "partnership-texts"),
            ("Clauses", "partnership-clauses"),
            ("Versions", "partnership-versions"),
        ] {
            self.tab(tab).await;
            self.page(name).await;
        }
        self.an_agreement_comes_in().await;
    }

    /// A file is looked over before it is taken in: one with faults, one that the record cannot do with, and one that could be.
    async fn an_agreement_comes_in(&self) {
        let w = self.w;
        let file = self.chosen.join("agreement.toml");
        let faulty = EXAMPLE.replacen("review_due", "reveiw_due", 1);
        let another = DEFAULT.replacen("review_months = 12", "review_months = 6", 1);
        for (text, says, name) in [
            (&*faulty, "cannot be taken in yet", "agreement-faulty"),
            (EXAMPLE, "it does not name these", "agreement-lacking"),
            (
                &*another,
                "The rules are not the same as now",
                "agreement-preview",
            ),
        ] {
            std::fs::write(&file, text).expect("an agreement");
            // Where the last file was long, the button lies far above what the page has gone to.
            w.run("const button = [...document.querySelectorAll('button')].find((each) => each.innerText.startsWith('Look over a file'));
                button.scrollIntoView({ block: 'center' }); button.focus(); return true")
                .await;
            w.key(Key::Enter).await;
            w.says(says).await;
            self.page_and_large(name).await;
        }
        std::fs::remove_file(&file).expect("the agreement");
    }

    async fn finding(&self) {
        self.w.ctrl('k').await;
        self.w.element("[role=combobox]").await;
        self.w.type_words("hou").await;
        self.w
            .until("something found", async |w| w.has("[role=option]").await)
            .await;
        self.page("find").await;
        self.w.key(Key::Escape).await;
    }
}
