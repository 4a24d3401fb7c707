//! The words of `grammar/fact.pest` by which the guards know where a fact may begin.

use crate::letter::words::Words;

/// Begins a date: a month.
pub(super) const MONTH: u16 = 1;
/// Begins a quantity: a number in words.
pub(super) const NUMBER: u16 = 1 << 1;
/// Begins the name of a document.
pub(super) const DOCUMENT: u16 = 1 << 2;
/// Stands before a reference.
pub(super) const REFERENCE: u16 = 1 << 3;
/// Begins the name of a metric, with the next word.
pub(super) const METRIC: u16 = 1 << 4;
/// Is the name of a metric, in capitals.
pub(super) const SHORT_METRIC: u16 = 1 << 5;
/// Stands before an amount.
pub(super) const CURRENCY: u16 = 1 << 6;

const MONTHS: &str = "january february march april may june july august september october november \
    december jan feb mar apr jun jul aug sept sep oct nov dec";

/// Words that facts begin with.
pub(super) static BEGIN: Words<256> = Words::new(&[
    (MONTH, MONTHS),
    (
        NUMBER,
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
         sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety \
         hundred dozen half",
    ),
    (
        DOCUMENT,
        "exhibits exhibit annexes annex attachments attachment enclosures enclosure appendix figure \
         documents document evidences evidence",
    ),
    (
        REFERENCE,
        "complaint case invoices invoice removal patent trademark trade registration reg serial \
         batch lot report certificate tracking reference ref shipment licence license ticket \
         application",
    ),
    (
        METRIC,
        "order late valid on pre prefulfillment cancellation cancel return negative chargeback \
         account buyer invoice",
    ),
    (SHORT_METRIC, "odr lsr ldr vtr otdr otd ahr pcr idr"),
    (CURRENCY, "usd eur gbp rmb cny"),
]);

/// Second words of the names of metrics.
pub(super) static SECOND: Words<32> = Words::new(&[(
    METRIC,
    "defect shipment dispatch tracking time fulfillment fulfilment cancellation cancel rate \
     dissatisfaction feedback health",
)]);

/// Makes a date of the number before it.
pub(super) const DATED: u16 = 1;
/// Stands between it and what is counted.
pub(super) const COUNTED: u16 = 1 << 1;
/// Is counted.
pub(super) const UNIT: u16 = 1 << 5;
/// May be either.
pub(super) const BOTH: u16 = COUNTED | UNIT;
/// Makes money of it.
pub(super) const MONEY: u16 = 1 << 2;
/// Makes a percentage of it.
pub(super) const PERCENT: u16 = 1 << 3;
/// Makes a time of day of it.
pub(super) const TIME: u16 = 1 << 4;

/// Words behind the number of a fact.
pub(super) static BEHIND: Words<1024> = Words::new(&[
    (DATED, MONTHS),
    (DATED, "st nd rd th of"),
    (MONEY, "us dollars dollar usd euros euro eur pounds gbp yuan rmb cny bucks cents"),
    (PERCENT, "percent per pct"),
    (TIME, "am pm a p o"),
    (
        COUNTED,
        "to active affected remaining other more new defective overdue late open negative sold \
         working business calendar consecutive full separate different related unshipped returned \
         damaged similar existing trained temporary warehouse customer buyer product a parent child \
         total additional extra such",
    ),
    (
        UNIT,
        "units unit pieces piece pcs pc items item orders order products product listings listing \
         asins asin skus sku parents employees employee staffs staff workers worker people persons \
         person operators clerks packers assistants colleagues customers customer buyers buyer \
         complaints complaint claims claim reviews review feedbacks feedback messages message parcels \
         parcel packages package shipments shipment returns return refunds boxes box cartons carton \
         pallets containers suppliers supplier invoices invoice accounts account emails e pages page \
         photos variations times brands stores batches samples cases seconds minutes minute mins \
         hours hour hrs days day weeks week months month years year quarters h kg",
    ),
]);
