namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>How people write the numbers of health services.</summary>
internal static class HealthForms
{
    public static readonly string[] NhsLabelled =
    [
        "my NHS number is {}", "NHS number {}", "NHS No: {}", "NHS no. {} if that helps", "nhs number: {}", "NHS num {}", "here's my NHS number {} can you check", "I gave them my nhs number ({}) twice",
        "NHS Number - {}", "her NHS number is {} and they still can't find her", "NHS#: {}", "my nhs no is {}", "The letter says NHS Number: {}.", "NHS {}", "it says \"NHS number: {}\" on the form", "rhif GIG {}",
        "nhs number = {}", "quote nhs number {} when you ring", "my little boy's NHS number is {}", "NHS Number\n{}",
    ];

    public static readonly string[] TenLoose =
    [
        "the number on my letter is {}", "my number is {}", "{} is what it says on the card", "they asked for {}", "ref {}", "patient {} still waiting", "i'm {} on their system", "{}", "it's {} I think", "so I read out {} for the 4th time", "look me up: {}",
        "They've got me down as {}.", "number: {}", "booked with {} and nothing", "is {} right?",
    ];

    public static readonly string[] ChiLabelled =
    [
        "my CHI number is {}", "CHI {}", "CHI no: {}", "CHI number: {}", "chi number {} for ma mum", "the hospital asked for my CHI ({})", "Community Health Index number {}", "CHI: {} NHS Lothian", "it wants your CHI number, mine's {}", "his CHI is {}",
        "CHI no. {} and naebody can find it", "on the appointment letter CHI {}", "CHI Number - {}", "used my chi no {}",
    ];

    public static readonly string[] HealthAndCareLabelled =
    [
        "my Health and Care number is {}", "H&C number {}", "H&C No: {}", "HCN {}", "Health & Care Number: {}", "HSC number {} Belfast Trust", "my health and care no is {}", "h&c no. {} on my medical card", "health and care number - {}", "HCN: {} so it is",
        "the trust wants my H&C number, it's {}", "medical card says H+C number {}", "HSC no {}", "Health and social care number {}",
    ];

    public static readonly string[] HospitalLabelled =
    [
        "my hospital number is {}", "hospital number {}", "Hospital No: {}", "hosp no {}", "hospital no. {}", "MRN {}", "MRN: {}", "patient ID {}", "Patient number: {}", "unit number {}", "her hospital number is {}", "it says Hospital Number: {} on his wristband",
        "medical record number {}", "hosp. no. {} ward 9", "patient no {}", "case note number {}", "hospital num: {}", "my patient id is {}", "Unit No. {}", "K number aside, hospital number - {}",
    ];

    public static readonly Form[] Nhs =
    [
        new("labelled, in groups", static random => HealthValues.Grouped(HealthValues.Nhs(random)), NhsLabelled),
        new("labelled, in one piece", HealthValues.Nhs, NhsLabelled),
        new("labelled, with hyphens", static random => HealthValues.Grouped(HealthValues.Nhs(random), "-"), NhsLabelled),
        new("labelled, wrong check digit", static random => HealthValues.Grouped(HealthValues.WrongNhs(random)), NhsLabelled),
        new("labelled, in one piece, wrong check digit", HealthValues.WrongNhs, NhsLabelled),
        new("in groups, no label", static random => HealthValues.Grouped(HealthValues.Nhs(random)), TenLoose),
        new("in groups, no label, wrong check digit", static random => HealthValues.Grouped(HealthValues.WrongNhs(random)), TenLoose),
        new("in one piece, no label", HealthValues.Nhs, TenLoose),
        new("with hyphens, no label", static random => HealthValues.Grouped(HealthValues.Nhs(random), "-"), TenLoose),
    ];

    public static readonly Form[] Chi =
    [
        new("labelled, in one piece", HealthValues.Chi, ChiLabelled),
        new("labelled, date apart", static random => HealthValues.AfterDate(HealthValues.Chi(random)), ChiLabelled),
        new("labelled, in groups", static random => HealthValues.Grouped(HealthValues.Chi(random)), ChiLabelled),
        new("labelled, with a hyphen", static random => HealthValues.AfterDate(HealthValues.Chi(random), "-"), ChiLabelled),
        new("in one piece, no label", HealthValues.Chi, TenLoose),
    ];

    public static readonly Form[] HealthAndCare =
    [
        new("labelled, in one piece", HealthValues.HealthAndCare, HealthAndCareLabelled),
        new("labelled, in groups", static random => HealthValues.Grouped(HealthValues.HealthAndCare(random)), HealthAndCareLabelled),
        new("labelled, with hyphens", static random => HealthValues.Grouped(HealthValues.HealthAndCare(random), "-"), HealthAndCareLabelled),
        new("in groups, no label", static random => HealthValues.Grouped(HealthValues.HealthAndCare(random)), TenLoose),
        new("in one piece, no label", HealthValues.HealthAndCare, TenLoose),
    ];

    public static readonly Form[] Hospital = [new("labelled", HealthValues.Hospital, HospitalLabelled)];
}
