//! English words whose forms follow no rule. The lists are texts, for in tables of strings each pointer
//! would cost every start of the program.

/// Irregular verbs, a line each: base, past, participle; `|` between forms of equal right, the American
/// first.
const VERBS: &str = "\
abide abided|abode abided
arise arose arisen
awake awoke awoken
be was|were been
bear bore borne
beat beat beaten
become became become
begin began begun
bend bent bent
bet bet bet
bid bid bid
bind bound bound
bite bit bitten
bleed bled bled
blow blew blown
break broke broken
breed bred bred
bring brought brought
broadcast broadcast broadcast
build built built
burn burned|burnt burned|burnt
burst burst burst
buy bought bought
cast cast cast
catch caught caught
choose chose chosen
cling clung clung
come came come
cost cost cost
creep crept crept
cut cut cut
deal dealt dealt
dig dug dug
do did done
draw drew drawn
dream dreamed|dreamt dreamed|dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed fed
feel felt felt
fight fought fought
find found found
fit fit|fitted fit|fitted
flee fled fled
fly flew flown
forbid forbade forbidden
forecast forecast forecast
foresee foresaw foreseen
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten|got
give gave given
go went gone
grind ground ground
grow grew grown
hang hung hung
have had had
hear heard heard
hide hid hidden
hit hit hit
hold held held
hurt hurt hurt
input input input
keep kept kept
know knew known
lay laid laid
lead led led
lean leaned|leant leaned|leant
learn learned|learnt learned|learnt
leave left left
lend lent lent
let let let
lie lay|lied lain|lied
light lit lit
lose lost lost
make made made
mean meant meant
meet met met
mislead misled misled
mistake mistook mistaken
misunderstand misunderstood misunderstood
offset offset offset
outsell outsold outsold
overcome overcame overcome
oversee oversaw overseen
oversell oversold oversold
overtake overtook overtaken
pay paid paid
proofread proofread proofread
prove proved proven|proved
put put put
quit quit quit
read read read
rebuild rebuilt rebuilt
redo redid redone
repay repaid repaid
resell resold resold
reset reset reset
resend resent resent
rethink rethought rethought
retell retold retold
rewrite rewrote rewritten
rid rid rid
ride rode ridden
ring rang rung
rise rose risen
run ran run
say said said
see saw seen
seek sought sought
sell sold sold
send sent sent
set set set
sew sewed sewn
shake shook shaken
shed shed shed
shine shone shone
shoot shot shot
show showed shown
shrink shrank shrunk
shut shut shut
sing sang sung
sink sank sunk
sit sat sat
sleep slept slept
slide slid slid
speak spoke spoken
speed sped sped
spell spelled|spelt spelled|spelt
spend spent spent
spill spilled|spilt spilled|spilt
split split split
spoil spoiled|spoilt spoiled|spoilt
spread spread spread
stand stood stood
steal stole stolen
stick stuck stuck
sting stung stung
strike struck struck
strive strove|strived striven|strived
swear swore sworn
sweep swept swept
swim swam swum
swing swung swung
take took taken
teach taught taught
tear tore torn
tell told told
think thought thought
throw threw thrown
understand understood understood
undertake undertook undertaken
underpay underpaid underpaid
undo undid undone
uphold upheld upheld
upset upset upset
wake woke woken
wear wore worn
weep wept wept
win won won
wind wound wound
withdraw withdrew withdrawn
withhold withheld withheld
withstand withstood withstood
write wrote written";

/// Irregular nouns, a line each: one, several.
const NOUNS: &str = "\
aircraft aircraft
analysis analyses
basis bases
bus buses
child children
crisis crises
criterion criteria
datum data
foot feet
gas gases
half halves
hypothesis hypotheses
index indexes|indices
knife knives
leaf leaves
life lives
loaf loaves
man men
matrix matrices
mouse mice
parenthesis parentheses
person people|persons
phenomenon phenomena
quiz quizzes
salesman salesmen
self selves
series series
sheep sheep
shelf shelves
species species
stomach stomachs
thief thieves
tooth teeth
wife wives
wolf wolves
woman women
workman workmen";

/// Verbs of several syllables that double their last letter before an ending.
pub const DOUBLING: List = List(
    "abet abhor abut acquit admit allot commit compel concur confer control corral debug defer \
    demur deter dispel distil embed emit enrol equip excel expel extol format handicap impel \
    incur infer input instil intermit kidnap occur offset omit outbid output outwit overlap \
    patrol permit prefer program propel rebut recur refer refit regret remit repel reset \
    resubmit revet submit transfer transmit unplug unwrap unzip upset zigzag begin forget forbid",
);

/// Verbs in -l and -p that British English doubles and American does not.
pub const DOUBLING_ABROAD: List = List(
    "cancel channel counsel dial fuel initial label level marshal model panel rival shovel signal \
    total travel tunnel unravel worship focus mislabel relabel",
);

/// Words with single spaces between them.
pub struct List(&'static str);

impl List {
    /// Whether a word is one of them.
    pub fn contains(&self, word: &str) -> bool {
        self.0.split(' ').any(|own| own == word)
    }
}

/// The base, the past and the participle of each irregular verb.
pub fn verbs() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    VERBS.lines().filter_map(|line| {
        let (base, forms) = line.split_once(' ')?;
        let (past, participle) = forms.split_once(' ')?;
        Some((base, past, participle))
    })
}

/// One and several of each irregular noun.
pub fn nouns() -> impl Iterator<Item = (&'static str, &'static str)> {
    NOUNS.lines().filter_map(|line| line.split_once(' '))
}
