using System.Text.RegularExpressions;

namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>Posts full of numbers and capitals that say who nobody is, and must survive as they are.</summary>
internal static partial class Negatives
{
    private static readonly string[] Templates =
    [
        "{drug} {dose} {times}, starting {day}", "B12 5mg", "{dose} {times}", "been on {drug} {dose} since {year}", "{vitamin} came back low so it's {drug} {dose} now", "GP upped the {drug} from {dose} to {dose}", "{vitamin} {dose} daily and I feel human again",
        "BP was {bp} this morning, {bp} tonight", "blood pressure {bp}, pulse {nn}", "{bp} apparently that's fine", "temp of {temp} and no paracetamol left", "sats {pct}, temp {temp}, BP {bp}", "HbA1c {n} down from {nn}", "cholesterol {temp} lol", "weight {nn}kg to {nn}kg in {n} weeks",
        "donor session on {date} at {time} in {town}", "my appointment is {date} at {time}, {room}", "Appointment: {day} {date}, {time}, {hospital}", "clinic open {date}, doors {time}", "Blood drive at {town} town hall {date} {time}", "results due {date}", "booster booked for {date} {time} 💉", "operation moved from {date} to {date}",
        "they cancelled {date} and gave me {date}", "vaccination clinic {day} {date} {time} to {time} {town}", "Opened on {date} by the council", "The service started on {date}", "since {date} I have rung {n} times", "referred on {date}, seen on {date}", "last period {date}, scan {date}", "deadline {date} for comments", "valid until {date}", "strike dates {date} and {date}",
        "ring {helpline} if it gets worse", "call {helpline} they said", "{helpline} told us to go to A&E", "if you feel low ring {helpline} any time", "on hold to {helpline} for {nn} mins", "Call {helpline} or go to {hospital}", "text SHOUT to 85258", "Dial {helpline}. Please.", "{helpline}!!! not the GP", "Samaritans {helpline}",
        "{price} for parking at {hospital}", "prescription is {price} now", "raised {price} for {body}", "{price} a pint, blood is free", "spent {price} on {drug}", "{body} gets {price} more, {price} last year", "dentist wanted {price}!!",
        "{big} people gave blood this year", "{big} on the waiting list, up {pct}", "{big} doses by {date}", "{pct} of {town} have had theirs", "only {pct} of donors are Black", "{big} uses of {tag} and {tag}", "{nn} beds, {n} nurses", "{n} out of {nn} passed", "{big} followers and {n} likes", "{big} cases in {month}",
        "{tag} {tag} {tag}", "{tag} day {n}: {n} units given", "{tag} who's in?", "Day {n} of {tag}", "{tag} {year}", "{tag}!!! {n} days to go", "love this {tag} 💙 {n}/10", "{tag} - {pct} uptake in {town}",
        "mum has {disease} and {disease}", "waiting on tests for {disease}", "{disease} awareness week starts {date}", "{disease} nurse at {hospital} is brilliant", "is {drug} ok with {disease}?", "{disease} runs in the family", "{disease} UK run a helpline", "diagnosed with {disease} in {year} aged {n}", "think it's {disease}, bloods {day}",
        "{hospital} A&E {n} hour wait", "{hospital} {room} were fab", "{hospital} to {hospital} by ambulance", "parking at {hospital} is a nightmare", "{hospital} in {town} or {hospital}?", "turn left at {room}, then {room}", "{room}, {time}, don't be late", "{hospital}: {n} wards shut",
        "{town} v {town} {score}", "{town} {score} {town} what a game", "lost {score} but gave blood at half time", "{town} United {score}, gutted", "bus {bus} from {town} to {hospital}", "the {bus} and the {bus} both stop outside", "take the {bus} from stop {n}", "{bus} every {n} mins",
        "{brand} or {brand}?", "{brand} jab, sore arm, {n} days", "had {brand} then {brand} then {brand}", "{brand} have {drug} {dose} for {price}", "flu jab at {brand} {town} {time}", "{brand} says {pct}", "batch of {brand} expired in {month}", "as seen on {brand}",
        "Will you give blood?", "{month} I ask a question", "there but for the grace of God", "Grace period of {n} days on the fine", "May is stroke month", "I will. Will you?", "{month} {month} {month}", "Hope this helps", "In {month} it was {n} weeks, in {month} {n}", "May we ring you? Will we ever",
        "{pun}", "{pun} on {day}", "{pun} {tag}", "{tag} {pun}",
        "{group} donors needed in {town}", "{group} here, {n} donations", "I'm {group}, hubby's {group}", "{n} armfuls of {group}", "{group} stocks at {n} days", "Group {group}. {n}th donation {date}",
        "{version} of the app is broken", "updated to {version} and it crashes", "{version} variant in {pct} of samples", "since {version} the login loops", "{version} then {version}, what next",
        "anyone in {district} tried the new surgery?", "{district} and {district} walk-in open {time}", "{town} {district} hub", "no dentist in {district}",
        "in {year} it was {n} days, in {year} {nn}", "since {year}", "born in {year}? you can get RSV", "class of {year}", "{year}/{n} budget", "between {year} and {year} {big} fewer beds", "the {year} Act", "the 80s and 90s were different", "turning {n} in {month}",
        "{body} and {body} agree", "{body} said {pct} by {year}", "thank you {body}", "well done {body} {tag}", "{body} report, page {n}, table {n}.{n}", "{body} guidance NG{nn}", "complained to {body} in {month}",
        "aged {n}-{nn}? book now", "over {n}s only", "{n} weeks pregnant, {n} to go", "I'm {n}, she's {n}", "{n} years of {drug}", "{n}st {n}lb", "5ft {n}", "at {n}+{n} weeks", "para {n}, item {n}({n})", "{n}/7, {n}/52 as the letter says",
        "Q{n}: do you smoke? A: no", "score {n}/27 on PHQ-9", "GAD-7 {n}", "step {n} of {n}", "item no {n}", "queue position {nn}", "you are number {n} in the queue", "{n} missed calls from the surgery", "tier {n} rules from {date}", "Form HC2 and FP{nn}",
        "Room temp {n}C outside {n}", "{n} miles to {town}, {n} to {town}", "lat flow negative x {n}", "CT value {n}", "{n}k steps", "C{n}H{n}O{n} lol", "COVID-19, SARS-CoV-2, H{n}N{n}", "N95 vs FFP2", "5G does not cause covid", "24/7 care", "9-5 job so can't ring at 8", "A1 service from the A{n} minor injuries unit", "M{n} junction {n} shut so missed it",
        "email never arrives and phone rings out", "my postcode isn't recognised", "what's an NHS number and where do I find mine?", "don't post your NHS number or phone number here!", "lost my NHS card, is the number on the app?", "address changed, who do I tell?", "dob doesn't match they say", "my name was spelled wrong", "gave my details at the desk", "Mr and Mrs Everyone should get a jab",
        "on the High Street by {brand}", "the surgery on Station Road", "no. {n} on my list: {tag}", "{n} Days in {month}", "{n} Good Reasons to give blood", "{n} Steps to Better Sleep", "Top {n} Tips from {body}", "{n} Lives Matter", "2 Pints Later", "one way, two doors, {n} chairs",
    ];

    /// <summary>How many different sentences there are before their slots are filled.</summary>
    public static int Count => Templates.Length;

    public static LabelledText Write(Random random) =>
        new(Surroundings.Around(random, Slot().Replace(random.Pick(Templates), slot => NegativeValues.Of(slot.Groups[1].Value, random))), []);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Slot();
}
