namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>The variants of places, dates, plates and bank numbers.</summary>
internal static partial class Variants
{
    private static IReadOnlyList<Form> Postcode()
    {
        var form = PaperForms.Postcode[0];
        var spaced = form with { Value = static random => PlaceValues.PostcodeParts(random) is var (outward, inward) ? $"{outward} {inward}" : "" };
        var whole = form with { Value = static random => PlaceValues.PostcodeParts(random) is var (outward, inward) ? outward + inward : "" };
        return
        [
            .. Usual(spaced),
            spaced.As("lower case", static (_, value) => value.ToLowerInvariant()),
            whole.As("lower case in one piece", static (_, value) => value.ToLowerInvariant()),
            spaced.As("other separators", static (random, value) => value.Replace(" ", random.Pick(["-", "  ", ".", "_", " - ", "/"]), StringComparison.Ordinal)),
            Labelled(whole).As("character by character", static (random, value) => Distort.Spaced(value, random.Pick([" ", ".", "-"]))),
            spaced.As("over line ends", Distort.OverLines),
            Labelled(whole).As("in words", Distort.Spoken),
            Labelled(whole).As("spelled on the telephone", static (_, value) => Distort.Phonetic(value)),
            whole with { Name = "hashtag", Carriers = ["#{}", "#{} #FluJab", "anyone in #{} ?", "#postcode{}"] },
            whole with { Name = "in a URL", Carriers = ["https://find.example/?postcode={}", "https://find.example/clinics/{}", "https://find.example/{}/slots", "www.find.example/?pc={}&miles=5"] },
            spaced.As("escaped in a URL", static (random, value) => value.Replace(" ", random.Pick(["+", "%20"]), StringComparison.Ordinal)) with { Carriers = ["https://find.example/?postcode={}", "https://find.example/search?q={}&x=1"] },
            whole with { Name = "glued to text", Carriers = ["postcode:{}", "📍{}", "Leeds,{}", "pc:{}", "at {}/nearby", "{}-ish", "in {},yes"] },
            spaced.As("other case", Distort.OtherCase),
        ];
    }

    private static IReadOnlyList<Form> DateOfBirth()
    {
        var form = PaperForms.DateOfBirth[0];
        return
        [
            .. Usual(form),
            form with { Name = "digit by digit", Value = static random => Distort.Spaced(PaperValues.Invariant(PaperValues.Birth(random), "dd/MM/yyyy")) },
            form with { Name = "other separators", Value = static random => string.Join(random.Pick([" ", " / ", "_", " - ", ". ", "\\", "|"]), PaperValues.Invariant(PaperValues.Birth(random), "dd MM yyyy").Split(' ')) },
            form with { Name = "in one piece", Value = static random => PaperValues.Invariant(PaperValues.Birth(random), random.Pick(["ddMMyyyy", "ddMMyy"])), Carriers = ["DOB {}", "dob: {}", "date of birth {}", "D.O.B. {}", "my dob is {}", "DOB:{}", "dob={}"] },
            form with { Name = "in words", Value = static random => PaperValues.Birth(random) is var date ? $"{random.Pick(["the ", ""])}{Distort.SaidDay(date.Day)} {random.Pick(["of ", ""])}{PaperValues.Months[date.Month - 1]} {Distort.SaidYear(date.Year)}" : "" },
            form with { Name = "month first", Value = static random => PaperValues.Birth(random) is var date ? $"{PaperValues.Invariant(date, "MMMM")} {(random.Chance(0.5) ? $"{date.Day}" : PaperValues.Ordinal(date.Day))}{random.Pick([", ", " "])}{date.Year}" : "" },
            form with { Name = "day of", Value = static random => PaperValues.Birth(random) is var date ? $"{PaperValues.Ordinal(date.Day)} of {PaperValues.Invariant(date, random.Pick(["MMMM", "MMM"]))} {date.Year}" : "" },
            form.As("lower case", static (_, value) => value.ToLowerInvariant()),
            form.As("capitals", static (_, value) => value.ToUpperInvariant()),
            form with { Name = "over line ends", Value = static random => Distort.OverLines(random, PaperValues.Invariant(PaperValues.Birth(random), "d MMMM yyyy")) },
            form with { Name = "label on the line before", Carriers = ["DOB\n{}", "Date of birth:\n{}", "dob:\r\n{}"] },
            form with { Name = "hashtag", Value = static random => PaperValues.Invariant(PaperValues.Birth(random), random.Pick(["ddMMyyyy", "ddMMyy"])), Carriers = ["#DOB{}", "#dob_{}", "#DateOfBirth{}", "#born{}"] },
            form with { Name = "in a URL", Value = static random => PaperValues.Invariant(PaperValues.Birth(random), random.Pick(["yyyy-MM-dd", "dd-MM-yyyy", "ddMMyyyy"])), Carriers = ["https://book.example/?dob={}", "https://book.example/x?dateofbirth={}&a=1", "https://book.example/dob/{}", "https://book.example/?date_of_birth={}"] },
            form with { Name = "glued to its label", Value = static random => PaperValues.Invariant(PaperValues.Birth(random), "dd/MM/yyyy"), Carriers = ["DOB{}", "dob:{}", "D.O.B.{}", "born{}", "DOB-{}", "(DOB{})", "dob={},f"] },
        ];
    }

    private static IReadOnlyList<Form> Street()
    {
        var form = PaperForms.Street[0] with { Value = static random => $"{random.Between(1, 250)} {PlaceValues.StreetOnly(random)}" };
        return
        [
            .. Usual(form),
            form.As("lower case", static (_, value) => value.ToLowerInvariant()),
            form.As("capitals", static (_, value) => value.ToUpperInvariant()),
            form.As("with no. before it", static (random, value) => $"{random.Pick(["no. ", "No ", "number ", "no "])}{value}"),
            form with { Name = "number in words", Value = static random => $"{Distort.SaidNumber(random.Between(1, 99))} {PlaceValues.StreetOnly(random)}", Carriers = ["I live at {}", "my address is {}", "we live at {}", "they sent the kit to {} by mistake", "my mum lives at {}", "address: {}"] },
            form.As("over line ends", Distort.OverLines),
            form.As("hashtag", static (_, value) => string.Concat(value.Where(char.IsLetterOrDigit))) with { Carriers = ["#{}", "meet at #{}", "#{} #Leeds"] },
            form.As("in a URL", static (random, value) => value.Replace(" ", random.Pick(["+", "%20", "-"]), StringComparison.Ordinal)) with { Carriers = ["https://map.example/?q={}", "https://map.example/place/{}", "https://map.example/?address={}&zoom=3"] },
            form with { Name = "glued to text", Carriers = ["address:{}", "🏠{}", "{},Leeds", "at:{}", "({}/side door)"] },
            PaperForms.Street[1] with { Name = "flat with a slash", Value = static random => $"{random.Between(1, 9)}/{random.Between(1, 9)} {random.Between(1, 90)} {PlaceValues.StreetOnly(random)}" },
        ];
    }

    private static IReadOnlyList<Form> Vehicle()
    {
        var (spaced, whole) = (PaperForms.Vehicle[0], PaperForms.Vehicle[1]);
        return
        [
            .. Usual(spaced),
            spaced.As("lower case", static (_, value) => value.ToLowerInvariant()),
            whole.As("lower case in one piece", static (_, value) => value.ToLowerInvariant()),
            spaced.As("other separators", static (random, value) => value.Replace(" ", random.Pick(["-", ".", "  ", "_", "/"]), StringComparison.Ordinal)),
            (whole with { Carriers = PaperForms.OldDrives }).As("character by character", static (random, value) => Distort.Spaced(value, random.Pick([" ", "-", "."]))),
            (whole with { Carriers = PaperForms.OldDrives }).As("spelled on the telephone", static (_, value) => Distort.Phonetic(value)),
            (whole with { Carriers = PaperForms.OldDrives }).As("in words", Distort.Spoken),
            spaced.As("over line ends", Distort.OverLines),
            whole with { Name = "hashtag", Carriers = ["#{}", "#reg{}", "#{} #parking"] },
            whole with { Name = "in a URL", Carriers = ["https://fine.example/pay?reg={}", "https://fine.example/{}/appeal", "https://fine.example/?vrm={}&x=1"] },
            whole with { Name = "glued to text", Carriers = ["reg:{}", "🚗{}", "plate={}", "reg.{}", "{}/Corsa"] },
            PaperForms.Vehicle[2].As("older, lower case", static (_, value) => value.ToLowerInvariant()),
            PaperForms.Vehicle[2].As("older, in one piece", static (_, value) => value.Replace(" ", "", StringComparison.Ordinal)),
        ];
    }

    private static IReadOnlyList<Form> Bank()
    {
        var (sort, account, card, iban) = (PaperForms.Bank[0], PaperForms.Bank[3], PaperForms.Bank[4], PaperForms.Bank[8]);
        var (cardWhole, ibanWhole) = (PaperForms.Bank[5], PaperForms.Bank[7]);
        return
        [
            .. Usual(sort), .. Usual(account), .. Usual(card), .. Usual(iban),
            sort.As("sort code, other separators", static (random, value) => value.Replace("-", random.Pick([".", "/", " - ", "–", "_"]), StringComparison.Ordinal)),
            account.As("account, digit by digit", static (random, value) => Distort.Spaced(value, random.Pick([" ", "-"]))),
            account.As("account, in fours", static (random, value) => PaperValues.Fours(value, random.Pick([" ", "-"]))),
            account.As("account, in words", Distort.Spoken),
            cardWhole.As("card, digit by digit", static (random, value) => Distort.Spaced(value, random.Pick([" ", "-", "."]))),
            Labelled(cardWhole).As("card, in words", Distort.Spoken),
            cardWhole.As("card, keycaps", static (_, value) => Distort.Keycaps(value)),
            card.As("card, other separators", static (random, value) => value.Replace(" ", random.Pick([".", "–", "  ", "/", "_"]), StringComparison.Ordinal)),
            card.As("card, over line ends", Distort.OverLines),
            iban.As("IBAN, over line ends", Distort.OverLines),
            ibanWhole.As("IBAN, lower case", static (_, value) => value.ToLowerInvariant()),
            iban.As("IBAN, other separators", static (random, value) => value.Replace(" ", random.Pick(["-", ".", "  "]), StringComparison.Ordinal)),
            cardWhole with { Name = "card, in a URL or hashtag", Carriers = ["https://pay.example/?card={}", "https://pay.example/{}/x", "#{}", "card:{}"] },
            account with { Name = "account, in a URL or glued", Carriers = ["https://pay.example/?account={}", "https://pay.example/?accountnumber={}&a=1", "acc:{}", "a/c:{}", "#accountnumber{}"] },
            sort with { Name = "sort code, in a URL or glued", Carriers = ["https://pay.example/?sortcode={}", "sortcode:{}", "sort:{}", "s/c:{}"] },
            account with { Name = "lower or upper case", Carriers = [.. account.Carriers.Select(static carrier => carrier.ToLowerInvariant()), .. account.Carriers.Select(static carrier => carrier.ToUpperInvariant())] },
        ];
    }
}
