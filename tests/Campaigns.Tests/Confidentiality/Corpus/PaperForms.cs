namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>How people write where they live, when they were born, what they drive and where their money is.</summary>
internal static class PaperForms
{
    public static readonly string[] Insured =
    [
        "my NI number is {}", "NI no: {}", "national insurance number {}", "NINO {}", "nino: {}", "my national insurance is {}", "N.I. number {}", "they want my NI number {} for the refund", "{} is my NI", "{}", "NI {}", "form asks for nat ins no. {}", "I put {} on the HC2 form", "NI number - {}",
    ];

    public static readonly string[] Lives =
    [
        "I'm in {}", "my postcode is {}", "postcode {}", "{}", "any donor sessions near {}?", "nearest walk-in to {}", "we live at {}", "it says no clinics within 20 miles of {}", "Postcode: {}", "moved to {} last month", "anyone else in {} not had a letter", "dwi'n byw yn {}", "PC {}", "from {} to the hospital is 40 mins",
        "put in {} and it says no slots", "({})", "my surgery covers {} apparently", "they sent it to {} instead", "no buses from {}", "Leeds {}",
    ];

    public static readonly string[] Born =
    [
        "DOB {}", "dob: {}", "D.O.B. {}", "date of birth {}", "Date of birth: {}", "my date of birth is {}", "born {}", "born on {}", "I was born on {}", "my dob is {} if that helps", "DoB - {}", "d.o.b {}", "she was born {}", "he was born on the {}", "birthdate {}", "my birthday is {}", "dyddiad geni {}", "(born {})", "DOB={}", "(dob {})",
    ];

    public static readonly string[] Dwells =
    [
        "I live at {}", "my address is {}", "address: {}", "send it to {}", "they sent the kit to {} by mistake", "we're at {}", "ambulance came to {} at 3am", "{}", "the letter went to {}", "my mum lives at {}", "moved from {} in May", "deliver to {} please", "Address - {}, Leeds", "still waiting at {} for the district nurse",
        "wrong address, it's {} not next door", "pick me up from {}", "next door at {} has covid", "dwi'n byw yn {}",
    ];

    public static readonly string[] Drives =
    [
        "my reg is {}", "reg {}", "car reg {}", "got a parking fine at the hospital, reg {}", "number plate {}", "silver Corsa {} blocking the ambulance bay", "Reg: {}", "registration {}", "whoever owns {} you've left your lights on at the donor centre", "the car is a Fiesta, {}", "vehicle reg {}", "my blue badge car {} got ticketed",
        "VRN {}", "plate {}", "white van {} nearly hit me outside the clinic", "registration number: {}", "I drive {}",
    ];

    public static readonly string[] OldDrives = ["my reg is {}", "reg {}", "car reg {}", "number plate {}", "Reg: {}", "registration {}", "vehicle registration {}", "VRN {}", "registration number: {}", "reg no {}", "number plate is {}", "reg number {}"];

    public static readonly string[] Sort = ["sort code {}", "Sort Code: {}", "my sort code is {}", "s/c {}", "sort code - {}", "the refund should go to sort code {}", "sc {} as before", "sortcode {}"];
    public static readonly string[] Account = ["account number {}", "account no {}", "a/c {}", "acc no: {}", "acct number {}", "my account number is {}", "Account Number: {}", "bank account {}", "acc number {}", "a/c no. {}"];
    public static readonly string[] Card = ["my card number is {}", "card {}", "paid for parking with {}", "card no: {}", "{}", "visa {}", "they charged {} twice", "Mastercard {} was debited", "long number {}", "debit card: {}"];
    public static readonly string[] Iban = ["IBAN {}", "my IBAN is {}", "iban: {}", "{}", "send the refund to {}", "IBAN - {}", "expenses to IBAN {} please"];

    public static readonly Form[] NationalInsurance =
    [
        new("in one piece", PaperValues.NationalInsurance, Insured),
        new("in pairs", static random => PaperValues.Paired(PaperValues.NationalInsurance(random)), Insured),
    ];

    public static readonly Form[] Postcode = [new("plain", PlaceValues.Postcode, Lives)];

    public static readonly Form[] DateOfBirth = [new("labelled", static random => PaperValues.Date(random, PaperValues.Birth(random)), Born)];

    public static readonly Form[] Street =
    [
        new("number and street", PlaceValues.Street, Dwells),
        new("number, comma and street", static random => $"{random.Between(1, 250)}, {PlaceValues.StreetOnly(random)}", Dwells),
    ];

    public static readonly Form[] Vehicle =
    [
        new("since 2001", PlaceValues.Plate, Drives),
        new("since 2001, in one piece", static random => PlaceValues.Plate(random).Replace(" ", "", StringComparison.Ordinal), Drives),
        new("older or of Northern Ireland", PlaceValues.OldPlate, OldDrives),
    ];

    public static readonly Form[] Bank =
    [
        new("sort code with hyphens", static random => PaperValues.SortCode(random), Sort),
        new("sort code with spaces", static random => PaperValues.SortCode(random, " "), Sort),
        new("sort code in one piece", static random => PaperValues.SortCode(random, ""), Sort),
        new("account number", PaperValues.AccountNumber, Account),
        new("card in fours", static random => PaperValues.Fours(PaperValues.Card(random)), Card),
        new("card in one piece", PaperValues.Card, Card),
        new("card with hyphens", static random => PaperValues.Fours(PaperValues.Card(random), "-"), Card),
        new("IBAN", PaperValues.Iban, Iban),
        new("IBAN in fours", static random => PaperValues.Fours(PaperValues.Iban(random)), Iban),
    ];
}
