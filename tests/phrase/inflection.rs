//! The forms of English words, and the way back.

use appeal_lint::phrase::{Form, inflect, inflections, noun_base, verb_base, verb_forms};

#[test]
fn forms_of_verbs() {
    for (base, forms) in [
        ("try", "tries trying tried tried"),
        ("take", "takes taking took taken"),
        ("stop", "stops stopping stopped stopped"),
        ("visit", "visits visiting visited visited"),
        ("submit", "submits submitting submitted submitted"),
        ("lie", "lies lying lay lain"),
        ("agree", "agrees agreeing agreed agreed"),
        ("use", "uses using used used"),
        ("have", "has having had had"),
        ("do", "does doing did done"),
        ("quit", "quits quitting quit quit"),
        ("fix", "fixes fixing fixed fixed"),
        ("buy", "buys buying bought bought"),
        ("panic", "panics panicking panicked panicked"),
        ("equip", "equips equipping equipped equipped"),
        ("open", "opens opening opened opened"),
        ("show", "shows showing showed shown"),
        ("cancel", "cancels canceling canceled canceled"),
    ] {
        let made =
            [Form::S, Form::Ing, Form::Ed, Form::En].map(|form| inflections(base, form)[0].clone());
        assert_eq!(made.join(" "), forms);
    }
    assert!(verb_forms("cancel").contains(&"cancelled".to_string()));
    assert_eq!(verb_forms("be"), ["am", "are", "be", "been", "being", "is", "was", "were"]);
}

#[test]
fn forms_of_nouns() {
    for (one, several) in [
        ("policy", "policies"),
        ("box", "boxes"),
        ("analysis", "analyses"),
        ("shelf", "shelves"),
        ("day", "days"),
        ("photo", "photos"),
        ("person", "people"),
        ("process", "processes"),
        ("cause", "causes"),
    ] {
        assert_eq!(inflections(one, Form::Plural)[0], several);
        assert_eq!(noun_base(several), one);
        assert_eq!(noun_base(one), one);
    }
}

/// Words of letters such as these, whose rules are easily got wrong: the way there and back.
#[test]
fn every_form_leads_back_to_its_base() {
    let verbs = "accept ache acknowledge acquire add address adhere admit advise agree allow analyze announce \
        answer apologize appeal appear apply appreciate approve argue arrange ask assign assure attach attend \
        audit avoid base believe belong benefit bias breathe bring build buy calculate call cancel care cause \
        challenge change charge check choose claim clarify clean close collect combine comment commit \
        communicate compare compete complain complete comply conceal concern conclude conduct confirm confuse \
        contact contain continue contribute control cooperate correct cost cover create damage deal decide \
        declare decline delay delete deliver deny describe destroy determine develop die discover discuss \
        dispatch dispose dispute divide edit educate eliminate email employ enable encourage enforce engage \
        enhance enquire ensure enter establish evaluate examine exceed exchange excite exclude execute expand \
        expect experience expire explain explore expose express fail feed file fill find fire fix focus follow \
        force forget format freeze fulfill gain generate get give guarantee guide handle hang happen harm have \
        help hide hire hope identify ignore implement improve include incur indicate infringe inform injure \
        inquire inspect install interfere interpret introduce investigate invite issue join judge keep kick \
        label lead learn leave let license lie limit list load lose maintain make manage mark measure meet \
        mention merge mislead mistake model monitor move name need neglect negotiate note notice obey oblige \
        observe obtain occur offer omit open operate order organize overcome oversell own pack panic pay \
        perform permit phone pick place plan please pledge post postpone practice prepare prevent print \
        proceed process produce profit prohibit promise promote propose protect prove provide publish purchase \
        purge push qualify question quit quote raise reach read realize receive recognize recommend reconcile \
        record recruit reduce refer reflect refund refuse register regret regulate reimburse reinstate reject \
        relate release rely remain remind remove rename renew repair repeat replace reply report represent \
        request require reroute resell reserve resolve respect respond restore restrict result resume return \
        review revise rewrite route ruin run satisfy save scan schedule screen secure see seize select sell \
        send separate serve set settle share ship show sign skip solve source specify spend staff state stay \
        stop store strengthen strive struggle study submit subscribe succeed suffer suggest supervise supply \
        support suppose suspend take taste teach tell terminate test thank tie tighten trace track train \
        transfer travel treat trust try type understand undertake unite update upgrade upload urge use \
        validate value verify violate visit wait waive warn waste welcome work worry write";
    let mut wrong = Vec::new();
    for base in verbs.split_whitespace() {
        for form in verb_forms(base) {
            // Forms that are verbs of their own.
            let own = ["lay", "found", "felt", "wound"].contains(&form.as_str());
            if !own && verb_base(&form) != base {
                wrong.push(format!("{form} is not of {}", verb_base(&form)));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn another_form_keeps_the_capitals() {
    assert_eq!(inflect("received", Form::Ing), "receiving");
    assert_eq!(inflect("paid", Form::Ing), "paying");
    assert_eq!(inflect("Stopped", Form::Ing), "Stopping");
    assert_eq!(inflect("SHIPPED", Form::Base), "SHIP");
    assert_eq!(inflect("Policies", Form::Singular), "Policy");
    assert_eq!(inflect("staff", Form::Plural), "staffs");
    for word in ["", "I", "é", "s", "ing", "ed", "xyzzy", "中文"] {
        for (_, form) in Form::NAMES {
            let _ = inflect(word, form);
        }
    }
}
