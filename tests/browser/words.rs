//! Words: what is pasted comes in clean, and what is doubtful is underlined and put right by a key, in the web view that
//! would otherwise have asked its maker.

use fantoccini::key::Key;
use serde_json::json;

use crate::chromium::Chromium;
use crate::harness::Window;

/// What somebody copies from elsewhere, and what stands in the line of one row afterwards.
const PASTED: [(&str, &str); 8] = [
    ("seen twice\r\nat the address", "seen twice at the address"),
    ("“well known” – he’s said so", "“well known” – he’s said so"),
    (
        "\u{2022}\tkept the appointment\r\n\u{2022}\tpaid\u{a0}the fine\r\n",
        "kept the appointment paid the fine",
    ),
    ("\u{f0b7} one\n- two\n   o\tthree", "one two three"),
    (
        "soft\u{ad}ly and\u{200b} quietly\u{feff}",
        "softly and quietly",
    ),
    // What an e-mail quotes would otherwise be an action.
    (
        "> he was seen\r\n>> at the depot",
        "he was seen at the depot",
    ),
    ("fewer than 3 > 2 visits", "fewer than 3 > 2 visits"),
    ("Zoe\u{308}\tRho\u{302}s", "Zoë Rhôs"),
];

#[tokio::test]
async fn pasted_words_come_in_clean_and_doubtful_ones_are_put_right_by_a_key() {
    let chromium = Chromium::new();
    let w = chromium.open().await;
    let view = w.in_session(2).await;
    let agenda = view["agenda"].as_array().expect("an agenda");
    let unflagged = agenda
        .iter()
        .find(|row| row["place"]["place"] == "case" && row["asks_a_choice"] == false)
        .expect("a case without a flag");
    let form = json!({ "slot": unflagged["place"]["slot"], "because": "" });
    let opened = w.does("open_case", form).await;
    w.look_again().await;
    w.until("the cursor in the line", async |w| {
        w.focus().await == "textarea: Capture line"
    })
    .await;
    for (pasted, stands) in PASTED {
        w.pastes(pasted).await;
        assert_eq!(w.line().await, stands);
        w.ctrl('a').await;
        w.key(Key::Delete).await;
    }

    // A name of the case and a CRO number are left alone; the slip is underlined, and one key puts it right.
    let name = opened["opened"]["case"]["name"].as_str().expect("a name");
    let surname = name.split_whitespace().last().unwrap_or_default();
    w.pastes(&format!(
        "pol intel seen at the tenacny with {surname}, CRO 12345/08A"
    ))
    .await;
    w.says("is not in the dictionary").await;
    assert_eq!(w.underlined().await, ["tenacny"]);
    w.element("[aria-keyshortcuts=\"Alt+S\"]").await;
    w.is_accessible("A doubtful word").await;
    w.picture("doubtful-word").await;
    w.chord(&[Key::Alt], 's').await;
    w.until("the word put right", async |w| {
        w.line().await.contains("the tenancy with")
    })
    .await;
    w.key(Key::Enter).await;
    w.until("the line to be kept", async |w| w.line().await.is_empty())
        .await;

    // A word of the partnership's own is kept, once and for all.
    w.type_words("pol intel back at Spicewood again ").await;
    w.says("is not in the dictionary").await;
    w.chord(&[Key::Alt], 'w').await;
    w.says("is in this record’s dictionary now").await;
    w.until("nothing doubtful", async |w| {
        w.underlined().await.is_empty()
    })
    .await;
    w.key(Key::Enter).await;
    w.until("the line to be kept", async |w| w.line().await.is_empty())
        .await;

    w.records("> prob chek the plan by 2w").await;
    w.records("= continue because the plan holds").await;
    w.does("close_case", json!({})).await;
    let ended = w.does("end_meeting", json!({})).await;
    w.the_draft_is_respelt(&ended["meeting"]["id"]).await;
}

impl Window {
    /// Pastes into whatever has the focus, as from a word processor: words, and the same in its markup.
    async fn pastes(&self, words: &str) {
        let script = "const [words] = arguments;
            const clip = new DataTransfer();
            clip.setData('text/plain', words);
            clip.setData('text/html', `<p class='MsoNormal'><b>${words}</b></p>`);
            document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clip, bubbles: true, cancelable: true }));";
        let pasted = self.client().execute(script, vec![json!(words)]).await;
        pasted.expect("a page that runs");
    }

    /// The words that are underlined in the line.
    async fn underlined(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('.mirror .doubt')].map((doubt) => doubt.innerText)";
        let found = self.run(script).await;
        let found = found.as_array().cloned().unwrap_or_default();
        found
            .iter()
            .filter_map(|one| one.as_str().map(str::to_owned))
            .collect()
    }

    /// The spelling pass over the draft: its one doubtful word is put right in its line, and the pages are set anew.
    async fn the_draft_is_respelt(&self, meeting: &serde_json::Value) {
        self.look_again().await;
        self.says("Before you start").await;
        self.finds("Meetings").await;
        self.press("Read and sign").await;
        self.says("Spelling: 1 doubtful word").await;
        self.element("[aria-label=\"Write check for chek\"]").await;
        self.element(".draft canvas").await;
        self.is_accessible("The spelling pass").await;
        self.picture("spelling-pass").await;
        let write = self.element("[aria-label=\"Write check for chek\"]").await;
        write.click().await.expect("a suggestion");
        self.says("No doubtful word in the draft").await;
        let left = self
            .does("draft_spelling", json!({ "meeting": meeting }))
            .await;
        assert_eq!(left["lines"], json!([]));
        let actions = self.does("actions", json!({})).await;
        assert!(actions.to_string().contains("check the plan"), "{actions}");
    }
}
