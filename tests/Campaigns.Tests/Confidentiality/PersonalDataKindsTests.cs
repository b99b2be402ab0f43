using Campaigns.Confidentiality;

namespace Campaigns.Tests.Confidentiality;

/// <summary>Each way of writing a datum, alone in a sentence: all of it goes, under its kind.</summary>
public sealed class PersonalDataKindsTests
{
    [Theory]
    [InlineData("943 476 5919")]
    [InlineData("943-476-5919")]
    [InlineData("943.476.5918")]
    [InlineData("9434765919")]
    [InlineData("9 4 3 4 7 6 5 9 1 9")]
    [InlineData("９４３４７６５９１９")]
    [InlineData("٩٤٣٤٧٦٥٩١٩")]
    [InlineData("9\u200B43 47\u200D6 591\uFEFF9")]
    [InlineData("943 476\n5919")]
    [InlineData("nine four three four seven six five nine one nine")]
    [InlineData("nine four three, four seven six, five nine one nine")]
    [InlineData("#9434765919")]
    public void Nhs_numbers(string value) => Goes(value, PersonalDataKind.NhsNumber);

    [Theory]
    [InlineData("07700 900123")]
    [InlineData("+44 7700 900123")]
    [InlineData("+44 (0)7700 900 123")]
    [InlineData("0044 7700 900123")]
    [InlineData("(01632) 960 123")]
    [InlineData("020 7946 0958")]
    [InlineData("0161-496-0000 ext 12")]
    [InlineData("07700.900.123")]
    [InlineData("O77OO 9OO I23")]
    [InlineData("oh double seven double oh nine hundred one two three")]
    [InlineData("07700 dash 900 dash 123")]
    [InlineData("0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣1️⃣2️⃣3️⃣")]
    [InlineData("+353 87 123 4567")]
    public void Telephone_numbers(string value) => Goes(value, PersonalDataKind.Telephone);

    [Theory]
    [InlineData("SW1A 1AA")]
    [InlineData("sw1a1aa")]
    [InlineData("M1 1AE")]
    [InlineData("M13-9PL")]
    [InlineData("S W 1 A 1 A A")]
    [InlineData("ＢＴ４８ ７ＲＸ")]
    [InlineData("SW one A one A A")]
    public void Postcodes(string value) => Goes(value, PersonalDataKind.Postcode);

    [Theory]
    [InlineData("AB 12 34 56 C")]
    [InlineData("ab123456c")]
    [InlineData("JG-12-34-56-A")]
    [InlineData("A B 1 2 3 4 5 6 D")]
    public void National_insurance_numbers(string value) => Goes(value, PersonalDataKind.NationalInsuranceNumber);

    [Theory]
    [InlineData("jo.smith@example.org")]
    [InlineData("jo at example dot org")]
    [InlineData("jo.smith [at] example [dot] org")]
    [InlineData("jo(at)example.org")]
    [InlineData("jo＠example．org")]
    [InlineData("jo%40example.org")]
    public void Email_addresses(string value) => Goes(value, PersonalDataKind.Email);

    [Theory]
    [InlineData("AB12 CDE")]
    [InlineData("AB12CDE")]
    [InlineData("A123 BCD")]
    [InlineData("BCD 123A")]
    [InlineData("AIZ 1234")]
    public void Vehicle_registrations(string value) => Goes(value, PersonalDataKind.VehicleRegistration);

    [Theory]
    [InlineData("GB29 NWBK 6016 1331 9268 19")]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("20-00-00 12345678")]
    public void Bank_numbers(string value) => Goes(value, PersonalDataKind.BankNumber);

    [Theory]
    [InlineData("12 Acacia Avenue")]
    [InlineData("Flat 3B, 12 Acacia Avenue")]
    [InlineData("12 acacia avenue")]
    [InlineData("Rose Cottage, Church Lane")]
    [InlineData("2 Heol y Bont")]
    [InlineData("5 St John's Way")]
    public void Street_addresses(string value) => Goes(value, PersonalDataKind.StreetAddress);

    [Theory]
    [InlineData("@jane_smith")]
    [InlineData("@jane@mastodon.social")]
    [InlineData("jane.bsky.social")]
    [InlineData("u/janes")]
    [InlineData("https://www.facebook.com/jane.smith.9")]
    public void Handles(string value) => Goes(value, PersonalDataKind.Handle);

    [Theory]
    [InlineData("Jane Smith")]
    [InlineData("Dr Okonkwo-Byrne")]
    [InlineData("Mrs P. Grimshaw")]
    [InlineData("Siobhan O'Connor")]
    [InlineData("J. Smith")]
    [InlineData("J a n e  S m i t h")]
    public void Names(string value) => Goes(value, PersonalDataKind.Name);

    [Theory]
    [InlineData("dob: ", "12/03/1961")]
    [InlineData("I was born on ", "3rd March 1961")]
    [InlineData("date of birth ", "the third of March nineteen sixty one")]
    [InlineData("DOB ", "120361")]
    public void Dates_of_birth(string label, string value) => Goes(value, PersonalDataKind.DateOfBirth, label);

    [Theory]
    [InlineData("MRN ", "1234567")]
    [InlineData("hospital number: ", "K123456")]
    [InlineData("my patient id is ", "RXH 123 4567")]
    [InlineData("#mrn", "1234567")]
    public void Hospital_numbers(string label, string value) => Goes(value, PersonalDataKind.HospitalNumber, label);

    [Theory]
    [InlineData("CHI ", "0101901234", PersonalDataKind.ChiNumber)]
    [InlineData("H&C number ", "320 000 0010", PersonalDataKind.HealthAndCareNumber)]
    [InlineData("my name is ", "siobhan", PersonalDataKind.Name)]
    [InlineData("sort code ", "20-00-00", PersonalDataKind.BankNumber)]
    [InlineData("my insta is ", "jane.s_99", PersonalDataKind.Handle)]
    public void What_its_label_says(string label, string value, PersonalDataKind kind) => Goes(value, kind, label);

    [Theory]
    [InlineData("AB12 TWO")]
    [InlineData("AB12ONE")]
    [InlineData("YG19RAY")]
    [InlineData("AB12 TEN", "my reg is ")]
    [InlineData("K638 TWO", "vehicle registration ")]
    public void A_plate_whose_letters_spell_a_word_is_a_plate(string value, string label = "") => Goes(value, PersonalDataKind.VehicleRegistration, label);

    [Theory]
    [InlineData("LS12 TWO AB")]
    [InlineData("SW1A ONE AA")]
    public void A_postcode_that_is_read_out_is_no_plate(string value) => Goes(value, PersonalDataKind.Postcode);

    [Theory]
    [InlineData("listed as ", "O'Brien, Sean")]
    [InlineData("Patient: ", "O'Neill, Dawn")]
    [InlineData("the letter is for ", "Bevan-Hughes, Hazel")]
    [InlineData("name: ", "Smith-Jones, Heather")]
    [InlineData("Patient name: ", "Ap Gwilym, Angus")]
    public void A_surname_of_two_parts_goes_with_the_given_name_after_it(string label, string value) => Goes(value, PersonalDataKind.Name, label);

    [Theory]
    [InlineData("Nurse Ward")]
    [InlineData("Miss Day")]
    [InlineData("Prof Law")]
    [InlineData("Nurse A O'Connor")]
    [InlineData("Sister A Ap Gwilym")]
    public void A_surname_after_a_title_may_be_a_word(string value) => Goes(value, PersonalDataKind.Name);

    [Theory]
    [InlineData("Dawn Brown took my blood", "[name] took my blood")]
    [InlineData("Good news! Scott Price's appointment is today", "Good news! [name]'s appointment is today")]
    [InlineData("Peter Jones was diagnosed with cancer", "[name] was diagnosed with cancer")]
    [InlineData("spoke to John Lewis today", "spoke to [name] today")]
    [InlineData("John Lewis or Peter Jones? An Earl Grey first", "John Lewis or Peter Jones? An Earl Grey first")]
    public void A_name_of_two_words_goes_where_somebody_is_meant(string text, string redacted) => Assert.Equal(redacted, PersonalData.Redact(text));

    [Theory]
    [InlineData("245, School St BBC said so", "[streetAddress] BBC said so")]
    [InlineData("60 Windsor St Samaritans are on 116 123", "[streetAddress] Samaritans are on 116 123")]
    [InlineData("3 sessions in Bury St Edmunds", "3 sessions in Bury St Edmunds")]
    public void The_short_form_of_a_street_ends_it(string text, string redacted) => Assert.Equal(redacted, PersonalData.Redact(text));

    [Theory]
    [InlineData("ring 999, 024 3295 9296", "9296")]
    [InlineData("moved to 21/05 - 07412-140-524", "524")]
    [InlineData("booster at 10:15am - GB14 ABBY 1940 9215 5330 65", "65")]
    public void A_number_that_looks_like_another_with_what_stands_before_it_goes_whole(string text, string end) =>
        Assert.DoesNotContain(end, PersonalData.Redact(text), StringComparison.Ordinal);

    private static void Goes(string value, PersonalDataKind kind, string label = "")
    {
        var text = $"so {label}{value}, thanks";
        var found = PersonalData.Find(text);
        Assert.True(found.Count == 1, PersonalData.Redact(text));
        Assert.Equal(kind, found[0].Kind);
        var start = text.IndexOf(value, StringComparison.Ordinal);
        Assert.True(found[0].Start <= start && found[0].End >= start + value.Length, PersonalData.Redact(text));
    }
}
