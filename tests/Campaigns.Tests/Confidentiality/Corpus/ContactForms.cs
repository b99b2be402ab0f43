namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>How people write where they can be reached.</summary>
internal static class ContactForms
{
    public static readonly string[] Call =
    [
        "call me on {}", "ring me {}", "my number is {}", "my mobile {}", "text {} if you want my slot", "mob: {}", "tel {}", "Tel: {}", "you can get me on {} after 5", "phone {} and ask for me", "{} is my number", "{}", "whatsapp me on {}", "my mum's number is {}",
        "contact {}", "gie me a ring on {}", "leave a message on {} please", "ffoniwch fi ar {}", "number's {}", "they keep calling my old number {}", "Phone:{}", "T: {}", "07 number - {}", "can someone call back ({})", "someone from {} keeps ringing saying they're the NHS",
        "my landline's {}", "home {} work same", "they have {} on file which is wrong", "call/text {} anytime", "try {}.",
    ];

    public static readonly string[] Mail =
    [
        "email me {}", "my email is {}", "e-mail: {}", "{}", "please reply to {}", "drop me a line at {}", "contact {} for details", "I've emailed from {} three times", "send it to {} please", "they sent my results to {} which isn't me", "Email:{}", "({})", "it's {} thanks",
        "my address for the invite is {}", "{} if you need me", "ebost: {}", "reach me on {} or here", "forwarded from {}", "register with {} and the code never arrives", "cc {}",
    ];

    public static readonly string[] Meet =
    [
        "{} have you seen this?", "thanks {}", "as {} said", "hi {} hope you're feeling better", "{}", "shout out to {} for giving blood", "me and {} got our jabs", "cc {}", "RT {}: please give blood", ".{} is right", "follow {}", "love this {}!", "photo by {}", "via {}", "ask {}",
        "my sister {} had hers last week", "{} and I signed up", "get well soon {}", "({})", "well said {}", "Replying to {}", "so proud of {} 💙", "{} you're next", "dm {} for lifts to the clinic", "sut wyt ti {}", "no {} it isn't", "pls help {}",
    ];

    public static readonly string[] Met =
    [
        "{} on reception was lovely", "spoke to {} who was no help", "saw {} at the clinic", "my neighbour {} has diabetes", "{} has HIV", "thank you {} for everything", "my name is {}", "I'm {} and I gave blood", "{} was diagnosed with breast cancer last year",
        "big thanks to {} and the team", "was seen by {} in A&E", "{} did my smear and it was fine", "ask for {}", "my mum {} is in ward 6", "the patient is {}", "booked in under {}", "{} took my blood", "name: {}", "it was {} who found the lump", "regards, {}", "RIP {} 💔",
        "complaint about {}", "{}'s appointment was cancelled", "does anyone know {}?", "my husband {} had a stroke", "{} is HIV positive", "my friend {} is having chemo", "letter from {} today", "signed {}", "{} told me I'd need a biopsy",
    ];

    public static readonly Form[] Telephone =
    [
        new("mobile", ContactValues.WrittenMobile, Call),
        new("landline", ContactValues.WrittenLandline, Call),
        new("mobile with hyphens", static random => ContactValues.Mobile(random) is var digits ? $"{digits[..5]}-{digits[5..8]}-{digits[8..]}" : "", Call),
        new("mobile with brackets", static random => ContactValues.Mobile(random) is var digits ? $"({digits[..5]}) {digits[5..]}" : "", Call),
        new("landline with hyphens", static random => ContactValues.Landline(random) is var (code, local) ? $"{code}-{local[..3]}-{local[3..]}" : "", Call),
    ];

    public static readonly Form[] Email = [new("plain", ContactValues.Email, Mail)];

    public static readonly Form[] Handle =
    [
        new("plain", static random => $"@{ContactValues.Account(random)}", Meet),
        new("Bluesky", static random => $"@{ContactValues.Account(random).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant()}.bsky.social", Meet),
        new("Mastodon", static random => $"@{ContactValues.Account(random).ToLowerInvariant()}@mastodon.{random.Pick(["social", "scot", "ie", "org.uk"])}", Meet),
    ];

    public static readonly Form[] Name =
    [
        new("given name and surname", People.FullName, Met),
        new("title and surname", static random => $"{random.Pick(People.Titles)} {random.Pick(People.Surnames)}", Met),
        new("title, given name and surname", static random => $"{random.Pick(People.Titles)} {People.FullName(random)}", Met),
        new("title, initial and surname", static random => $"{random.Pick(People.Titles)} {random.One("ABCDEFGHJKLMNPRSTW")} {random.Pick(People.Surnames)}", Met),
        new("surname first", static random => $"{random.Pick(People.Surnames)}, {random.Pick(People.Given)}", "name: {}", "the letter is for {}", "listed as {}", "Patient: {}", "Patient name: {}"),
    ];
}
